//! What systemd is told (`Type=notify`): that callers are answered, and that the service stops. Whoever started this
//! process without NOTIFY_SOCKET is told nothing.

use std::net::SocketAddr;

use sd_notify::NotifyState;

/// From now on callers are answered.
pub(crate) fn ready(address: SocketAddr) {
    let status = format!("serving on {address}");
    tell(&[NotifyState::Ready, NotifyState::Status(&status)]);
}

/// No new calls; those under way may end.
pub(crate) fn stopping() {
    tell(&[
        NotifyState::Stopping,
        NotifyState::Status("stopping: calls under way may end"),
    ]);
}

/// A supervisor that does not listen is no reason not to serve; it gives up on its own.
fn tell(states: &[NotifyState<'_>]) {
    if let Err(cause) = sd_notify::notify(states) {
        tracing::warn!(%cause, "systemd cannot be told, NOTIFY_SOCKET leads nowhere");
    }
}
