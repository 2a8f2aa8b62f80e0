//! What may connections cost before anything is asked on them?

use std::time::Duration;

/// What connections may cost before anything is asked on them.
#[derive(Debug, Clone)]
pub struct ConnectionLimits {
    /// Until TLS and the first bytes of HTTP have come.
    pub handshake: Duration,
    /// Without a call, until the connection is closed.
    pub idle: Duration,
    /// Open at once.
    pub all: usize,
    /// Open at once from one address; of IPv6, from one network of 64 bits.
    pub per_address: usize,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            handshake: Duration::from_secs(10),
            idle: Duration::from_secs(300),
            all: 10_000,
            per_address: 1_000,
        }
    }
}
