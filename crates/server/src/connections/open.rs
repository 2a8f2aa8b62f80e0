//! All connections that are open: they are told to end, waited for, or cut off.

use std::io;

use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::serve::ServeError;

/// What lets connections in, and the cores that answer on them. Dropped, it cuts them off.
#[derive(Default)]
pub(crate) struct OpenConnections {
    running: JoinSet<io::Result<()>>,
    stop: CancellationToken,
    cut: CancellationToken,
}

impl OpenConnections {
    /// From now on nobody new is let in, and what is open ends with its last call.
    pub(crate) fn close(&self) {
        self.stop.cancel();
    }

    /// Waits until all have ended. Before they are told to, only a fault ends them.
    pub(crate) async fn ended(&mut self) -> Result<(), ServeError> {
        while let Some(ended) = self.running.join_next().await {
            ended?.map_err(ServeError::Core)?;
        }
        Ok(())
    }

    /// Ends them whatever they do, and returns once nothing of them runs any more.
    pub(crate) async fn cut_off(&mut self) {
        self.cut.cancel();
        self.running.shutdown().await;
    }

    pub(super) fn stop(&self) -> CancellationToken {
        self.stop.clone()
    }

    pub(super) fn cut(&self) -> CancellationToken {
        self.cut.clone()
    }

    pub(super) fn runs(&mut self, work: impl Future<Output = ()> + Send + 'static) {
        self.running.spawn(async {
            work.await;
            Ok(())
        });
    }

    /// On a thread of its own, which ends before the runtime does that this is called in.
    pub(super) fn runs_on_a_thread(
        &mut self,
        work: impl FnOnce() -> io::Result<()> + Send + 'static,
    ) {
        self.running.spawn_blocking(work);
    }
}

impl Drop for OpenConnections {
    fn drop(&mut self) {
        self.cut.cancel();
    }
}
