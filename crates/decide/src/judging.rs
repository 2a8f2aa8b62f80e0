//! What does one asking of a use case come to? Who may, what it decides, and what holds of every change: the steps that need
//! states and facts alone. Whoever runs them reads the facts in between.

use access::View;
use domain::{Change, Home, Moment, PartnershipId, Refusal, UserId, Who};

use crate::links::Links;
use crate::rule::{Asking, Authority, Rule};
use crate::rules::rule_12::must_not_be_shut_out;
use crate::rules::{bound, former_people, rule_01, rule_13};
use crate::seed::Seed;
use crate::use_case::{Author, Context, Facts, Plan, UseCase, Want};

/// One asking of a use case.
#[derive(Debug)]
pub struct Judging<'a, U> {
    pub who: &'a Who,
    /// The authorization option of the method.
    pub rule: &'a Rule,
    /// What is asked for.
    pub command: &'a U,
    /// Ids and secrets, drawn before the first attempt.
    pub seed: &'a Seed,
    /// The secrets of links.
    pub links: &'a Links,
    /// The revision and time of a change of the command's own home.
    pub moment: Moment,
    /// The revision and time of a change of `users`.
    pub people_moment: Moment,
}

/// What a use case came to, and on what.
#[derive(Debug)]
pub struct Verdict {
    /// What it decided.
    pub plan: Plan,
    /// The changes whose effect a preview shows, where these are not its own.
    pub foreseen: Option<Vec<Change>>,
    /// Whose change it is; none where a service or the operator makes it by itself.
    author: Option<UserId>,
    through: Vec<PartnershipId>,
}

impl<U: UseCase> Judging<'_, U> {
    /// Decides without the author's mandates first: what they could do by their own right is made through no partnership.
    pub fn verdict(
        &self,
        view: &View,
        authority: &Authority,
        facts: &Facts,
    ) -> Result<Verdict, Refusal> {
        let author = match self.command.author(view, facts) {
            Author::Actor => authority.user().cloned(),
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
                .and_then(|authority| self.plan(&own, &authority, facts, &[]));
            if let Ok((plan, foreseen)) = own {
                return Ok(Verdict {
                    plan,
                    foreseen,
                    author: Some(author.clone()),
                    through: Vec::new(),
                });
            }
        }
        let (plan, foreseen) = self.plan(view, authority, facts, &through)?;
        Ok(Verdict {
            plan,
            foreseen,
            author,
            through,
        })
    }

    /// Binds what comes and keeps who stops being one of the people; the states that the change of the organization leads
    /// to, where it is one that the call is about.
    pub fn complete(&self, view: &View, verdict: &mut Verdict) -> Option<View> {
        let home = self.own_organization()?;
        let way = bound::Way {
            through: &verdict.through,
            by: verdict.author.as_ref(),
        };
        let mut changes = verdict.plan.changes.iter_mut();
        let change = changes.find(|change| change.home == home)?;
        bound::bind(view, change, way, self.moment.now);
        let after = view_after(view, change, self.moment);
        former_people::keep(view, &after, change, self.moment);
        Some(after)
    }

    /// What has to be read before [`Self::must_hold`].
    pub fn wants(&self, before: &View, after: &View, verdict: &Verdict) -> Vec<Want> {
        let change = self.own_change(verdict);
        change.map_or_else(Vec::new, |change| {
            self.transition(before, after, change).wants()
        })
    }

    /// Refuses a change of the organization that raises somebody, or is more than there may be.
    pub fn must_hold(
        &self,
        before: &View,
        after: &View,
        verdict: &Verdict,
        facts: &Facts,
    ) -> Result<(), Refusal> {
        let Some(change) = self.own_change(verdict) else {
            return Ok(());
        };
        let transition = self.transition(before, after, change);
        let growth = rule_13::Growth {
            before,
            after,
            change,
            at: self.moment.now,
        };
        let (author, through) = (verdict.author.as_ref(), &verdict.through);
        transition.must_raise_nobody(U::NAME, author, through, facts)?;
        growth.must_fit()
    }

    /// In which capacity the call is allowed on these states.
    pub fn allow(&self, view: &View) -> Result<Authority, Refusal> {
        let asking = Asking {
            who: self.who,
            home: &self.command.home(),
            about: self.command.about(),
            now: self.moment.now,
            birth: self.command.birth(),
        };
        self.rule.allow(&asking, view)
    }

    fn transition<'s>(
        &self,
        before: &'s View,
        after: &'s View,
        change: &'s Change,
    ) -> rule_01::AskedChange<'s> {
        rule_01::AskedChange {
            before,
            after,
            change,
            at: self.moment.now,
        }
    }

    fn plan(
        &self,
        view: &View,
        authority: &Authority,
        facts: &Facts,
        through: &[PartnershipId],
    ) -> Result<(Plan, Option<Vec<Change>>), Refusal> {
        self.seed.rewind();
        let home = self.command.home();
        let context = Context {
            view,
            facts,
            authority,
            through,
            who: self.who,
            method: &self.rule.method,
            home: &home,
            moment: self.moment,
            people_moment: self.people_moment,
            seed: self.seed,
            links: self.links,
        };
        let plan = self.command.decide(&context)?;
        let events = plan.changes.iter().map(|change| change.events.len());
        view.work
            .goes_on(events.sum::<usize>().saturating_mul(DECIDING));
        if !self.command.open_to_shut_out() {
            must_not_be_shut_out(&context)?;
        }
        let foreseen = self.command.foreseen(&context, &plan);
        Ok((plan, foreseen))
    }

    /// The change of the organization that the call is about.
    fn own_change<'c>(&self, verdict: &'c Verdict) -> Option<&'c Change> {
        let home = self.own_organization()?;
        let mut changes = verdict.plan.changes.iter();
        changes.find(|change| change.home == home)
    }

    fn own_organization(&self) -> Option<Home> {
        let home = self.command.home();
        home.organization().is_some().then_some(home)
    }
}

