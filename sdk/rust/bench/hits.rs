//! What does an answer cost that was kept? On one thread, and on as many at once as there are cores.

use std::time::{Duration, Instant};

use grantor::client::{CachedAccess, Client};

use crate::{Failure, ORGANIZATION, RESOURCE, RIGHT, SUBJECT};

/// How many are asked for at a time.
const HITS: u32 = 1_000_000;

/// How long the stream may take to say something.
const PATIENCE: Duration = Duration::from_secs(10);

/// Nanoseconds of a processor for a hit: it is so short that whatever else the machine does would be most of what the
/// clock says. In the fastest round, since what else is done there also takes the processor's caches.
pub(crate) struct Hits {
    /// On one thread.
    pub(crate) alone: f64,
    /// On every core at once, each about a user of its own.
    pub(crate) each_its_user: f64,
    /// On every core at once, all about the same user.
    pub(crate) same_user: f64,
}

pub(crate) async fn measure(client: &Client, rounds: usize) -> Result<Hits, Failure> {
    let access = client.cached_access(ORGANIZATION);
    let cores = std::thread::available_parallelism()?.get();
    let each: Vec<String> = (0..cores).map(|core| format!("users/{core}")).collect();
    let same = vec![SUBJECT.to_owned(); cores];
    for subject in each.iter().chain(&same) {
        kept(&access, subject).await?;
    }
    let mut fastest = Hits {
        alone: f64::INFINITY,
        each_its_user: f64::INFINITY,
        same_user: f64::INFINITY,
    };
    for _ in 0..rounds {
        let one = nanos(&access, &[SUBJECT.to_owned()]).await?;
        fastest.alone = fastest.alone.min(one);
        fastest.each_its_user = fastest.each_its_user.min(nanos(&access, &each).await?);
        fastest.same_user = fastest.same_user.min(nanos(&access, &same).await?);
    }
    Ok(fastest)
}

/// Waits until the answer is kept. That a user may not is an answer, too.
async fn kept(access: &CachedAccess, subject: &str) -> Result<(), Failure> {
    let until = Instant::now() + PATIENCE;
    while !access.check(subject, RIGHT, RESOURCE).await?.from_cache {
        if Instant::now() > until {
            let why = access.failure().map(|why| why.to_string());
            return Err(why.unwrap_or_else(|| "nothing is kept".to_owned()).into());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

/// What one hit takes, a task for each of these subjects at once.
async fn nanos(access: &CachedAccess, subjects: &[String]) -> Result<f64, Failure> {
    let tasks = subjects
        .iter()
        .map(|subject| tokio::spawn(ask(access.clone(), subject.clone())));
    let tasks: Vec<_> = tasks.collect();
    let threads = u32::try_from(tasks.len())?;
    let mut all = 0.0;
    for task in tasks {
        all += task.await??;
    }
    Ok(all / f64::from(threads))
}

/// A hit awaits nothing, so that all of this is on one thread; where a question was asked, it was not.
async fn ask(access: CachedAccess, subject: String) -> Result<f64, Failure> {
    loop {
        let (start, mut asked) = (on_processor()?, false);
        for _ in 0..HITS {
            let answer = access.check(&subject, RIGHT, RESOURCE).await?;
            asked |= !answer.from_cache;
        }
        if !asked {
            return Ok((on_processor()? - start) / f64::from(HITS));
        }
    }
}

/// Nanoseconds that this thread was on a processor, as Linux counts them.
fn on_processor() -> Result<f64, Failure> {
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let first = counted.split(' ').next().unwrap_or_default();
    Ok(first.parse()?)
}
