//! When is a call over, whatever has come? One timer for all its attempts and its answer.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};
use tokio::time::{Instant, Sleep, sleep_until};

const GRPC_TIMEOUT: HeaderName = HeaderName::from_static("grpc-timeout");

/// The end of a call, if it has one.
pub(super) struct Deadline {
    timeout: Option<Duration>,
    timer: Option<Pin<Box<Sleep>>>,
}

/// The deadline has passed.
#[derive(Debug)]
pub(super) struct Passed;

impl Deadline {
    /// The one that the call says (`Request::set_timeout`), or else this.
    pub(super) fn of(headers: &HeaderMap, otherwise: Option<Duration>) -> Self {
        let own = headers.get(GRPC_TIMEOUT).and_then(read);
        let timeout = own.or(otherwise);
        // A time that no clock reaches is none.
        let end = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        let timer = end.map(|end| Box::pin(sleep_until(end)));
        Self { timeout, timer }
    }

    /// The time that the call was given.
    pub(super) fn timeout(&self) -> Duration {
        self.timeout.unwrap_or(Duration::MAX)
    }

    /// Tells the server how much time is left.
    pub(super) fn tell(&self, headers: &mut HeaderMap) {
        if let Some(timer) = &self.timer {
            let left = timer.deadline().duration_since(Instant::now());
            headers.insert(GRPC_TIMEOUT, written(left));
        }
    }

    /// Does it, as long as there is time.
    pub(super) async fn within<T>(&mut self, work: impl Future<Output = T>) -> Result<T, Passed> {
        let Some(timer) = &mut self.timer else {
            return Ok(work.await);
        };
        tokio::select! {
            biased;
            done = work => Ok(done),
            () = timer => Err(Passed),
        }
    }

    /// Ready when it has passed.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Passed> {
        match &mut self.timer {
            Some(timer) => timer.as_mut().poll(cx).map(|()| Passed),
            None => Poll::Pending,
        }
    }
}

/// Digits and a unit, as gRPC writes a time.
fn read(value: &HeaderValue) -> Option<Duration> {
    let text = value.to_str().ok()?;
    let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let number: u64 = digits.parse().ok()?;
    match unit {
        "H" => Some(Duration::from_secs(number.checked_mul(3600)?)),
        "M" => Some(Duration::from_secs(number.checked_mul(60)?)),
        "S" => Some(Duration::from_secs(number)),
        "m" => Some(Duration::from_millis(number)),
        "u" => Some(Duration::from_micros(number)),
        "n" => Some(Duration::from_nanos(number)),
        _ => None,
    }
}

/// In the finest unit that takes no more than the 8 digits which gRPC allows.
fn written(left: Duration) -> HeaderValue {
    const MOST: u128 = 99_999_999;
    let (micros, millis) = (left.as_micros(), left.as_millis());
    let text = if micros <= MOST {
        format!("{micros}u")
    } else if millis <= MOST {
        format!("{millis}m")
    } else {
        format!("{}S", u128::from(left.as_secs()).min(MOST))
    };
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("0n"))
}
