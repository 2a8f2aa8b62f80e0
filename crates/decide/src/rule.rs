//! Who may call a method at all, as its proto option says it, and the one function that decides it.

use std::sync::Arc;

use access::View;
use domain::{
    Caller, Home, Operator, OrganizationRight, Reach, Reason, Refusal, ServiceAccount,
    ServiceScopeKind, Timestamp, UserId, Who,
};

/// The authorization option of a method. Any one of its ways is enough.
#[derive(Debug, Clone, Default)]
pub struct Rule {
    /// `Service.Method`, as the log names it.
    pub method: String,
    /// The acting user holds this right on the organization.
    pub organization_right: Option<OrganizationRight>,
    /// The service account has one of these scopes in the organization; no acting user needed.
    pub scopes: Vec<RuleScope>,
    /// Operators may, users and accounts.
    pub operator: bool,
    /// The user whom the request names may.
    pub own: bool,
    /// Every authenticated caller may; the use case asks for more.
    pub any_caller: bool,
    /// Every acting user may; the use case asks for more.
    pub any_user: bool,
    /// Grantor's own page may, for whoever has the link that the request brings.
    pub link_page: bool,
    /// It takes something away, and is let in beside all other calls.
    pub takes_away: bool,
    /// It finds what others have by guesses: limited by rate for each acting user.
    pub searches: bool,
    /// Its answers are a stream: no deadline but the caller's own.
    pub streams: bool,
}

/// A scope as an option names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleScope {
    /// Exactly this one.
    Exactly(ServiceScopeKind),
    /// `type.*.write`: the owner of any externally managed type; the use case checks which.
    AnyTypeWrite,
}

/// In which capacity a call is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Authority {
    /// As the operator.
    Operator,
    /// As a service, by its own scopes.
    Service(Arc<ServiceAccount>),
    /// As a user who holds the method's right in the organization.
    User(UserId),
    /// As the user whom it is about.
    Own(UserId),
    /// As anybody who got through the door.
    Anyone(Option<UserId>),
}

impl Authority {
    /// The acting user whose own rights count; none for operators and services.
    pub fn user(&self) -> Option<&UserId> {
        match self {
            Self::User(user) | Self::Own(user) => Some(user),
            Self::Anyone(user) => user.as_ref(),
            Self::Operator | Self::Service(_) => None,
        }
    }
}

/// One question: may this caller make this call here?
#[derive(Debug)]
pub struct Asking<'a> {
    pub who: &'a Who,
    /// The home that the call is about.
    pub home: &'a Home,
    /// The user whom the request names, where it names one.
    pub about: Option<&'a UserId>,
    pub now: Timestamp,
    /// The call makes the home, so it need not exist.
    pub birth: bool,
}

impl Rule {
    /// Decides on the given states. Default is no.
    pub fn allow(&self, asking: &Asking<'_>, view: &View) -> Result<Authority, Refusal> {
        let account = match &asking.who.caller {
            Caller::CommandLine => return Ok(Authority::Operator),
            Caller::LinkPage => return self.allow_page(asking, view),
            Caller::Service { .. } => {
                calling(asking.who, view, asking.now)?.ok_or_else(credentials_invalid)?
            }
        };
        let authority = match &asking.who.actor {
            Some(actor) => self.allow_user(asking, view, account, actor)?,
            None => self.allow_service(asking, view, account)?,
        };
        must_exist(asking, view)?;
        Ok(authority)
    }

    /// What is so whatever the organization's state is: asked before it is at hand, of the platform and the people alone.
    pub fn allow_near(&self, asking: &Asking<'_>, view: &View) -> Result<(), Refusal> {
        let Some(account) = calling(asking.who, view, asking.now)? else {
            return Ok(());
        };
        match &asking.who.actor {
            Some(actor) => self.may_act(asking, view, account, actor),
            None => self.allow_service(asking, view, account).map(|_| ()),
        }
    }

    /// The page speaks for nobody and opens nothing without a link: its token decides in the use case.
    fn allow_page(&self, asking: &Asking<'_>, view: &View) -> Result<Authority, Refusal> {
        if !self.link_page || asking.who.actor.is_some() {
            return Err(credentials_invalid());
        }
        must_exist(asking, view)?;
        Ok(Authority::Anyone(None))
    }

    fn allow_user(
        &self,
        asking: &Asking<'_>,
        view: &View,
        account: &Arc<ServiceAccount>,
        actor: &UserId,
    ) -> Result<Authority, Refusal> {
        self.may_act(asking, view, account, actor)?;
        if self.operator && operates(view, account, Some(actor), asking.home) {
            return Ok(Authority::Operator);
        }
        // In an organization only who belongs there: others must not learn from it that it exists.
        let belongs = asking.home.organization().is_none()
            || view.holds(actor, OrganizationRight::View, asking.now);
        if self.own && asking.about == Some(actor) && belongs {
            return Ok(Authority::Own(actor.clone()));
        }
        if let Some(right) = self.organization_right
            && view.holds(actor, right, asking.now)
        {
            return Ok(Authority::User(actor.clone()));
        }
        if self.any_user || self.any_caller {
            return Ok(Authority::Anyone(Some(actor.clone())));
        }
        Err(self.refuse_user(asking, view, account, actor))
    }

