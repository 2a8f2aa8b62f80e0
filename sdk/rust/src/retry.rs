//! When is a call tried again, and after how long?

use std::time::Duration;

use http::{Response, StatusCode};
use tonic::Code;

/// Attempts of one call, the first included.
pub(super) const ATTEMPTS: usize = 4;

const FIRST: Duration = Duration::from_millis(100);

/// The pauses between attempts: twice as long each time, up to a limit, and each a little off, so that not
/// all clients come back at once.
#[derive(Debug, Clone)]
pub(super) struct Backoff {
    next: Duration,
    most: Duration,
}

impl Backoff {
    /// From 0.1 s on, at most this.
    pub(super) fn up_to(most: Duration) -> Self {
        Self { next: FIRST, most }
    }

    /// How long to wait now: up to 20 % more or less than its turn.
    pub(super) fn pause(&mut self) -> Duration {
        let turn = self.next;
        self.next = (turn * 2).min(self.most);
        let mut random = [0];
        // Without random bytes the pause is a little short, which harms nobody.
        let _ = aws_lc_rs::rand::fill(&mut random);
        turn.mul_f64(0.8 + 0.4 * f64::from(random[0]) / 255.0)
    }

    /// Begins anew: the other side works again.
    pub(super) fn reset(&mut self) {
        self.next = FIRST;
    }
}

/// Whether the answer is that the server, or what stands before it, is UNAVAILABLE, and nothing else.
pub(super) fn is_unavailable<B>(response: &Response<B>) -> bool {
    match response.headers().get("grpc-status") {
        Some(code) => Code::from_bytes(code.as_bytes()) == Code::Unavailable,
        None => matches!(
            response.status(),
            StatusCode::TOO_MANY_REQUESTS
                | StatusCode::BAD_GATEWAY
                | StatusCode::SERVICE_UNAVAILABLE
                | StatusCode::GATEWAY_TIMEOUT
        ),
    }
}
