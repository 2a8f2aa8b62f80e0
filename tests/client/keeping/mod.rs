//! Answers that are kept: by rules that need no server, tried here from their own files, and against one.

#[path = "../../../sdk/rust/src/ages.rs"]
mod ages;
#[path = "../../../sdk/rust/src/generations.rs"]
mod generations;
#[path = "../../../sdk/rust/src/kept.rs"]
mod kept;

mod bounds;
mod racing;
mod served;
mod suspended;
mod times;
mod told;

use std::time::Duration;

use grantor::v1;
use prost_types::Timestamp;

use generations::Question;
use kept::Kept;

const ACME: &str = "organizations/acme";
const DRIVE: &str = "organizations/acme/products/drive-1";

/// What was kept is a number here, so that one answer can be told from another.
struct Cache(Kept<u64>);

impl Cache {
    /// One whose stream has said its first message at 0 s, when it was 100 s in the database.
    fn heard() -> Self {
        let cache = Self::bounded(100);
        cache.hear(&["*"], "t0", 100, 0.0);
        cache
    }

    fn bounded(most: usize) -> Self {
        Self(Kept::of(ACME, most))
    }

    /// A message: of these subjects, `*` for all, none for a sign of life.
    fn hear(&self, subjects: &[&str], token: &str, proved: i64, now: f64) {
        let invalidation = v1::Invalidation {
            subjects: subjects.iter().map(|one| (*one).to_owned()).collect(),
            all_subjects: false,
        };
        let all = v1::Invalidation {
            subjects: Vec::new(),
            all_subjects: true,
        };
        let invalidation = match subjects {
            [] => None,
            ["*"] => Some(all),
            _ => Some(invalidation),
        };
        self.hear_message(invalidation, token, proved, now);
    }

    fn hear_message(&self, told: Option<v1::Invalidation>, token: &str, proved: i64, now: f64) {
        let message = v1::WatchAccessResponse {
            invalidation: told,
            consistency_token: token.to_owned(),
            proved_time: Some(there(proved)),
        };
        self.0.hear(message, at(now));
    }

    /// Asks at this time, and is answered at once, for that time in the database.
    fn answer(&self, subject: &str, answer: u64, evaluated: i64, now: f64) {
        let asked = self.0.ask(of(subject), at(now));
        asked.answered(answer, Some(there(evaluated)), None);
    }

    fn find(&self, subject: &str, now: f64) -> Option<u64> {
        self.0.find(of(subject), || at(now))
    }
}

fn of(subject: &str) -> Question<'_> {
    Question {
        subject,
        right: "use",
        resource: DRIVE,
    }
}

fn at(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

fn there(seconds: i64) -> Timestamp {
    Timestamp { seconds, nanos: 0 }
}
