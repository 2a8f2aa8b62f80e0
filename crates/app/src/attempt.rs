//! One asking of a use case, under the lock or on a snapshot: the facts are read, the steps are judged in their place.

use access::Work;
use decide::judging::{Judging, Verdict};
use decide::links::Links;
use decide::rule::acting_view;
use decide::rules::way_in;
use decide::seed::Seed;
use decide::use_case::{Plan, UseCase};
use domain::{Change, Home, MailLimits, Moment, Timestamp};

use crate::call::Call;
use crate::engine::Snapshot;
use crate::error::Error;
use crate::facts::Stored;
use crate::pool::{Pool, Taken};

/// One asking of a use case.
pub(crate) struct Attempt<'a, U> {
    pub(crate) call: &'a Call,
    pub(crate) command: &'a U,
    pub(crate) seed: &'a Seed,
    pub(crate) links: &'a Links,
    pub(crate) mail_limits: MailLimits,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) now: Timestamp,
    pub(crate) pool: &'a Pool,
    /// Where it works.
    pub(crate) place: &'a Taken,
}

impl<U: UseCase> Attempt<'_, U> {
    pub(crate) async fn decide(&self, rows: &Stored<'_>) -> Result<Plan, Error> {
        self.judged(rows).await.map(|(verdict, _)| verdict.plan)
    }

    /// The plan, the changes whose effect a preview shows, and the steps that are left for it.
    pub(crate) async fn foresee(
        &self,
        rows: &Stored<'_>,
    ) -> Result<(Plan, Vec<Change>, Work), Error> {
        let (verdict, work) = self.judged(rows).await?;
        let foreseen = verdict
            .foreseen
            .unwrap_or_else(|| verdict.plan.changes.clone());
        Ok((verdict.plan, foreseen, work))
    }

    /// The plan, after what is asked of every change: bound to the partnerships through which it is made, raising nobody,
    /// within the quotas.
    async fn judged(&self, rows: &Stored<'_>) -> Result<(Verdict, Work), Error> {
        let judging = self.judging();
        let who = &self.call.who;
        // With the acting user's paths only through what the calling account reaches.
        let view = acting_view(who, self.snapshot.view());
        let authority = judging.allow(&view)?;
        let work = self.pool.work(&authority);
        let view = view.with_work(work.clone());
        let facts = rows.gather(self.command.wants(&view)).await?;
        let verdict = || judging.verdict(&view, &authority, &facts);
        let mut verdict = self.place.decide(&work, verdict)?;
        let after = |changes: &[Change]| self.snapshot.view_after(changes);
        way_in::must_stay(&verdict.plan.changes, self.now, after)?;
        rows.must_be_few(self.mail_limits, who, &mut verdict.plan.changes, self.now)
            .await?;
        let complete = || Ok(judging.complete(&view, &mut verdict));
        let Some(after) = self.place.decide(&work, complete)? else {
            return Ok((verdict, work));
        };
        let facts = rows.gather(judging.wants(&view, &after, &verdict)).await?;
        let attempt = || judging.must_hold(&view, &after, &verdict, &facts);
        self.place.decide(&work, attempt)?;
        Ok((verdict, work))
    }

    fn judging(&self) -> Judging<'_, U> {
        Judging {
            who: &self.call.who,
            rule: &self.call.rule,
            command: self.command,
            seed: self.seed,
            links: self.links,
            moment: self.next(&self.command.home()),
            people_moment: self.next(&Home::People),
        }
    }

    /// The revision and time of a change of this home.
    fn next(&self, home: &Home) -> Moment {
        let head = self.snapshot.heads().find(|(known, _)| *known == home);
        Moment {
            revision: head.map_or(0, |(_, head)| head.revision) + 1,
            now: self.now,
        }
    }
}
