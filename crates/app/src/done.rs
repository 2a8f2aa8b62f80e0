//! What a write or a read hands back to the handlers.

use std::collections::HashMap;

use access::View;
use decide::queries::access::{Answer, Question};
use decide::rule::Authority;
use decide::shown_effect::ShownEffect;
use decide::visible::Sight;
use domain::{
    Change, Home, Noun, OrganizationRight, Personal, PersonalId, Refusal, Timestamp, UserId,
};

use crate::call::Call;

/// The texts behind the personal values of an answer; an erased one is absent.
#[derive(Debug, Clone, Default)]
pub struct Texts(pub(crate) HashMap<PersonalId, String>);

impl Texts {
    /// The text, empty once erased.
    pub fn get(&self, personal: &Personal) -> String {
        self.0.get(&personal.id).cloned().unwrap_or_default()
    }

    /// The text of an optional value.
    pub fn get_opt(&self, personal: Option<&Personal>) -> String {
        personal
            .map(|personal| self.get(personal))
            .unwrap_or_default()
    }
}

/// A write that was committed, replayed or previewed.
#[derive(Debug, Clone)]
pub struct Done {
    /// The changes: of its own home first.
    pub changes: Vec<Change>,
    /// The consistency token of the commit; of the snapshot for a preview.
    pub token: String,
    /// Shown once; none on a replay.
    pub secret: Option<String>,
    /// Whether the same request id had done it before.
    pub replayed: bool,
    /// Who would gain or lose what; only for a preview.
    pub effect: Option<ShownEffect>,
    /// The states after the change.
    pub view: View,
    /// The texts of all nouns in the changes.
    pub texts: Texts,
    /// What the caller may see of its own home.
    pub sight: Sight,
}

impl Done {
    /// The first noun of this sort that the changes save.
    pub fn saved<'a, N: Noun + 'a>(&'a self) -> Option<&'a N> {
        self.all_saved().next()
    }

    /// All nouns of this sort that the changes save.
    pub fn all_saved<'a, N: Noun + 'a>(&'a self) -> impl Iterator<Item = &'a N> {
        self.changes
            .iter()
            .flat_map(Change::saved)
            .filter_map(N::of)
    }

    /// All nouns of this sort that the changes removed, as they were.
    pub fn all_removed<'a, N: Noun + 'a>(&'a self) -> impl Iterator<Item = &'a N> {
        self.changes
            .iter()
            .flat_map(|change| &change.outcome.removed)
            .filter_map(N::of)
    }

    /// The change of its own home.
    pub fn change(&self) -> Option<&Change> {
        self.changes.first()
    }
}

/// The states that an answer is given on.
#[derive(Debug, Clone)]
pub struct Seen {
    pub view: View,
    /// In which capacity the call is allowed.
    pub authority: Authority,
    /// The time that the answer speaks of.
    pub at: Timestamp,
    /// The time at which it is asked; later where the answer is about the past.
    pub(crate) now: Timestamp,
    /// The consistency token of these states; empty where they are past.
    pub token: String,
    /// The states that say what the caller may, where they are others: the present ones where the answer is about the past, and
    /// those that the calling account reaches where it does not reach all.
    pub(crate) acting: Option<Box<View>>,
}

impl Seen {
    /// The states as they answer what the acting user may do: with paths only through what the calling account reaches.
    pub fn acting(&self) -> &View {
        self.acting.as_deref().unwrap_or(&self.view)
    }

    /// What the caller may see of a home, now.
    pub(crate) fn sight(&self, call: &Call, home: &Home) -> Sight {
        Sight::of(&call.who, home, self.acting(), self.now)
    }

    /// The answer to a question.
    pub(crate) fn answer(&self, question: &Question) -> Result<Answer, Refusal> {
        let mut answer = question.answer(&self.view, self.at)?;
        answer.decision.valid_until = self.lasting(answer.decision.valid_until);
        Ok(answer)
    }

    /// Until when an answer stands: what was changes no more.
    pub(crate) fn lasting(&self, valid_until: Option<Timestamp>) -> Option<Timestamp> {
        valid_until.filter(|_| self.is_present())
    }

    /// Whether an answer is about now, and not about the past.
    pub(crate) fn is_present(&self) -> bool {
        self.at == self.now
    }

    /// What a user hears who came through a door that is open to all and has nothing to ask for: what they lack, where they
    /// may know of the organization, else that nothing is there.
    pub(crate) fn refusal(&self, user: &UserId, lacking: Refusal, not_found: Refusal) -> Refusal {
        if self.acting().holds(user, OrganizationRight::View, self.now) {
            lacking
        } else {
            not_found
        }
    }
}
