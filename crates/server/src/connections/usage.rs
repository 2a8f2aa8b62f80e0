//! What a connection is used for: whether HTTP has begun on it, how many calls are open, and since when none is.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// Shared by a connection, its stream of bytes and its calls.
#[derive(Debug)]
pub(super) struct Usage {
    begun: Instant,
    has_answered: AtomicBool,
    open: AtomicUsize,
    /// Of the end of the last call, milliseconds after `begun`.
    idle_since: AtomicU64,
}

/// A call that is open on the connection. A stream of answers keeps it, so that its connection is not idle.
#[derive(Debug)]
pub(crate) struct OpenCall(Arc<Usage>);

impl Usage {
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self {
            begun: Instant::now(),
            has_answered: AtomicBool::new(false),
            open: AtomicUsize::new(0),
            idle_since: AtomicU64::new(0),
        })
    }

    /// Whether something was answered. Of HTTP/2 that comes right after the client's preface, of HTTP/1 after the
    /// headers of its first request.
    pub(super) fn has_answered(&self) -> bool {
        self.has_answered.load(Ordering::Relaxed)
    }

    pub(super) fn begin(self: &Arc<Self>) -> OpenCall {
        self.open.fetch_add(1, Ordering::Relaxed);
        OpenCall(Arc::clone(self))
    }

    /// For how long no call has been open; `None` while one is.
    pub(super) fn idle_for(&self) -> Option<Duration> {
        if self.open.load(Ordering::Acquire) > 0 {
            return None;
        }
        let since = Duration::from_millis(self.idle_since.load(Ordering::Relaxed));
        Some(self.begun.elapsed().saturating_sub(since))
    }
}

impl Drop for OpenCall {
    fn drop(&mut self) {
        let Self(usage) = self;
        let now = u64::try_from(usage.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        usage.idle_since.fetch_max(now, Ordering::Relaxed);
        usage.open.fetch_sub(1, Ordering::Release);
    }
}

/// A stream of bytes that notes when something is answered on it.
#[derive(Debug)]
pub(super) struct Noted<T> {
    pub(super) stream: T,
    pub(super) usage: Arc<Usage>,
}

impl<T> Noted<T> {
    fn note(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(written, Poll::Ready(Ok(_))) && !self.usage.has_answered() {
            self.usage.has_answered.store(true, Ordering::Relaxed);
        }
        written
    }
}

impl<T: AsyncRead + Unpin> AsyncRead for Noted<T> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_read(context, buffer)
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Noted<T> {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write(context, bytes);
        this.note(written)
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write_vectored(context, bytes);
        this.note(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
