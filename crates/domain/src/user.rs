//! A person with an account, global to the platform.

use serde::{Deserialize, Serialize};

use crate::{Locale, Moment, Personal, Reason, Refusal, Stamp, Timestamp, UserId};

/// Whether the account works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum UserState {
    /// It works.
    Active,
    /// Switched off everywhere by the operator.
    Deactivated,
    /// Personal values are gone; the id stays.
    Erased,
}

impl UserState {
    /// The wire's spelling.
    pub fn name(self) -> &'static str {
        match self {
            Self::Active => "ACTIVE",
            Self::Deactivated => "DEACTIVATED",
            Self::Erased => "ERASED",
        }
    }
}

/// A new email that waits for its link to be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PendingEmail {
    /// The address.
    pub email: Personal,
    /// Mixed into the link's secret: a newer request kills the older link.
    pub salt: String,
    /// When the link dies.
    pub expire_time: Timestamp,
}

impl PendingEmail {
    /// The seconds for which its link can be used: 7 days.
    pub const LINK_LIFE: i64 = 7 * 24 * 3600;

    /// When its mail was sent off: the link of an earlier one is dead.
    pub fn sent_at(&self) -> Timestamp {
        self.expire_time.plus_seconds(-Self::LINK_LIFE)
    }

    /// Whether its link can still be used.
    pub fn is_open(&self, now: Timestamp) -> bool {
        now < self.expire_time
    }
}

/// How far an account that was made for somebody is theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Handover {
    /// Its email was never confirmed, and nobody has acted as it yet: a link to its email confirms it by itself.
    Waiting,
    /// Its email was confirmed, or somebody has acted as it.
    Done,
}

/// A person with an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct User {
    /// The id.
    pub id: UserId,
    /// First name.
    pub given_name: Option<Personal>,
    /// Last name.
    pub family_name: Option<Personal>,
    /// The email: unique on the platform once it is confirmed, a claim before; gone once erased.
    pub email: Option<Personal>,
    /// Whether a link sent there was used, or a trusted service vouched for it. If not, the email counts for nothing.
    pub email_confirmed: bool,
    /// The email to come.
    pub pending_email: Option<PendingEmail>,
    /// The login shown in lists (S3-6).
    pub login: Option<Personal>,
    /// The position (S3-12).
    pub position: Option<Personal>,
    /// The language of mails and pages.
    pub locale: Locale,
    /// Whether the account works.
    pub state: UserState,
    /// Set where the operator or a request made it for whoever has its email.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handover: Option<Handover>,
    /// When.
    pub stamp: Stamp,
}

/// An account that says that an email is its own, which nothing has proved yet (rule 6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The account.
    pub user: User,
    /// The email, as the account has it.
    pub email: Personal,
}

/// Who has an email confirmed, and who claims it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EmailAccounts {
    /// The one account whose email it is.
    pub holder: Option<User>,
    /// Those that claim it, the oldest first; void while there is a holder.
    pub claims: Vec<Claim>,
}

impl User {
    /// An account that works, of whose person nothing is known.
    pub fn new(id: UserId, moment: Moment) -> Self {
        Self {
            id,
            given_name: None,
            family_name: None,
            email: None,
            email_confirmed: false,
            pending_email: None,
            login: None,
            position: None,
            locale: Locale::default(),
            state: UserState::Active,
            handover: None,
            stamp: Stamp::new(moment),
        }
    }

    /// Switched off everywhere, also where it is already.
    pub fn deactivate(&self, moment: Moment) -> Result<Self, Refusal> {
        self.switched(UserState::Deactivated, moment)
    }

    /// Works again, also where it does already.
    pub fn reactivate(&self, moment: Moment) -> Result<Self, Refusal> {
        self.switched(UserState::Active, moment)
    }

    fn switched(&self, state: UserState, moment: Moment) -> Result<Self, Refusal> {
        self.must_not_be_erased("Erasure is final: an erased account is never active again.")?;
        Ok(Self {
            state,
            stamp: self.stamp.touched(moment),
            ..self.clone()
        })
    }

    /// Without all that is personal, for good; the id stays.
    #[must_use]
    pub fn erase(&self, moment: Moment) -> Self {
        Self {
            state: UserState::Erased,
            stamp: self.stamp.touched(moment),
            ..Self::new(self.id.clone(), moment)
        }
    }

