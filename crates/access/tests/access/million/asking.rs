//! Each decision, its reason, its path and its end are what the naive model answers.

use access::{Decision, Path, Resource, View};
use domain::{
    Grant, OrganizationRight, Product, Reach, Reason, Right, RightName, ScopeEntry, Timestamp,
    UserId,
};

use super::dice::Dice;
use super::tally::Tally;
use crate::facts::{acme, product_id, user};
use crate::naive::{Facts, matches};
use crate::naive_decision::Answer;
use crate::partners::home;
use crate::random::{PEOPLE, PRODUCTS};
use crate::random_partners::COMPANIES;

/// A state, the model of it, and when it is asked.
pub(crate) struct Asked<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) view: &'a View,
    pub(crate) moments: &'a [Timestamp],
}

/// Mostly a member here or of a partner, else anybody: of who is none there is less to say.
pub(crate) fn somebody(facts: &Facts, dice: &mut Dice) -> UserId {
    let members = match dice.below(5) {
        0 => &[],
        1 | 2 if !facts.companies.is_empty() => &*dice.one_of(&facts.companies).members,
        _ => &*facts.members,
    };
    if !members.is_empty() {
        return dice.one_of(members).user.clone();
    }
    let place = dice.below(PEOPLE.len() + 1);
    user(PEOPLE.get(place).unwrap_or(&"stranger"))
}

/// Asks about one person, some products and the organization.
pub(crate) fn ask(asked: &Asked<'_>, dice: &mut Dice, tally: &mut Tally) {
    let who = somebody(asked.facts, dice);
    assert_eq!(asked.view.is_partner(&who), asked.facts.is_partner(&who));
    if !dice.once_in(5) {
        return asked.about(&who, dice, tally);
    }
    let (view, facts) = (asked.view, asked.facts.clone());
    let (view, facts) = if dice.once_in(2) {
        (view.without_mandates_of(&who), facts.without_mandates())
    } else {
        let all = [acme(), home(COMPANIES[0]), home(COMPANIES[1])];
        let reach = Reach::Listed(all.into_iter().filter(|_| dice.once_in(2)).collect());
        let facts = facts.within_reach(&who, &reach);
        (view.within_reach(&who, &reach), facts)
    };
    let narrowed = Asked {
        facts: &facts,
        view: &view,
        moments: asked.moments,
    };
    narrowed.about(&who, dice, tally);
}

/// Who asks for what on what, and when.
#[derive(Debug, Clone, Copy)]
struct Question<'a> {
    who: &'a UserId,
    on: &'a Resource,
    right: &'a RightName,
    at: Timestamp,
}

