//! Grants and whole accesses: given, altered, taken.

use domain::{Grant, Member, Subject, Team};

use super::{Deed, Try};
use crate::attacker::cast::{PRODUCTS, TAGS, TYPES, product, product_type, some_rights, tag};
use crate::attacker::dice::Dice;
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::{
    CreateGrant, CreateGrants, DeleteGrant, DeleteGrants, NewGrant, UpdateGrant,
};
use crate::use_cases::member::{
    AllAccess, GrantFullAccess, OwnAccess, ReplaceAllMemberAccess, ReplaceMemberAccess,
};

impl Try<'_> {
    fn new_grant(&mut self) -> NewGrant {
        let team = self.one::<Team>().filter(|_| self.dice.chance(3));
        let subject = match team {
            Some(team) => Subject::Team(team.id),
            None => Subject::Member(self.somebody()),
        };
        NewGrant {
            id: None,
            subject,
            spec: self.cast.spec(self.dice),
            note: None,
        }
    }

    pub(super) fn grant(&mut self, deed: Deed) -> Option<String> {
        let organization = self.at.clone();
        match deed {
            Deed::Give => {
                let grant = self.new_grant();
                self.by(
                    "CreateGrant",
                    &CreateGrant {
                        organization,
                        grant,
                    },
                )
            }
            Deed::BatchGive => {
                let grants = vec![self.new_grant(), self.new_grant()];
                self.by(
                    "BatchCreateGrants",
                    &CreateGrants {
                        organization,
                        grants,
                    },
                )
            }
            Deed::AlterGrant => {
                let id = self.one::<Grant>()?.id;
                let spec = self.cast.spec(self.dice);
                let command = UpdateGrant {
                    organization,
                    id,
                    rights: some(self.dice, spec.rights),
                    scope: some(self.dice, spec.scope),
                    start: some(self.dice, spec.period.start),
                    end: some(self.dice, spec.period.end),
                    note: Edit::Keep,
                    acknowledge_all: true,
                    etag: None,
                };
                self.by("UpdateGrant", &command)
            }
            Deed::TakeGrant => {
                let id = self.one::<Grant>()?.id;
                let command = DeleteGrant {
                    organization,
                    id,
                    etag: None,
                };
                self.by("DeleteGrant", &command)
            }
            _ => {
                let ids = vec![self.one::<Grant>()?.id];
                self.by("BatchDeleteGrants", &DeleteGrants { organization, ids })
            }
        }
    }

    pub(super) fn access(&mut self, deed: Deed) -> Option<String> {
        let organization = self.at.clone();
        let user = self.one::<Member>()?.user;
        let rights = some_rights(self.dice);
        match deed {
            Deed::ReplaceAccess => {
                let access = OwnAccess {
                    products: vec![(product(self.dice.roll(PRODUCTS)), rights.clone())],
                    type_rights: self.dice.chance(2).then(|| rights.clone()),
                    future: self.dice.chance(2).then_some(rights),
                };
                let command = ReplaceMemberAccess {
                    organization,
                    user,
                    product_type: product_type(self.dice.one(&TYPES)),
                    access: self.dice.roll(3).gt(&0).then_some(access),
                    etag: None,
                };
                self.by("ReplaceMemberAccess", &command)
            }
            Deed::ReplaceAllAccess => {
                let access = match self.dice.roll(4) {
                    0 => AllAccess::Nothing,
                    1 => AllAccess::All(rights),
                    2 => AllAccess::Tag(tag(self.dice.one(&TAGS)), rights),
                    _ => AllAccess::Listed {
                        products: vec![(product(self.dice.roll(PRODUCTS)), rights)],
                        groups: Vec::new(),
                    },
                };
                let command = ReplaceAllMemberAccess {
                    organization,
                    user,
                    access,
                    acknowledge_all: true,
                    etag: None,
                };
                self.by("ReplaceAllMemberAccess", &command)
            }
            _ => {
                let command = GrantFullAccess {
                    organization,
                    user,
                    acknowledge_all: true,
                };
                self.by("GrantFullAccess", &command)
            }
        }
    }
}

/// Sets it or leaves it.
fn some<T>(dice: &mut Dice, value: T) -> Edit<T> {
    if dice.chance(2) {
        Edit::Set(value)
    } else {
        Edit::Keep
    }
}