    /// Somebody has acted as it: a link to its email proves nothing by itself any more.
    #[must_use]
    pub fn acted_as(&self, moment: Moment) -> Self {
        Self {
            handover: self.handover.map(|_| Handover::Done),
            stamp: self.stamp.touched(moment),
            ..self.clone()
        }
    }

    /// Whether the account works.
    pub fn is_active(&self) -> bool {
        self.state == UserState::Active
    }

    /// Whether its personal values are gone.
    pub fn is_erased(&self) -> bool {
        self.state == UserState::Erased
    }

    /// Refuses an account that is switched off or erased.
    pub fn must_be_active(&self) -> Result<(), Refusal> {
        if self.is_active() {
            return Ok(());
        }
        Err(self.wrong_state(
            "Only an active account can do this; an operator can reactivate one that is not erased.",
        ))
    }

    /// Refuses an erased account; `rule` says in words what follows from that.
    pub fn must_not_be_erased(&self, rule: &str) -> Result<(), Refusal> {
        if self.is_erased() {
            return Err(self.wrong_state(rule));
        }
        Ok(())
    }

    /// Refuses an account that is not erased, where only what is left of one is asked for.
    pub fn must_be_erased(&self) -> Result<(), Refusal> {
        if self.is_erased() {
            return Ok(());
        }
        Err(self
            .wrong_state("What organizations hold of a person is erased after the account itself."))
    }

    fn wrong_state(&self, rule: &str) -> Refusal {
        let state = self.state.name();
        Refusal::new(
            Reason::UserInactive,
            format!("{} is {state}. {rule}", self.id.resource_name()),
        )
        .about(self.id.resource_name())
        .with("state", state)
    }

    /// Whether it was made for somebody, whom nothing has shown to have it yet.
    pub fn awaits_handover(&self) -> bool {
        self.handover == Some(Handover::Waiting)
    }

    /// Whether a state of all people remembers anything of them; of most it does not.
    pub fn is_remembered(&self) -> bool {
        !self.is_active() || self.awaits_handover()
    }

    /// The email that counts; none while it is only claimed.
    pub fn confirmed_email(&self) -> Option<&Personal> {
        self.email.as_ref().filter(|_| self.email_confirmed)
    }

    /// The emails that it claims: they count for nothing until a link proves them.
    pub fn claimed_emails(&self) -> impl Iterator<Item = &Personal> {
        let unconfirmed = self.email.as_ref().filter(|_| !self.email_confirmed);
        let pending = self.pending_email.as_ref().map(|pending| &pending.email);
        unconfirmed.into_iter().chain(pending)
    }

    /// Every personal value that it names.
    pub fn personal(&self) -> impl Iterator<Item = &Personal> {
        [
            &self.given_name,
            &self.family_name,
            &self.email,
            &self.login,
            &self.position,
        ]
        .into_iter()
        .flatten()
        .chain(self.pending_email.as_ref().map(|pending| &pending.email))
    }
}

impl Claim {
    /// The account once a link has proved that the email is its own.
    pub fn confirmed(&self, stamp: Stamp) -> User {
        let pending = self.user.pending_email.clone();
        User {
            email: Some(self.email.clone()),
            email_confirmed: true,
            pending_email: pending.filter(|pending| pending.email.id != self.email.id),
            handover: self.user.handover.map(|_| Handover::Done),
            stamp,
            ..self.user.clone()
        }
    }
}

impl EmailAccounts {
    /// A claim of this account, void or not.
    pub fn claim_of(&self, user: &UserId) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.user.id == *user)
    }

    /// The claim that a link proves by itself: of the one account that the operator or a request made for whoever has
    /// the email, and as which nobody has acted. Of several it is not known which.
    pub fn waiting_claim(&self) -> Option<&Claim> {
        let waits = |claim: &&Claim| claim.user.awaits_handover();
        let mut waiting = self.claims.iter().filter(waits);
        let first = waiting.next().filter(|_| self.holder.is_none());
        first.filter(|_| waiting.next().is_none())
    }

    /// Whom the operator and requests find by it before they make another account: who has it confirmed, else an
    /// account that was made so, with this email. What its person claims beside that says nothing.
    pub fn found_by_makers(&self) -> Option<&User> {
        let made = |claim: &&Claim| {
            claim.user.handover.is_some() && claim.user.email.as_ref() == Some(&claim.email)
        };
        let found = self.claims.iter().find(made).map(|claim| &claim.user);
        self.holder.as_ref().or(found)
    }
}