impl Asked<'_> {
    fn about(&self, who: &UserId, dice: &mut Dice, tally: &mut Tally) {
        for _ in 0..2 {
            let id = product_id(PRODUCTS[dice.below(PRODUCTS.len())]);
            let mut products = self.facts.products.iter();
            match products.find(|product| product.id == id) {
                Some(product) => self.about_product(who, product, dice, tally),
                None => self.about_unknown(who, &Resource::Product(id), tally),
            }
        }
        for right in OrganizationRight::ALL {
            let question = Question {
                who,
                on: &Resource::Organization,
                right: &RightName::from(right.name()),
                at: *dice.one_of(self.moments),
            };
            let expected = self.facts.about_organization(who, right);
            self.is_answered(question, &expected, tally);
            assert_eq!(self.view.holds(who, right, question.at), expected.allowed);
        }
    }

    fn about_unknown(&self, who: &UserId, on: &Resource, tally: &mut Tally) {
        let question = Question {
            who,
            on,
            right: &"r0".into(),
            at: self.moments[0],
        };
        self.is_answered(question, &self.facts.about_unknown(who), tally);
    }

    fn about_product(&self, who: &UserId, product: &Product, dice: &mut Dice, tally: &mut Tally) {
        let on = &Resource::Product(product.id.clone());
        for right in &self.facts.type_of(product).rights {
            self.about_right(who, product, right, dice, tally);
        }
        let at = *dice.one_of(self.moments);
        let right = &"contact_support".into();
        let help = Question { who, on, right, at };
        self.is_answered(help, &self.facts.about_help(who, product), tally);
        for (right, decision) in self.view.rights(who, on, at) {
            let alone = self.view.check(who, on, &right.as_str().into(), at);
            assert_eq!(decision, alone.unwrap(), "{who} {right} of all on {on:?}");
        }
    }

    /// At every moment.
    fn about_right(
        &self,
        who: &UserId,
        product: &Product,
        right: &Right,
        dice: &mut Dice,
        tally: &mut Tally,
    ) {
        let on = &Resource::Product(product.id.clone());
        let id = right.id.as_str();
        let named = &match dice.once_in(4) {
            true => RightName::from(format!("{}/{id}", product.product_type)),
            false => RightName::from(id),
        };
        if right.removed {
            let refusal = self.view.check(who, on, named, self.moments[0]);
            assert_eq!(refusal.unwrap_err().reason, Reason::RightUnknown);
            return;
        }
        let expected = self.facts.over_time(who, product, id, self.moments);
        for (at, expected) in self.moments.iter().zip(&expected) {
            let question = Question {
                who,
                on,
                right: named,
                at: *at,
            };
            let answer = self.is_answered(question, expected, tally);
            if let Some(path) = &answer.path {
                self.leads_there(path, question, product, tally);
            }
            tally.until(expected.until.is_some());
        }
    }

    /// The answer, which is the expected one.
    fn is_answered(
        &self,
        question: Question<'_>,
        expected: &Answer,
        tally: &mut Tally,
    ) -> Decision {
        let Question { who, on, right, at } = question;
        let answer = self.view.check(who, on, right, at).unwrap();
        let said = Answer {
            reason: answer.reason,
            allowed: answer.allowed,
            until: answer.valid_until,
        };
        assert_eq!(
            said, *expected,
            "{question:?}: {answer:#?}\n{:#?}",
            self.facts
        );
        let by_path = answer.path.as_ref().map(Path::reason);
        let allowed_by = expected.allowed.then_some(expected.reason);
        assert_eq!(by_path, allowed_by, "{question:?}");
        tally.decided(expected.reason);
        answer
    }

    /// The grant that the path names, were it the only one, allows it by the same sort of path.
    fn leads_there(
        &self,
        path: &Path,
        question: Question<'_>,
        product: &Product,
        tally: &mut Tally,
    ) {
        let Some(id) = path.grant() else {
            return;
        };
        let Question { who, right, at, .. } = question;
        let mut grants = self.facts.grants.iter();
        let grant = grants.find(|grant| grant.id == *id).unwrap();
        let alone = |it: &Grant| it.id == *id && it.period.covers(at);
        let why = self.facts.why(who, product, right.bare(), &alone);
        assert_eq!(why, Some(path.reason()), "{question:?}");
        for entry in grant.scope.entries() {
            if matches(entry, product, grant.scope_revision) {
                tally.through(sort(entry));
            }
        }
        let is_bound = |team: &domain::Team| !team.bound_to(who).is_empty();
        match path {
            Path::Grant(_) if !grant.bound_to().is_empty() => tally.through("bound grant"),
            Path::Grant(_) if grant.by_owner => tally.through("grant of the type's owner"),
            Path::Team(team, _) if is_bound(team) => tally.through("bound place in a team"),
            Path::Partnership(..) => tally.through("grant of a mandate"),
            _ => {}
        }
    }
}

fn sort(entry: &ScopeEntry) -> &'static str {
    match entry {
        ScopeEntry::Product(_) => "product",
        ScopeEntry::Group(_) => "group",
        ScopeEntry::Tag(_) => "tag",
        ScopeEntry::Type(_) => "type",
        ScopeEntry::FutureOfType(_) => "future products",
    }
}
