//! One asking of a use case, under the lock or on a snapshot: who may, what it decides, and what holds for every change.

use access::View;
use domain::{Change, Home, MailLimits, Moment, PartnershipId, Refusal, UserId};

use crate::call::Call;
use crate::draw::Draw;
use crate::engine::Picked;
use crate::error::Error;
use crate::facts::Rows;
use crate::links::Links;
use crate::pool::{Pool, Taken};
use crate::rule::{Asking, Standing, acting_view};
use crate::rules::{bound, former_people, rule_01, rule_13, way_in};
use crate::use_case::{Author, Facts, Given, Plan, UseCase};
use crate::use_cases::shut_out::must_not_be_shut_out;

/// One asking of a use case.
pub(crate) struct Asked<'a, U> {
    pub(crate) call: &'a Call,
    pub(crate) command: &'a U,
    pub(crate) draw: &'a Draw,
    pub(crate) links: &'a Links,
    pub(crate) mail_limits: MailLimits,
    pub(crate) picked: &'a Picked,
    pub(crate) now: domain::Timestamp,
    pub(crate) pool: &'a Pool,
    /// Where it works.
    pub(crate) place: &'a Taken,
}

/// What a use case came to, and on what.
struct Come {
    plan: Plan,
    foreseen: Option<Vec<Change>>,
    /// Whose change it is; none where a service or the operator makes it by itself.
    author: Option<UserId>,
    through: Vec<PartnershipId>,
}

