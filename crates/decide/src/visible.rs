//! What may a caller see of an organization? Queries, previews and the answers of writes all ask here.
//!
//! `manage_users` shows the members, what they have, and who else has access; a partnership's grants are its mandate,
//! which `manage_partners` shows. Of a partner's people it shows what they have here, never what they would have: that
//! rests on their roles and assignments at the partner, which are the partner's own.

use std::sync::Arc;

use access::View;
use domain::{
    Caller, Effect, EffectLine, Grant, Home, OrganizationRight, ServiceAccount, ServiceScopeKind,
    Subject, Timestamp, UserId, Who,
};

use crate::grant_spec::type_named;
use crate::rule::{has, operates};
use crate::shown_effect::ShownEffect;

/// What a caller may see of one home.
#[derive(Debug, Clone)]
pub struct Sight {
    home: Home,
    people: People,
    /// Partnerships, and the grants that they hold.
    partnerships: bool,
    /// The organization's settings.
    settings: bool,
    /// Who changed what, when and why.
    audit: bool,
    /// The acting user, who sees what is theirs.
    own: Option<UserId>,
    /// The calling account, which sees what it wrote of the types that it owns, and where it reaches.
    account: Option<Arc<ServiceAccount>>,
}

/// What of other people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum People {
    Nobody,
    /// What they have here.
    Here,
    /// Everything: to operators, and to who reads all organizations, a partner's people are no strangers.
    Everywhere,
}

impl Sight {
    /// On the states as they answer about the acting user.
    pub fn of(who: &Who, home: &Home, view: &View, at: Timestamp) -> Self {
        let account = match &who.caller {
            Caller::CommandLine => return Self::everything(home),
            Caller::LinkPage => return Self::nothing(home),
            Caller::Service { account, .. } => view.platform.service_account(account),
        };
        let Some(account) = account else {
            return Self::nothing(home);
        };
        let operates = operates(view, account, who.actor.as_ref(), home);
        let sight = match &who.actor {
            _ if operates => Self::everything(home),
            Some(actor) => Self::of_user(actor, home, view, at),
            None => Self::of_service(account, home),
        };
        Self {
            account: Some(Arc::clone(account)),
            own: who.actor.clone(),
            ..sight
        }
    }

    fn of_user(actor: &UserId, home: &Home, view: &View, at: Timestamp) -> Self {
        let holds = |right| view.holds(actor, right, at);
        let manages_users = holds(OrganizationRight::ManageUsers);
        Self {
            people: if manages_users {
                People::Here
            } else {
                People::Nobody
            },
            partnerships: holds(OrganizationRight::ManagePartners),
            settings: manages_users || holds(OrganizationRight::ManageOrganization),
            audit: holds(OrganizationRight::ManageSecurity),
            ..Self::nothing(home)
        }
    }

    fn of_service(account: &ServiceAccount, home: &Home) -> Self {
        let read = ServiceScopeKind::Read;
        match home {
            _ if !has(account, &read, home) => Self {
                audit: has(account, &ServiceScopeKind::Watch, home),
                ..Self::nothing(home)
            },
            _ if has(account, &read, &Home::People) => Self::everything(home),
            _ => Self {
                people: People::Here,
                ..Self::everything(home)
            },
        }
    }

    fn everything(home: &Home) -> Self {
        Self {
            home: home.clone(),
            people: People::Everywhere,
            partnerships: true,
            settings: true,
            audit: true,
            own: None,
            account: None,
        }
    }

    fn nothing(home: &Home) -> Self {
        Self {
            people: People::Nobody,
            partnerships: false,
            settings: false,
            audit: false,
            ..Self::everything(home)
        }
    }

    /// Whether the settings of the organization are shown, beside its name and look.
    pub fn sees_settings(&self) -> bool {
        self.settings
    }

    /// Whether the audit is shown.
    pub fn sees_audit(&self) -> bool {
        self.audit
    }

    /// Whether it is shown who else has what, and who could give it.
    pub fn sees_others(&self) -> bool {
        self.people != People::Nobody
    }

    /// Whether what this person has is shown.
    fn sees_person(&self, user: &UserId) -> bool {
        self.sees_others() || self.own.as_ref() == Some(user)
    }

    /// Whether it is shown which of these there are.
    pub fn sees_subject(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Partnership(_) => self.partnerships,
            Subject::Member(user) => self.sees_person(user),
            Subject::Team(_) => self.sees_others(),
        }
    }

    /// Whether this grant is shown: a partnership's with the partnerships, others with their holders; owners of a type
    /// see what is theirs.
    pub fn sees_grant(&self, grant: &Grant, view: &View) -> bool {
        let holder = match &grant.subject {
            Subject::Partnership(_) => self.partnerships,
            Subject::Member(holder) => self.sees_person(holder),
            Subject::Team(team) => {
                let mut mine = self
                    .own
                    .iter()
                    .flat_map(|own| view.organization.teams_of(own));
                self.sees_others() || mine.any(|mine| mine.id == *team)
            }
        };
        holder || self.owns(grant, view)
    }

    /// Whether the calling account speaks for nobody and owns the externally managed type that the grant is on.
    fn owns(&self, grant: &Grant, view: &View) -> bool {
        let account = self.account.as_ref().filter(|_| self.own.is_none());
        let entries = grant.scope.entries();
        let mut entries = entries.iter().filter(|_| grant.by_owner);
        let of_type = entries.find_map(|entry| type_named(&view.organization, entry));
        account.zip(of_type).is_some_and(|(account, of_type)| {
            has(account, &ServiceScopeKind::TypeWrite(of_type), &self.home)
        })
    }

    /// What a change would do here, as far as it is shown; all of it counts.
    pub fn effect(&self, effect: Effect) -> ShownEffect {
        ShownEffect::new(effect, |line| {
            let is_own = self.own.as_ref() == Some(&line.user);
            match self.people {
                _ if is_own => true,
                People::Nobody => false,
                People::Here => line.by_mandate == 0,
                People::Everywhere => true,
            }
        })
    }

    /// What a change of a partner would do for its people at a client, to who sees them here and whose account reaches
    /// the client.
    pub fn effect_at(&self, client: &Home, effect: Effect) -> ShownEffect {
        let sees = self.sees_rights_at(client);
        ShownEffect::new(effect, |line: &EffectLine| {
            sees && self.sees_person(&line.user)
        })
    }

    /// Whether it shows what somebody may do at a client: where the calling account reaches it.
    pub fn sees_rights_at(&self, client: &Home) -> bool {
        self.people == People::Everywhere || self.reaches(client)
    }

    fn reaches(&self, home: &Home) -> bool {
        let scope = match &self.own {
            Some(_) => ServiceScopeKind::ActForUsers,
            None => ServiceScopeKind::Read,
        };
        let account = self.account.as_ref();
        account.is_some_and(|account| has(account, &scope, home))
    }
}
