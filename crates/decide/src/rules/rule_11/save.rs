//! What does a save come to: what of a member's own goes, what stays as it is, and what is given anew?

use std::sync::Arc;

use domain::{
    Change, Grant, GrantPlan, OrganizationId, Period, ProductType, ProductTypeId, RecordName,
    Refusal, Rights, ScopeEntry, Subject, UserId,
};

use super::other_paths::must_leave_nothing_out;
use super::pieces::{ScopePiece, pieces, rights_on};
use crate::grant_spec;
use crate::preconditions::acting_user;
use crate::rule::Authority;
use crate::rules::rule_01::delegation::could_give;
use crate::taking::remove_grant;
use crate::taking::takes_from;
use crate::use_case::Context;

/// One save: of which member, on one type or all, by the owner of the type or by somebody.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Save<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) user: &'a UserId,
    pub(crate) only: Option<&'a Arc<ProductType>>,
    pub(crate) owner: Option<&'a ProductTypeId>,
}

impl Save<'_> {
    /// The change that leaves the member with the spec. What it need not touch keeps its name, times and note.
    pub(crate) fn replace(
        &self,
        spec: &[(ScopePiece, Rights)],
        organization: &OrganizationId,
    ) -> Result<Change, Refusal> {
        let context = self.context;
        let mut change = context.change();
        let mut kept: Vec<(ScopePiece, Rights)> = Vec::new();
        let mut others = Vec::new();
        let subject = Subject::Member(self.user.clone());
        for grant in context.organization().grants_of(&subject) {
            let (edited, untouched) = self.split(&grant);
            if grant.scope.is_nothing() && self.only.is_none() && !grant.by_owner {
                remove_grant(&mut change, &grant);
            }
            if !untouched.is_empty() {
                others.push(Grant {
                    scope: ScopePiece::scope(untouched.clone()),
                    ..Grant::clone(&grant)
                });
            }
            let rights = self.live(&grant.rights);
            let counts = self.counts(&grant);
            let (stays, goes): (Vec<_>, Vec<_>) = edited.into_iter().partition(|piece| {
                counts
                    && spec.iter().any(|(specified, all)| {
                        specified == piece && rights.is_part_of(&self.live(all))
                    })
            });
            kept.extend(stays.iter().cloned().map(|piece| (piece, rights.clone())));
            if !goes.is_empty() {
                self.shrink(
                    &mut change,
                    &grant,
                    untouched.into_iter().chain(stays).collect(),
                );
            }
        }
        if !change.events.is_empty() {
            takes_from(&mut change, organization, self.user);
        }
        for grant in self.missing(spec, &kept)? {
            change.save(grant);
        }
        self.must_be_whole(spec, &others)?;
        change.outcome.about = Some(RecordName::member(self.user));
        Ok(change)
    }

    /// Whether what it gives is held: a bound grant that does not count gives nothing, and the spec is given anew.
    fn counts(&self, grant: &Grant) -> bool {
        let bound_to = grant.bound_to();
        let making = self.context.view.partnerships_of_person(self.user);
        bound_to.is_empty() || bound_to.iter().any(|lender| making.contains(lender))
    }

    /// The places of a grant that this save edits, and the rest of it.
    fn split(&self, grant: &Grant) -> (Vec<ScopePiece>, Vec<ScopePiece>) {
        let pieces = pieces(&grant.scope);
        if grant.by_owner != self.owner.is_some() || grant.period.is_over(self.context.moment.now) {
            return (Vec::new(), pieces);
        }
        pieces.into_iter().partition(|piece| self.edits(piece))
    }

    /// Of one type: its products, the type and its future products. Of all: everything.
    fn edits(&self, piece: &ScopePiece) -> bool {
        let Some(only) = self.only else { return true };
        match piece {
            ScopePiece::Entry(entry) => {
                grant_spec::type_of(self.context, entry).is_some_and(|id| id == only.id)
            }
            ScopePiece::All => false,
        }
    }

    fn live(&self, rights: &Rights) -> Rights {
        rights_on(
            rights,
            self.only.map(|only| &only.id),
            &self.context.view.platform,
        )
    }

    /// The grant on these places alone; gone when none is left. Its future products stay those they were.
    fn shrink(&self, change: &mut Change, grant: &Arc<Grant>, pieces: Vec<ScopePiece>) {
        if pieces.is_empty() {
            return remove_grant(change, grant);
        }
        change.save(grant.narrowed(ScopePiece::scope(pieces), self.context.moment));
    }

    /// New grants for what is specified and not kept, as few as say it; each is asked whether it may be given.
    fn missing(
        &self,
        spec: &[(ScopePiece, Rights)],
        kept: &[(ScopePiece, Rights)],
    ) -> Result<Vec<Grant>, Refusal> {
        let mut plans: Vec<(Rights, Vec<ScopePiece>)> = Vec::new();
        for (piece, rights) in spec {
            let had = kept.iter().filter(|(had, _)| had == piece);
            let had = had.fold(Rights::nothing(), |all, (_, rights)| all.with(rights));
            let rest = self.live(rights).without(&had);
            if rest.is_nothing() {
                continue;
            }
            let fits = |(rights, pieces): &&mut (Rights, Vec<ScopePiece>)| {
                *rights == rest && pieces.iter().chain([piece]).all(is_listable)
            };
            match plans.iter_mut().find(fits) {
                Some((_, pieces)) => pieces.push(piece.clone()),
                None => plans.push((rest, vec![piece.clone()])),
            }
        }
        let grants = plans.into_iter().enumerate();
        grants
            .map(|(ordinal, (rights, pieces))| self.new_grant(ordinal, rights, pieces))
            .collect()
    }

    fn new_grant(
        &self,
        ordinal: usize,
        rights: Rights,
        pieces: Vec<ScopePiece>,
    ) -> Result<Grant, Refusal> {
        let plan = GrantPlan {
            rights,
            scope: ScopePiece::scope(pieces),
            period: Period::default(),
        };
        match self.owner {
            Some(owner) => {
                self.context
                    .view
                    .rights_apply(&plan.rights, &plan.scope, Some(owner))?
            }
            None => could_give(self.context, acting_user(self.context)?, &plan)?,
        }
        self.grant(ordinal, plan)
    }

    fn grant(&self, ordinal: usize, plan: GrantPlan) -> Result<Grant, Refusal> {
        let subject = Subject::Member(self.user.clone());
        let plan = (ordinal, plan);
        Ok(Grant {
            by_owner: matches!(self.context.authority, Authority::Service(_)),
            ..grant_spec::new_grant(self.context, &subject, plan, self.context.who)?
        })
    }

    /// No other path gives what the spec leaves out. On externally managed types there is no other path.
    fn must_be_whole(
        &self,
        spec: &[(ScopePiece, Rights)],
        others: &[Grant],
    ) -> Result<(), Refusal> {
        if self.owner.is_some() {
            return Ok(());
        }
        let platform = &self.context.view.platform;
        let types: Vec<_> = match self.only {
            Some(only) => vec![Arc::clone(only)],
            None => platform
                .product_types()
                .filter(|known| known.managing_system.is_none())
                .cloned()
                .collect(),
        };
        let specified: Result<Vec<_>, _> = spec
            .iter()
            .enumerate()
            .map(|(ordinal, (piece, rights))| {
                let scope = ScopePiece::scope(vec![piece.clone()]);
                self.grant(
                    ordinal,
                    GrantPlan {
                        rights: rights.clone(),
                        scope,
                        period: Period::default(),
                    },
                )
            })
            .collect();
        must_leave_nothing_out(self.context, self.user, others, &specified?, &types)
    }
}

/// Products alone share a grant: the wire's scope names one thing of any other sort.
fn is_listable(piece: &ScopePiece) -> bool {
    matches!(piece, ScopePiece::Entry(ScopeEntry::Product(_)))
}