impl<U: UseCase> Asked<'_, U> {
    pub(crate) async fn decide(&self, rows: &impl Rows) -> Result<Plan, Error> {
        self.judged(rows).await.map(|come| come.plan)
    }

    /// The plan, and the changes whose effect a preview shows.
    pub(crate) async fn foresee(&self, rows: &impl Rows) -> Result<(Plan, Vec<Change>), Error> {
        let come = self.judged(rows).await?;
        let foreseen = come.foreseen.unwrap_or_else(|| come.plan.changes.clone());
        Ok((come.plan, foreseen))
    }

    /// The plan, after what is asked of every change: bound to the partnerships through which it is made, raising nobody,
    /// within the quotas.
    async fn judged(&self, rows: &impl Rows) -> Result<Come, Error> {
        let view = self.acting_view();
        let standing = self.allow(&view)?;
        let work = self.pool.work(&standing);
        let view = view.with_work(work.clone());
        let facts = rows.gather(self.command.wants(&view)).await?;
        let come = || self.come(&view, &standing, &facts);
        let mut come = self.place.decide(&work, come)?;
        way_in::must_stay(self.picked, &come.plan.changes, self.now)?;
        let (limits, who) = (self.mail_limits, &self.call.who);
        rows.must_be_few(limits, who, &mut come.plan.changes, self.now)
            .await?;
        let Some(change) = self.own_change(&mut come.plan.changes) else {
            return Ok(come);
        };
        let way = bound::Way {
            through: &come.through,
            by: come.author.as_ref(),
        };
        let complete = || Ok(self.complete(&view, change, way));
        let after = self.place.decide(&work, complete)?;
        let step = rule_01::Asking {
            before: &view,
            after: &after,
            change,
            at: self.now,
        };
        let facts = rows.gather(step.wants()).await?;
        let growth = rule_13::Growth {
            before: &view,
            after: &after,
            change,
            at: self.now,
        };
        let (author, through) = (come.author.as_ref(), &come.through);
        let asked = || {
            step.must_raise_nobody(U::NAME, author, through, &facts)?;
            growth.must_fit()
        };
        self.place.decide(&work, asked)?;
        Ok(come)
    }

    /// Binds what comes and keeps who stops being one of the people; the states that the change leads to.
    fn complete(&self, view: &View, change: &mut Change, way: bound::Way<'_>) -> View {
        let moment = self.next(&change.home);
        bound::bind(view, change, way, self.now);
        let after = view_after(view, change, moment);
        former_people::keep(view, &after, change, moment);
        after
    }

    /// Decides without the author's mandates first: what they could do by their own right is made through no partnership.
    fn come(&self, view: &View, standing: &Standing, facts: &Facts) -> Result<Come, Refusal> {
        let author = match self.command.author(view, facts) {
            Author::Actor => standing.user().cloned(),
            Author::Other(author) => author,
        };
        let through = author.as_ref().map_or_else(Vec::new, |author| {
            let exercised = view.partnerships_exercised(author);
            exercised.cloned().collect()
        });
        if let Some(author) = author.as_ref().filter(|_| !through.is_empty()) {
            let own = view.without_mandates_of(author);
            let own = self
                .allow(&own)
                .and_then(|standing| self.plan(&own, &standing, facts, &[]));
            if let Ok((plan, foreseen)) = own {
                return Ok(Come {
                    plan,
                    foreseen,
                    author: Some(author.clone()),
                    through: Vec::new(),
                });
            }
        }
        let (plan, foreseen) = self.plan(view, standing, facts, &through)?;
        Ok(Come {
            plan,
            foreseen,
            author,
            through,
        })
    }

    fn plan(
        &self,
        view: &View,
        standing: &Standing,
        facts: &Facts,
        through: &[PartnershipId],
    ) -> Result<(Plan, Option<Vec<Change>>), Refusal> {
        self.draw.rewind();
        let home = self.command.home();
        let given = Given {
            view,
            facts,
            standing,
            through,
            who: &self.call.who,
            method: &self.call.rule.method,
            home: &home,
            moment: self.next(&home),
            users_moment: self.next(&Home::Users),
            draw: self.draw,
            links: self.links,
        };
        let plan = self.command.decide(&given)?;
        if !self.command.open_to_shut_out() {
            must_not_be_shut_out(&given)?;
        }
        let foreseen = self.command.foreseen(&given, &plan);
        Ok((plan, foreseen))
    }

    /// The states, with the acting user's paths only through what the calling account reaches.
    fn acting_view(&self) -> View {
        acting_view(&self.call.who, self.picked.view())
    }

    fn allow(&self, view: &View) -> Result<Standing, Refusal> {
        allowed(self.call, self.command, view, self.now)
    }

    /// The revision and time of a change of this home.
    fn next(&self, home: &Home) -> Moment {
        let head = self.picked.heads().find(|(known, _)| *known == home);
        Moment {
            revision: head.map_or(0, |(_, head)| head.revision) + 1,
            now: self.now,
        }
    }

    /// The change of the organization that the call is about.
    fn own_change<'c>(&self, changes: &'c mut [Change]) -> Option<&'c mut Change> {
        let home = self.command.home();
        home.organization()?;
        changes.iter_mut().find(|change| change.home == home)
    }
}

/// What it takes to take in one event, in steps.
const TAKING_IN: usize = 20;

/// The states after a change of the organization itself.
fn view_after(view: &View, change: &Change, moment: Moment) -> View {
    // Cut short later: what is half taken in answers nothing.
    view.work
        .goes_on(change.events.len().saturating_mul(TAKING_IN));
    let mut organization = access::OrganizationState::clone(&view.organization);
    organization.apply(moment.revision, change);
    View {
        organization: std::sync::Arc::new(organization),
        ..view.clone()
    }
}

/// Whether the call is allowed on these states.
pub(crate) fn allow<U: UseCase>(
    call: &Call,
    command: &U,
    picked: &Picked,
    now: domain::Timestamp,
) -> Result<Standing, Refusal> {
    let view = acting_view(&call.who, picked.view());
    allowed(call, command, &view, now)
}

fn allowed<U: UseCase>(
    call: &Call,
    command: &U,
    view: &View,
    now: domain::Timestamp,
) -> Result<Standing, Refusal> {
    let home = command.home();
    let asking = Asking {
        who: &call.who,
        home: &home,
        about: command.about(),
        now,
        birth: command.birth(),
    };
    call.rule.allow(&asking, view)
}
