//! Members, teams, invitations and requests.

use domain::{Invitation, Member, Team};

use super::{Deed, Try, spelled};
use crate::attacker::cast::{EVERYBODY, email, name, role};
use crate::use_cases::change_request::{
    ApplyChangeRequest, ChangeSpec, CreateChangeRequest, CreationSpec, MemberSpec,
};
use crate::use_cases::invitation::{CreateInvitation, ResendInvitation, WithdrawInvitation};
use crate::use_cases::member::{
    DeactivateMember, LeaveOrganization, ReactivateMember, RemoveMember, UpdateMember, access_etag,
};
use crate::use_cases::role_spec::RoleName;
use crate::use_cases::shut_out::{LiftShutOut, ShutOutUser};
use crate::use_cases::team::{AddTeamMembers, CreateTeam, DeleteTeam, RemoveTeamMembers};

impl Try<'_> {
    pub(super) fn member(&mut self, deed: Deed) -> Option<String> {
        let (organization, user) = (self.at.clone(), self.somebody());
        match deed {
            Deed::SetRole => {
                let command = UpdateMember {
                    organization,
                    user,
                    etag: None,
                    role: role(self.dice.one(&RoleName::ALL)),
                    panel: None,
                };
                self.by("UpdateMember", &command)
            }
            Deed::Deactivate => {
                let command = DeactivateMember {
                    organization,
                    user,
                    etag: None,
                };
                self.by("DeactivateMember", &command)
            }
            Deed::Reactivate => {
                let command = ReactivateMember {
                    organization,
                    user,
                    etag: None,
                };
                self.by("ReactivateMember", &command)
            }
            Deed::Remove => {
                let command = RemoveMember {
                    organization,
                    user,
                    etag: None,
                };
                self.by("RemoveMember", &command)
            }
            Deed::ShutOut => self.by("ShutOutUser", &ShutOutUser { organization, user }),
            Deed::Lift => {
                let command = LiftShutOut {
                    organization,
                    user,
                    etag: None,
                };
                self.by("LiftShutOut", &command)
            }
            _ => self.by("LeaveOrganization", &LeaveOrganization { organization }),
        }
    }

    pub(super) fn team(&mut self, deed: Deed) -> Option<String> {
        let organization = self.at.clone();
        if deed == Deed::MakeTeam {
            let display_name = name("Another team");
            let command = CreateTeam {
                organization,
                id: None,
                display_name,
            };
            return self.by("CreateTeam", &command);
        }
        let id = self.one::<Team>()?.id;
        let members = vec![self.somebody()];
        match deed {
            Deed::AddToTeam => {
                let command = AddTeamMembers {
                    organization,
                    id,
                    members,
                    etag: None,
                };
                self.by("AddTeamMembers", &command)
            }
            Deed::RemoveFromTeam => {
                let command = RemoveTeamMembers {
                    organization,
                    id,
                    members,
                    etag: None,
                };
                self.by("RemoveTeamMembers", &command)
            }
            _ => self.by(
                "DeleteTeam",
                &DeleteTeam {
                    organization,
                    id,
                    etag: None,
                },
            ),
        }
    }

    pub(super) fn invitation(&mut self, deed: Deed) -> Option<String> {
        let organization = self.at.clone();
        if deed == Deed::Invite {
            let whom = self.dice.one(&EVERYBODY);
            // Whom they hire from outside is no partner's person before, and keeps what was given then.
            if whom == "quin" && organization == self.cast.agency {
                return None;
            }
            let teams = self.one::<Team>().filter(|_| self.dice.chance(2));
            let command = CreateInvitation {
                organization,
                id: None,
                email: email(whom),
                role: role(self.dice.one(&RoleName::ALL)),
                panel: None,
                grants: if self.dice.chance(2) {
                    vec![self.cast.spec(self.dice)]
                } else {
                    Vec::new()
                },
                teams: teams.into_iter().map(|team| team.id).collect(),
                locale: None,
                expire_time: None,
                lift_shut_out: self.dice.chance(2),
            };
            return self.by("CreateInvitation", &command);
        }
        if deed == Deed::Accept {
            let accepted = self.cast.accepts_all(self.actor.as_str());
            return accepted.then(|| format!("{}: accepts", self.actor));
        }
        let invitation = self.one::<Invitation>()?.id;
        match deed {
            Deed::Resend => {
                let command = ResendInvitation {
                    organization,
                    invitation,
                    expire_time: None,
                    etag: None,
                };
                self.by("ResendInvitation", &command)
            }
            _ => {
                let command = WithdrawInvitation {
                    organization,
                    invitation,
                    etag: None,
                };
                self.by("WithdrawInvitation", &command)
            }
        }
    }

    pub(super) fn request(&mut self, deed: Deed) -> Option<String> {
        let organization = self.cast.client.clone();
        self.at = organization.clone();
        if deed == Deed::ApplyRequest {
            let id = self.one::<domain::ChangeRequest>()?.id;
            let command = ApplyChangeRequest {
                organization,
                id,
                etag: None,
                acknowledge_all: true,
            };
            self.cast
                .world
                .ask(None, "ApplyChangeRequest", &command)
                .ok()?;
            return Some(format!("the operator: {}", spelled(&command)));
        }
        let spec = if deed == Deed::AskForUser {
            self.creation()
        } else {
            self.change()?
        };
        let command = CreateChangeRequest {
            organization,
            id: None,
            spec,
            note: None,
        };
        self.by("CreateChangeRequest", &command)
    }

    fn creation(&mut self) -> ChangeSpec {
        ChangeSpec::CreateUser(CreationSpec {
            given_name: name("Somebody"),
            family_name: None,
            email: email(self.dice.one(&EVERYBODY)),
            position: None,
            locale: domain::Locale::default(),
            role: role(self.dice.one(&RoleName::ALL)),
            grants: vec![self.cast.spec(self.dice)],
            teams: self.one::<Team>().into_iter().map(|team| team.id).collect(),
            lift_shut_out: self.dice.chance(2),
        })
    }

    fn change(&mut self) -> Option<ChangeSpec> {
        let member = self.one::<Member>()?.user;
        let etag = access_etag(&self.cast.here(), &member);
        let new_role = self
            .dice
            .chance(2)
            .then(|| role(self.dice.one(&RoleName::ALL)));
        Some(ChangeSpec::ChangeMember(MemberSpec {
            member,
            etag,
            role: new_role,
            add_grants: vec![self.cast.spec(self.dice)],
            remove_grants: Vec::new(),
            add_teams: self.one::<Team>().into_iter().map(|team| team.id).collect(),
            remove_teams: Vec::new(),
        }))
    }
}
