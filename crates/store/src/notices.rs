//! Did PostgreSQL warn while a statement ran? A COMMIT whose wait for the standby was cancelled, or that found no
//! transaction, is answered as a success with a warning beside it.
//!
//! sqlx hands warnings to nobody but the log. So such a statement runs with a subscriber that takes note of them.

use std::future::Future;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tracing::field::{Field, Visit};
use tracing::instrument::WithSubscriber;
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::{Dispatch, Event, Level, Metadata, Subscriber};

/// Where sqlx logs what the database says beside its answer.
const NOTICES: &str = "sqlx::postgres::notice";

tokio::task_local! {
    static WARNING: Arc<Mutex<Option<String>>>;
}

/// What came out, and the last warning meanwhile.
pub(crate) async fn warned<T>(work: impl Future<Output = T>) -> (T, Option<String>) {
    // One for all: making one asks every place that logs whether it is wanted.
    static NOTES: OnceLock<Dispatch> = OnceLock::new();
    let notes = NOTES.get_or_init(|| Dispatch::new(Notes)).clone();
    let warning = Arc::default();
    let done = WARNING.scope(Arc::clone(&warning), work.with_subscriber(notes));
    let done = done.await;
    let warning = warning
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    (done, warning)
}

struct Notes;

impl Subscriber for Notes {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == NOTICES && *metadata.level() <= Level::WARN
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(LevelFilter::WARN)
    }

    fn event(&self, event: &Event<'_>) {
        let mut text = Text::default();
        event.record(&mut text);
        // Nobody asks outside of the scope.
        let _ = WARNING.try_with(|warning| {
            *warning.lock().unwrap_or_else(PoisonError::into_inner) = Some(text.0);
        });
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// The message of an event.
#[derive(Default)]
struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}
