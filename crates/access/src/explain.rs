//! Why: every path in the words of the domain, or the nearest missing piece and who could give it.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use domain::{
    AccessLevel, CONTACT_SUPPORT, Caller, Grant, OrganizationRight, Partnership, Refusal,
    RightName, Rights, Role, ScopeEntry, Timestamp, UserId,
};

use crate::accessor::Accessor;
use crate::asked_right::{AskedRight, organization_right};
use crate::decision::{Decision, DecisionReason, Path, Resource};
use crate::evaluate::{Evaluation, FoundPath};
use crate::span::Span;
use crate::state::{IndexedProduct, IndexedRight};
use crate::view::View;
use crate::words;

/// One path that gives the right, now or at another time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedPath {
    pub path: Path,
    /// The scope entry through which its grant covers the product; `None` for a role and for `all`.
    pub through: Option<ScopeEntry>,
    pub sentence: String,
    /// Since when; `None` is from the beginning.
    pub start: Option<Timestamp>,
    /// Until when; `None` is for ever.
    pub end: Option<Timestamp>,
    /// Whether it counts at the time asked about.
    pub counts_now: bool,
}

/// A decision and why it is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What Check answers.
    pub decision: Decision,
    /// Every path that gives the right; those that count now come first.
    pub paths: Vec<ExplainedPath>,
    /// Where it is denied, the nearest missing piece.
    pub missing: Option<String>,
    /// Where it is denied, who could change that; not those who are asked about.
    pub who_could: Vec<UserId>,
    /// All of it as one sentence.
    pub sentence: String,
}

/// What is missing, who could give it, and who that is in words.
struct MissingPiece {
    piece: String,
    who: Vec<UserId>,
    words: String,
}

impl View {
    /// The decision that `check` gives, with every path, or what is missing and who could give it.
    pub fn explain(
        &self,
        user: &UserId,
        resource: &Resource,
        right: &RightName,
        at: Timestamp,
    ) -> Result<Explanation, Refusal> {
        let decision = self.check(user, resource, right, at)?;
        let paths = self.explained_paths(user, resource, right, at, &decision)?;
        if decision.allowed {
            let sentence = paths.first().map_or("", |path| path.sentence.as_str());
            return Ok(Explanation {
                sentence: format!("allowed: {sentence}"),
                decision,
                paths,
                missing: None,
                who_could: Vec::new(),
            });
        }
        let missing = self.missing(user, resource, right, &decision, &paths, at)?;
        Ok(Explanation {
            sentence: format!("denied: {}. Who could: {}.", missing.piece, missing.words),
            decision,
            paths,
            missing: Some(missing.piece),
            who_could: missing.who,
        })
    }

    fn explained_paths(
        &self,
        user: &UserId,
        resource: &Resource,
        right: &RightName,
        at: Timestamp,
        decision: &Decision,
    ) -> Result<Vec<ExplainedPath>, Refusal> {
        let target = match resource {
            Resource::Organization => None,
            Resource::Product(id) => self.organization.indexed_product(id),
        };
        let (Some(target), Ok(accessor)) = (target, self.accessor(user)) else {
            return Ok(sole_path(decision).into_iter().collect());
        };
        let AskedRight::Right(indexed_type, known) = self.asked(target, right)? else {
            return Ok(sole_path(decision).into_iter().collect());
        };
        let evaluation = self.evaluation(accessor, target, indexed_type);
        let mut paths = Vec::new();
        let _ = evaluation.visit(|found| {
            if found.gives(known) && !found.span().is_empty() {
                paths.extend(self.explained(&found, &evaluation, known, at));
            }
            ControlFlow::Continue(())
        });
        paths.sort_by_key(|path| !path.counts_now);
        Ok(paths)
    }

    fn explained(
        &self,
        found: &FoundPath<'_>,
        evaluation: &Evaluation<'_>,
        known: &IndexedRight,
        at: Timestamp,
    ) -> Option<ExplainedPath> {
        let span = found.span();
        let here = &self.organization;
        let (through, sentence) = match found {
            FoundPath::Role(member) => (None, role_words(&member.role)),
            FoundPath::Grant { team, held, place } => {
                let grant = here.grant_of(held.held)?;
                let holder = match team {
                    Some(team) => format!("team {} ({})", team.display_name, team.id.local_name()),
                    None => format!("grant {}", grant.id),
                };
                let through = evaluation.target.entry(*place);
                let entry = words::entry(through.as_ref());
                let grant = self.grant_words(&grant, known);
                (through, format!("{holder}, {entry}, {grant}"))
            }
            FoundPath::Full(mandate) => (None, partnership_words(mandate.partnership)),
            FoundPath::Limited {
                mandate,
                held,
                place,
                ..
            } => {
                let grant = here.grant_of(held.held)?;
                let holder = partnership_words(mandate.partnership);
                let through = evaluation.target.entry(*place);
                let entry = words::entry(through.as_ref());
                let grant = self.grant_words(&grant, known);
                (through, format!("{holder}, {entry}, {grant}"))
            }
        };
        Some(ExplainedPath {
            path: found.path(here)?,
            through,
            sentence,
            start: (span.start != Span::ALWAYS.start).then_some(span.start),
            end: Span::unless_never(span.end),
            counts_now: span.covers(at),
        })
    }

