//! The outbox at work: takes a mail alone, asks whether it is still wanted, sends it, tries again, gives up aloud.

use std::sync::Arc;
use std::time::Duration;

use aws_lc_rs::rand;
use decide::links::Links;
use store::{OutboxMail, Store};
use tokio_util::sync::CancellationToken;

use super::letters::{Desk, letter};
use super::options::MailOptions;
use super::post::{Failure, Post};
use crate::engine::Engine;
use crate::error::Error;

/// How often the outbox is looked at.
const EVERY: Duration = Duration::from_millis(500);
/// Mails looked up at a time.
const BATCH: u64 = 100;
/// Seconds beyond the longest sending for which a mail is taken: a worker that died leaves it to others after that.
const SPARE: i64 = 60;

/// Seconds until a mail that failed once is tried again; each failure doubles it.
const FIRST_WAIT: i64 = 10;
/// The longest wait: six hours.
const LONGEST_WAIT: i64 = 6 * 3600;
/// Attempts after which a mail is given up: with the waits about three days.
const ATTEMPTS: u32 = 22;
/// The same where the mail server says no for good.
const FINAL_ATTEMPTS: u32 = 3;

/// Sends the mails of the outbox.
pub(crate) struct Worker {
    store: Store,
    engine: Arc<Engine>,
    links: Arc<Links>,
    options: MailOptions,
    post: Post,
}

impl Worker {
    pub(crate) fn new(
        store: Store,
        engine: Arc<Engine>,
        links: Arc<Links>,
        options: MailOptions,
    ) -> Self {
        let post = Post::open(&options.way);
        Self {
            store,
            engine,
            links,
            options,
            post,
        }
    }

    pub(crate) async fn run(self, stop: CancellationToken) {
        let mut ticks = tokio::time::interval(EVERY);
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                _ = ticks.tick() => {}
            }
            if let Err(error) = self.deliver(&stop).await {
                tracing::warn!(%error, "mails wait in the outbox");
            }
        }
    }

    async fn deliver(&self, stop: &CancellationToken) -> Result<(), Error> {
        for due in self.store.due_mails(BATCH).await? {
            let longest = i64::try_from(self.post.timeout().as_secs()).unwrap_or(SPARE);
            let taken = self
                .store
                .lease_mail(&due.home, &due.id, longest + SPARE)
                .await?;
            if !taken {
                continue;
            }
            tokio::select! {
                // Whoever takes it next sends it; better twice than never.
                () = stop.cancelled() => return Ok(()),
                sent = self.send(&due) => self.note(&due, sent?).await?,
            }
        }
        Ok(())
    }

    async fn send(&self, due: &OutboxMail) -> Result<Result<(), Failure>, Error> {
        let reader = self.store.snapshot().await?;
        let desk = Desk {
            reader: &reader,
            links: &self.links,
            now: self.engine.now(),
            due,
            public_url: &self.options.public_url,
        };
        // Nobody to write to any more, or nothing to say: as good as sent.
        let Some(letter) = letter(&desk).await? else {
            return Ok(Ok(()));
        };
        drop(reader);
        let name = format!("{}-{}", due.home.to_string().replace(':', "-"), due.id);
        let id = format!("{name}.{}", self.store.id());
        let message = match letter.write(&self.options.sender, &id, self.engine.now()) {
            Ok(message) => message,
            Err(_) => {
                return Ok(Err(Failure {
                    words: "the address is none that mail servers take".to_owned(),
                    is_final: true,
                }));
            }
        };
        let link = letter.link.as_ref().map(|link| link.url.as_str());
        Ok(self.post.send(&name, message, link).await)
    }

    async fn note(&self, due: &OutboxMail, sent: Result<(), Failure>) -> Result<(), Error> {
        let store = &self.store;
        let OutboxMail { home, id, .. } = due;
        let Err(Failure { words, is_final }) = sent else {
            return Ok(store.mail_done(home, id).await?);
        };
        let attempts = due.attempts + 1;
        if attempts >= if is_final { FINAL_ATTEMPTS } else { ATTEMPTS } {
            tracing::error!(
                mail = %format_args!("{home}/{id}"), attempts, failure = words,
                "a mail is given up; `grantor mail list` shows it, `grantor mail retry` tries it again"
            );
            return Ok(store.mail_given_up(home, id, &words).await?);
        }
        let wait = wait(attempts, chance());
        tracing::warn!(
            mail = %format_args!("{home}/{id}"), attempts, failure = words, wait,
            "a mail could not be sent; it is tried again"
        );
        Ok(store.mail_failed(home, id, wait, &words).await?)
    }
}

/// Seconds until the next attempt: doubled each time, and spread by up to a quarter so that mails do not come in waves.
fn wait(attempts: u32, chance: u8) -> i64 {
    let doubled = FIRST_WAIT.saturating_mul(1 << attempts.saturating_sub(1).min(20));
    let wait = doubled.min(LONGEST_WAIT);
    wait + wait * i64::from(chance) / (4 * 255)
}

/// Any number will do where there is none to be drawn.
fn chance() -> u8 {
    let mut drawn = [0];
    // Without randomness the mail waits the shortest time.
    let _ = rand::fill(&mut drawn);
    let [chance] = drawn;
    chance
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_six_hours_and_last_about_three_days() {
        assert_eq!(
            [wait(1, 0), wait(2, 0), wait(12, 0)],
            [10, 20, LONGEST_WAIT * 20_480 / 21_600]
        );
        assert!((10..=12).contains(&wait(1, 255)));
        let all = |chance| {
            (1..ATTEMPTS)
                .map(|attempts| wait(attempts, chance))
                .sum::<i64>()
        };
        let day = 24 * 3600;
        assert!(all(0) > 5 * day / 2, "{}", all(0));
        assert!(all(255) < 4 * day, "{}", all(255));
    }
}