    /// Whether the account may speak for this user here at all.
    fn may_act(
        &self,
        asking: &Asking<'_>,
        view: &View,
        account: &ServiceAccount,
        actor: &UserId,
    ) -> Result<(), Refusal> {
        self.may_act_for_users(asking, account)?;
        must_be_active(view, actor)
    }

    fn allow_service(
        &self,
        asking: &Asking<'_>,
        view: &View,
        account: &Arc<ServiceAccount>,
    ) -> Result<Authority, Refusal> {
        if self.operator && operates(view, account, None, asking.home) {
            return Ok(Authority::Operator);
        }
        let named = |scope: &RuleScope| {
            account
                .scopes
                .iter()
                .any(|held| scope.is(&held.kind) && reaches(held, asking.home))
        };
        if self.scopes.iter().any(named) {
            return Ok(Authority::Service(Arc::clone(account)));
        }
        if self.any_caller {
            return Ok(Authority::Anyone(None));
        }
        Err(self.refuse_service(asking.home, account))
    }

    /// Not a member: NOT_FOUND, whether the organization exists or not (AIP-211).
    fn refuse_user(
        &self,
        asking: &Asking<'_>,
        view: &View,
        account: &ServiceAccount,
        actor: &UserId,
    ) -> Refusal {
        // What is yet to be made is nobody's secret.
        let Some(organization) = asking.home.organization().filter(|_| !asking.birth) else {
            return Refusal::new(
                Reason::OperatorRequired,
                format!(
                    "{} is for the operator; {} is none here.",
                    self.method,
                    actor.resource_name()
                ),
            );
        };
        // Operators read everything, so what is there is no secret to them either.
        let operates = view.organization.organization().is_some()
            && operates(view, account, Some(actor), asking.home);
        if !operates && !view.holds(actor, OrganizationRight::View, asking.now) {
            return Refusal::not_found(organization.resource_name());
        }
        let Some(right) = self.organization_right else {
            return Refusal::new(
                Reason::OperatorRequired,
                format!(
                    "{} is for the operator, not for members of {}.",
                    self.method,
                    organization.resource_name()
                ),
            );
        };
        Refusal::new(
            Reason::RightMissing,
            format!(
                "{} needs the right {} on {}, which {} does not hold. It comes with: {}.",
                self.method,
                right.name(),
                organization.resource_name(),
                actor.resource_name(),
                right.held_by()
            ),
        )
        .about(organization.resource_name())
        .with("right", right.name())
    }

    fn refuse_service(&self, home: &Home, account: &ServiceAccount) -> Refusal {
        let name = account.id.resource_name();
        let names: Vec<_> = self.scopes.iter().map(RuleScope::to_string).collect();
        let elsewhere = account
            .scopes
            .iter()
            .any(|held| self.scopes.iter().any(|scope| scope.is(&held.kind)));
        if let (true, Some(organization)) = (elsewhere, home.organization()) {
            return Refusal::not_found(organization.resource_name());
        }
        if self.operator && self.scopes.is_empty() && self.for_operators_only() {
            return Refusal::new(
                Reason::OperatorRequired,
                format!(
                    "{} is for the operator, and {name} is none: it needs the scope operator for all \
                     organizations, and `grantor operators add {name}` on the operator's machine.",
                    self.method
                ),
            );
        }
        if account.reach(&ServiceScopeKind::ActForUsers).is_some() && self.is_for_users(home) {
            return Refusal::new(
                Reason::ActingUserRequired,
                format!(
                    "{} needs an acting user. Send metadata x-grantor-acting-user: users/ID.",
                    self.method
                ),
            );
        }
        let wanted = if names.is_empty() {
            "act.for.users".to_owned()
        } else {
            names.join(" or ")
        };
        let of_all = if elsewhere {
            " for all organizations"
        } else {
            ""
        };
        Refusal::new(
            Reason::ScopeMissing,
            format!(
                "{} lacks the scope {wanted}{of_all}, which {} needs. The operator can add it.",
                name, self.method
            ),
        )
        .about(name)
        .with("scopes", names.join(","))
    }

    fn may_act_for_users(
        &self,
        asking: &Asking<'_>,
        account: &ServiceAccount,
    ) -> Result<(), Refusal> {
        let id = &account.id;
        let act_for_users = ServiceScopeKind::ActForUsers;
        if has(account, &act_for_users, asking.home) {
            return Ok(());
        }
        let lacks =
            |what: String| Refusal::new(Reason::ScopeMissing, what).with("scopes", "act.for.users");
        match (account.reach(&act_for_users), asking.home.organization()) {
            (Some(_), Some(organization)) => Err(Refusal::not_found(organization.resource_name())),
            (Some(_), None) if self.any_caller && *asking.home == Home::Platform => Ok(()),
            // A person is not one organization's: who may speak for users in some may not touch accounts.
            (Some(_), None) => Err(lacks(format!(
                "{} may act for users in some organizations only; this call is about more than \
                 these and needs act.for.users for all of them. The operator can change it.",
                id.resource_name()
            ))),
            (None, _) => Err(lacks(format!(
                "{} lacks the scope act.for.users, so it may not send x-grantor-acting-user.",
                id.resource_name()
            ))),
        }
    }