    /// What a grant gives, when, and from whom.
    fn grant_words(&self, grant: &Grant, known: &IndexedRight) -> String {
        let rights = words::rights(&grant.rights, &self.platform);
        let named = match &grant.rights {
            Rights::All => true,
            Rights::Listed { rights, .. } if rights.contains(&known.number) => true,
            Rights::Listed { kinds, .. } => {
                let right = self.platform.right(known.number);
                right.is_some_and(|(_, right)| kinds.contains(right.kind))
            }
        };
        let implies = if named {
            String::new()
        } else {
            format!(" (implies {})", words::right(known.number, &self.platform))
        };
        let span = words::span(grant.period.into());
        let giver = match (&grant.granted_by.actor, &grant.granted_by.caller) {
            (Some(user), _) => user.resource_name().to_string(),
            (None, Caller::Service { account, .. }) => account.resource_name().to_string(),
            (None, Caller::CommandLine) => "the operator".to_owned(),
            (None, Caller::LinkPage) => "a link".to_owned(),
        };
        format!("{rights}{implies}{span}, granted by {giver}")
    }

    fn missing(
        &self,
        user: &UserId,
        resource: &Resource,
        right: &RightName,
        decision: &Decision,
        paths: &[ExplainedPath],
        at: Timestamp,
    ) -> Result<MissingPiece, Refusal> {
        let here = self.name();
        let by_managers = |piece: String| {
            let manages = |other: &UserId| self.holds(other, OrganizationRight::ManageUsers, at);
            self.missing_piece(piece, user, self.members_who(manages))
        };
        let by_operator = |piece: String| MissingPiece {
            piece,
            who: Vec::new(),
            words: "the operator".to_owned(),
        };
        Ok(match (decision.reason, resource) {
            (DecisionReason::NotAMember, _) if self.organization.is_shut_out(user) => {
                by_managers(format!("{here} has shut out {}", user.resource_name()))
            }
            (DecisionReason::NotAMember, _) => by_managers(format!(
                "{} is not a member of {here}",
                user.resource_name()
            )),
            (DecisionReason::MemberInactive, _) => by_managers(format!(
                "the membership of {} in {here} is deactivated",
                user.resource_name()
            )),
            (DecisionReason::UserInactive, _) => by_operator(format!(
                "{} is deactivated everywhere",
                user.resource_name()
            )),
            (_, Resource::Organization) => self.missing_role(user, organization_right(right)?),
            (_, Resource::Product(id)) => match self.organization.indexed_product(id) {
                None => by_operator(format!("{here} has no product {id}")),
                Some(target) => self.missing_path(user, target, right, paths, at)?,
            },
        })
    }

    /// An organization right comes from the role alone.
    fn missing_role(&self, user: &UserId, right: OrganizationRight) -> MissingPiece {
        let member = self.organization.member(user);
        let role = member.map_or("no role", |member| member.role.name());
        let role = match self.mandates(user).next() {
            Some(mandate) => partnership_words(mandate.partnership),
            None => role.to_owned(),
        };
        let piece = format!(
            "{} is for {}; {} is {role}",
            right.name(),
            right.held_by(),
            user.resource_name()
        );
        let representatives = self.members_who(|other| {
            let accessor = self.accessor(other);
            accessor.is_ok_and(|accessor| {
                let membership = accessor.membership;
                membership
                    .is_some_and(|membership| membership.member.role == Role::LegalRepresentative)
            })
        });
        self.missing_piece(piece, user, representatives)
    }

    fn missing_path(
        &self,
        user: &UserId,
        target: &IndexedProduct,
        right: &RightName,
        paths: &[ExplainedPath],
        at: Timestamp,
    ) -> Result<MissingPiece, Refusal> {
        let product = &target.product.id;
        let entry = ScopeEntry::Product(product.clone());
        let givers = self.grantors(Some(&entry));
        let by_givers = |piece: String| self.missing_piece(piece, user, givers);
        let AskedRight::Right(_, known) = self.asked(target, right)? else {
            return Ok(by_givers(format!(
                "{CONTACT_SUPPORT} on product {product} is for legal representatives, for administrators whose TECHNICAL reaches it, and for staff of full partners"
            )));
        };
        let right = words::right(known.number, &self.platform);
        if let Some(system) = self.managing_system(target)
            && paths.is_empty()
        {
            return Ok(MissingPiece {
                piece: format!(
                    "{system}, which manages who has what on products of type {}, has not given {right} on product {product}",
                    target.product.product_type
                ),
                who: Vec::new(),
                words: system,
            });
        }
        if let Some(piece) = nearest_in_time(paths, at) {
            return Ok(by_givers(piece));
        }
        let piece = match self.accessor(user) {
            Ok(accessor) => self.missing_right(user, accessor, target, &right, at),
            Err(_) => format!("nothing gives {right} on product {product}"),
        };
        Ok(by_givers(piece))
    }