/// What it takes to decide on one event, in steps.
const DECIDING: usize = 20;
/// What it takes to take in one event, in steps.
const TAKING_IN: usize = 20;

/// The states after a change of the organization itself.
fn view_after(view: &View, change: &Change, moment: Moment) -> View {
    // Cut short later: what is half taken in answers nothing.
    view.work
        .goes_on(change.events.len().saturating_mul(TAKING_IN));
    view.after(moment.revision, change)
}

#[cfg(test)]
mod tests {
    use access::Work;
    use domain::{
        Caller, DisplayName, GroupId, OrganizationId, ProductGroup, Record, Stamp, Timestamp,
    };
    use serde::Serialize;

    use super::*;
    use crate::use_case_name::{Named, UseCaseName};

    /// Makes so many groups, which looks at nothing.
    #[derive(Clone, Serialize)]
    struct ManyGroups(usize);

    impl Named for ManyGroups {
        const NAME: UseCaseName = UseCaseName::CreateProductGroup;
    }

    impl UseCase for ManyGroups {
        fn home(&self) -> Home {
            Home::Organization(OrganizationId::parse("acme").expect("an id"))
        }

        fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
            let mut change = context.change();
            for number in 0..self.0 {
                change.save(Record::ProductGroup(ProductGroup {
                    id: GroupId::parse(&format!("group-{number}")).expect("an id"),
                    display_name: DisplayName::parse("Group").expect("a name"),
                    stamp: Stamp::new(context.moment),
                }));
            }
            Ok(change.into())
        }
    }

    /// Whether so many steps are all taken by deciding on 100 events, and as many by taking them in.
    fn are_taken(steps: u64) -> [bool; 2] {
        let who = Who {
            actor: None,
            caller: Caller::CommandLine,
        };
        let moment = Moment {
            revision: 1,
            now: Timestamp(0),
        };
        let judging = Judging {
            who: &who,
            rule: &Rule::default(),
            command: &ManyGroups(100),
            seed: &Seed::new(&[0; 32]),
            links: &Links::new(b"a key of this test"),
            moment,
            people_moment: moment,
        };
        let view = || View {
            work: Work::of(steps),
            ..View::default()
        };
        let [deciding, taking_in] = [view(), view()];
        let verdict = judging.verdict(&deciding, &Authority::Operator, &Facts::default());
        judging.complete(&taking_in, &mut verdict.expect("it refuses nothing"));
        [deciding, taking_in].map(|view| view.work.is_spent())
    }

    #[test]
    fn attack_c1_deciding_and_taking_in_count_each_event() {
        assert_eq!(are_taken(100 * 20), [true, true]);
        assert_eq!(are_taken(100 * 20 + 1), [false, false]);
    }
}