    /// Whether the use case itself says which acting users may.
    pub fn is_open_to_users(&self) -> bool {
        self.any_user || self.any_caller
    }

    fn for_operators_only(&self) -> bool {
        self.organization_right.is_none() && !self.own && !self.any_user
    }

    /// Whether there are acting users who may call it there; what needs a right on an organization has none elsewhere.
    fn is_for_users(&self, home: &Home) -> bool {
        let by_right = self.organization_right.is_some() && home.organization().is_some();
        by_right || self.own || self.any_user
    }
}

/// Whether whoever calls still may call anything: asked between the questions of a stream, whatever they are about.
pub fn must_still_call(who: &Who, view: &View, now: Timestamp) -> Result<(), Refusal> {
    calling(who, view, now)?;
    match &who.actor {
        Some(actor) => must_be_active(view, actor),
        None => Ok(()),
    }
}

fn must_be_active(view: &View, actor: &UserId) -> Result<(), Refusal> {
    if view.people.is_active(actor) {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::ActingUserInactive,
        format!(
            "{} is deactivated; the operator can reactivate the account.",
            actor.resource_name()
        ),
    ))
}

/// The account that calls, with a key that works; none where it is Grantor's own page or command line.
fn calling<'v>(
    who: &Who,
    view: &'v View,
    now: Timestamp,
) -> Result<Option<&'v Arc<ServiceAccount>>, Refusal> {
    let Caller::Service { account, key } = &who.caller else {
        return Ok(None);
    };
    let key = view.platform.key(key).filter(|key| key.account == *account);
    let live = key.is_some_and(|key| key.is_live(now));
    let account = view.platform.service_account(account).filter(|_| live);
    account.map(Some).ok_or_else(credentials_invalid)
}

/// The states as they answer about the acting user: with their paths only through organizations that the calling account
/// reaches.
pub fn acting_view(who: &Who, view: View) -> View {
    narrowed(who, &view).unwrap_or(view)
}

/// The same; none where the account reaches everything or nobody acts.
pub fn narrowed(who: &Who, view: &View) -> Option<View> {
    let (Some(actor), Caller::Service { account, .. }) = (&who.actor, &who.caller) else {
        return None;
    };
    let account = view.platform.service_account(account)?;
    match account.reach(&ServiceScopeKind::ActForUsers)? {
        Reach::All => None,
        reach @ Reach::Listed(_) => Some(view.within_reach(actor, reach)),
    }
}

impl RuleScope {
    /// The scope of this name; `type.*.write` is any of the owners.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "type.*.write" => Some(Self::AnyTypeWrite),
            _ => ServiceScopeKind::parse(text).map(Self::Exactly),
        }
    }

    /// Whether a scope of this kind is one that the option names.
    pub fn is(&self, kind: &ServiceScopeKind) -> bool {
        match self {
            Self::Exactly(wanted) => wanted == kind,
            Self::AnyTypeWrite => matches!(kind, ServiceScopeKind::TypeWrite(_)),
        }
    }
}

impl std::fmt::Display for RuleScope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exactly(kind) => kind.fmt(f),
            Self::AnyTypeWrite => f.write_str("type.*.write"),
        }
    }
}

/// The one answer to every key that does not work, so that nothing is learned from it.
pub fn credentials_invalid() -> Refusal {
    Refusal::new(
        Reason::CredentialsInvalid,
        "The key is unknown, expired or revoked. Send metadata authorization: Bearer grk_…; the operator makes keys.",
    )
}

/// Whether they are an operator here: this user as whom the account acts, or the account by itself.
pub(crate) fn operates(
    view: &View,
    account: &ServiceAccount,
    actor: Option<&UserId>,
    home: &Home,
) -> bool {
    let operator = match actor {
        Some(actor) => Operator::User(actor.clone()),
        None => Operator::ServiceAccount(account.id.clone()),
    };
    view.platform.is_operator(&operator) && has(account, &ServiceScopeKind::Operator, home)
}

/// Whether the account has the scope where the call goes; homes other than organizations need a reach over all.
pub(crate) fn has(account: &ServiceAccount, kind: &ServiceScopeKind, home: &Home) -> bool {
    account
        .scopes
        .iter()
        .any(|scope| scope.kind == *kind && reaches(scope, home))
}

fn reaches(scope: &domain::ServiceScope, home: &Home) -> bool {
    match home.organization() {
        Some(organization) => scope.reach.covers(organization),
        None => scope.reach == domain::Reach::All,
    }
}

/// Only after it is settled that the caller may know.
fn must_exist(asking: &Asking<'_>, view: &View) -> Result<(), Refusal> {
    match asking.home.organization() {
        Some(organization) if !asking.birth && view.organization.organization().is_none() => {
            Err(Refusal::not_found(organization.resource_name()))
        }
        _ => Ok(()),
    }
}