    /// What a member has on the product instead of the right.
    fn missing_right(
        &self,
        user: &UserId,
        accessor: Accessor<'_>,
        target: &IndexedProduct,
        right: &str,
        at: Timestamp,
    ) -> String {
        let product = &target.product.id;
        if let Some(membership) = accessor.membership
            && let Role::Administrator(areas) = &membership.member.role
        {
            return match &areas.technical {
                None => format!(
                    "{} is ADMINISTRATOR without TECHNICAL",
                    user.resource_name()
                ),
                Some(scope) => format!(
                    "{} is ADMINISTRATOR with TECHNICAL for {} only, and product {product} is not among these",
                    user.resource_name(),
                    words::scope(scope)
                ),
            };
        }
        let indexed_type = self.indexed_type(target);
        let held = indexed_type.map_or_else(Vec::new, |indexed_type| {
            self.evaluation(accessor, target, indexed_type)
                .held(indexed_type, at)
        });
        if held.is_empty()
            && accessor.membership.is_none()
            && let Some(mandate) = self.mandates(user).next()
        {
            return format!(
                "{} is {}, and the mandate, as far as it is left to them, gives nothing on product {product}",
                user.resource_name(),
                partnership_words(mandate.partnership)
            );
        }
        if held.is_empty() {
            return format!(
                "no grant to {} or to a team of theirs covers product {product}",
                user.resource_name()
            );
        }
        let names: Vec<_> = held.iter().map(|known| known.id.as_str()).collect();
        format!(
            "{} has {} on product {product}, but nothing gives {right}",
            user.resource_name(),
            names.join(", ")
        )
    }

    fn missing_piece(&self, piece: String, user: &UserId, mut who: Vec<UserId>) -> MissingPiece {
        who.retain(|other| other != user);
        let words = if who.is_empty() {
            "the operator".to_owned()
        } else {
            words::people(&who)
        };
        MissingPiece { piece, who, words }
    }

    fn members_who(&self, fits: impl Fn(&UserId) -> bool) -> Vec<UserId> {
        let users = self.organization.members().map(|member| &member.user);
        users.filter(|user| fits(user)).cloned().collect()
    }

    fn managing_system(&self, target: &IndexedProduct) -> Option<String> {
        let system = &self.indexed_type(target)?.product_type.managing_system;
        system.as_ref().map(ToString::to_string)
    }

    fn name(&self) -> String {
        let organization = self.organization.organization();
        organization.map_or_else(
            || "the organization".to_owned(),
            |organization| organization.id.resource_name().to_string(),
        )
    }
}

/// The path of a decision that the role or a partnership alone made.
fn sole_path(decision: &Decision) -> Option<ExplainedPath> {
    let path = decision.path.as_ref()?;
    let sentence = match path {
        Path::Role(role) => role_words(role),
        Path::Partnership(partnership, _) => partnership_words(partnership),
        Path::Grant(_) | Path::Team(..) => return None,
    };
    Some(ExplainedPath {
        path: path.clone(),
        through: None,
        sentence,
        start: None,
        end: None,
        counts_now: true,
    })
}

fn partnership_words(partnership: &Partnership) -> String {
    let level = match partnership.access {
        AccessLevel::Limited => "limited",
        AccessLevel::Full { .. } => "full",
    };
    format!(
        "staff of the {level} partner {} ({})",
        partnership.partner.resource_name(),
        partnership.id.local_name()
    )
}

fn role_words(role: &Role) -> String {
    let Some(areas) = role.areas() else {
        return format!("role {}", role.name());
    };
    let mut words = format!("role {}", role.name());
    let flags = [
        (areas.financial, "FINANCIAL"),
        (areas.security, "SECURITY"),
        (areas.user_rights, "USER_RIGHTS"),
    ];
    for (_, name) in flags.into_iter().filter(|(has, _)| *has) {
        words.push_str(&format!(", {name}"));
    }
    if let Some(technical) = &areas.technical {
        words.push_str(&format!(", TECHNICAL for {}", words::scope(technical)));
    }
    words
}

/// Of the paths that give the right at another time, the next to begin, else the last to have ended.
fn nearest_in_time(paths: &[ExplainedPath], at: Timestamp) -> Option<String> {
    let starts = |path: &&ExplainedPath| path.start.filter(|start| at < *start);
    let coming = paths.iter().filter(|path| starts(path).is_some());
    if let Some(path) = coming.min_by_key(|path| path.start) {
        return Some(format!("not yet begun: {}", path.sentence));
    }
    let over = paths.iter().min_by_key(|path| Reverse(path.end))?;
    Some(format!("over: {}", over.sentence))
}
