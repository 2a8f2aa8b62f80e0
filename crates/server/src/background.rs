//! Calls that wait for rows, or decide on a change, are answered in the background: on a core they would keep its other
//! connections waiting.

use std::panic::resume_unwind;

use app::{Background, Error};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tokio_util::task::AbortOnDropHandle;

use crate::status::status;

/// Answers there, and gives up with whoever stops waiting, as if it were answered here.
pub(crate) async fn in_background(
    State(background): State<Background>,
    request: Request,
    next: Next,
) -> Response {
    let answering = background.spawn(next.run(request));
    match AbortOnDropHandle::new(answering).await {
        Ok(response) => response,
        Err(ended) => match ended.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            // The program ends.
            Err(_) => status(Error::Interrupted)
                .into_http()
                .map(Body::new::<tonic::body::Body>),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;
    use std::thread;

    use axum::Router;
    use axum::body::to_bytes;
    use axum::handler::Handler;
    use axum::middleware::from_fn_with_state;
    use tokio::runtime::{Builder, Runtime};
    use tokio::sync::mpsc::unbounded_channel;
    use tower::ServiceExt;

    use super::*;

    /// A runtime beside that of the test.
    struct Beside(Option<Runtime>);

    impl Beside {
        fn new() -> Self {
            let runtime = Builder::new_multi_thread().worker_threads(1).build();
            Self(Some(runtime.expect("a runtime")))
        }

        async fn answers<T: 'static>(&self, handler: impl Handler<T, ()>) -> Response {
            let runtime = self.0.as_ref().expect("not dropped");
            let background = Background::from(runtime.handle().clone());
            let routes = Router::new().fallback(handler);
            let routes = routes.layer(from_fn_with_state(background, in_background));
            let request: Request = Request::default();
            routes.oneshot(request).await.expect("never refused")
        }
    }

    impl Drop for Beside {
        fn drop(&mut self) {
            // Waiting for it to end would block the runtime of the test.
            self.0
                .take()
                .into_iter()
                .for_each(Runtime::shutdown_background);
        }
    }

    #[tokio::test]
    async fn it_is_answered_on_a_thread_of_the_background() {
        let answer = Beside::new().answers(async || here()).await;
        let there = to_bytes(answer.into_body(), 100).await.expect("whole");
        assert_ne!(there, here());
    }

    fn here() -> String {
        format!("{:?}", thread::current().id())
    }

    #[tokio::test]
    async fn whoever_goes_away_leaves_nothing_running() {
        let (begin, mut news) = unbounded_channel();
        let beside = Beside::new();
        let asking = beside.answers(move || {
            let begin = begin.clone();
            async move {
                begin.send("begun").expect("heard");
                pending::<()>().await;
            }
        });
        tokio::select! {
            _ = asking => {}
            said = news.recv() => assert_eq!(said, Some("begun")),
        }
        assert_eq!(news.recv().await, None, "what it held is dropped");
    }

    #[tokio::test]
    async fn a_panic_goes_on_where_it_was_asked() {
        let asked = tokio::spawn(async {
            let panics = async || -> () { panic!("told to") };
            Beside::new().answers(panics).await
        });
        assert!(asked.await.expect_err("no answer").is_panic());
    }
}
