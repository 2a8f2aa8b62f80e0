//! Connections over two cores: to which each comes, and what becomes of them when one is busy, fails, or is to end.

use std::future::{Future, poll_fn};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::task::Poll;
use std::thread::{self, ThreadId};

use http_body_util::BodyExt;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tower::service_fn;

use super::*;

/// What answers: on which thread, at once or after a while. Cloned for each connection, by the thread that takes it.
struct Answering {
    begun: UnboundedSender<ThreadId>,
    /// Taken by each call of `/waits`.
    goes_on: Arc<Semaphore>,
    /// Ends the call of `/blocks`, which lets nothing else run on its thread.
    unblocks: Arc<Mutex<mpsc::Receiver<()>>>,
    /// From now on it cannot be cloned.
    fails: Arc<AtomicBool>,
}

/// The other ends of it.
struct Held {
    begun: UnboundedReceiver<ThreadId>,
    goes_on: Arc<Semaphore>,
    unblock: mpsc::Sender<()>,
    fails: Arc<AtomicBool>,
}

impl Answering {
    fn new() -> (Self, Held) {
        let (begun, has_begun) = unbounded_channel();
        let (unblock, unblocks) = mpsc::channel();
        let answering = Self {
            begun,
            goes_on: Arc::new(Semaphore::new(0)),
            unblocks: Arc::new(Mutex::new(unblocks)),
            fails: Arc::default(),
        };
        let held = Held {
            begun: has_begun,
            goes_on: Arc::clone(&answering.goes_on),
            unblock,
            fails: Arc::clone(&answering.fails),
        };
        (answering, held)
    }

    async fn answer(self, request: Request<Body>) -> Result<Response<Body>, Infallible> {
        let here = thread::current().id();
        self.begun.send(here).expect("the test listens");
        match request.uri().path() {
            "/waits" => self.goes_on.acquire().await.expect("open").forget(),
            "/blocks" => {
                let unblocks = self.unblocks.lock().expect("one at a time");
                unblocks.recv().expect("the test goes on");
            }
            _ => {}
        }
        Ok(Response::new(Body::new(format!("{here:?}"))))
    }
}

impl Clone for Answering {
    fn clone(&self) -> Self {
        assert!(!self.fails.load(Ordering::SeqCst), "told to fail");
        Self {
            begun: self.begun.clone(),
            goes_on: Arc::clone(&self.goes_on),
            unblocks: Arc::clone(&self.unblocks),
            fails: Arc::clone(&self.fails),
        }
    }
}

/// Two cores, with room for so many connections.
async fn open(answering: Answering, seats: usize) -> (OpenConnections, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let gate = Gate {
        listener,
        tls: None,
        limits: ConnectionLimits {
            all: seats,
            ..ConnectionLimits::default()
        },
        cores: NonZeroUsize::new(2).expect("two"),
    };
    let service = service_fn(move |request| answering.clone().answer(request));
    (gate.open(service), address)
}

/// Whoever asks by one connection.
struct Asking {
    client: Client<HttpConnector, Body>,
    address: SocketAddr,
}

impl Asking {
    fn of(address: SocketAddr) -> Self {
        let mut client = Client::builder(TokioExecutor::new());
        Self {
            client: client.http2_only(true).build_http(),
            address,
        }
    }

    /// The thread that answers; `None` where nobody does.
    async fn asks(&self, path: &str) -> Option<String> {
        let uri = format!("http://{}{path}", self.address);
        let asked = self.client.get(uri.parse().expect("a URI")).await.ok()?;
        let answer = asked.into_body().collect().await.ok()?.to_bytes();
        Some(String::from_utf8(answer.to_vec()).expect("text"))
    }
}

async fn is_pending(future: impl Future) -> bool {
    let mut future = std::pin::pin!(future);
    poll_fn(|context| Poll::Ready(future.as_mut().poll(context).is_pending())).await
}

#[tokio::test]
async fn a_connection_comes_to_the_core_with_the_fewest_and_stays_there() {
    let (answering, _held) = Answering::new();
    let (_connections, address) = open(answering, 2).await;
    let [one, other] = [(); 2].map(|()| Asking::of(address));
    let (here, there) = (one.asks("/").await, other.asks("/").await);
    assert!(here.is_some() && there.is_some());
    assert_ne!(here, there);
    for _ in 0..3 {
        assert_eq!(one.asks("/").await, here);
        assert_eq!(other.asks("/").await, there);
    }
    drop(other);
    // Until its end is noticed there is no seat.
    let next = loop {
        let next = Asking::of(address);
        if let Some(thread) = next.asks("/").await {
            break thread;
        }
    };
    assert_eq!(Some(next), there);
}

#[tokio::test]
async fn a_core_that_is_busy_keeps_nobody_waiting_on_another() {
    let (answering, mut held) = Answering::new();
    let (_connections, address) = open(answering, 9).await;
    let [busy, other] = [(); 2].map(|()| Asking::of(address));
    let blocked = tokio::spawn(async move { busy.asks("/blocks").await });
    held.begun.recv().await.expect("it has begun");
    for _ in 0..100 {
        assert!(other.asks("/").await.is_some());
    }
    assert!(!blocked.is_finished());
    held.unblock.send(()).expect("it is blocked");
    assert!(blocked.await.expect("it ends").is_some());
}

#[tokio::test]
async fn when_all_is_to_end_the_calls_of_every_core_end_first() {
    let (answering, mut held) = Answering::new();
    let (mut connections, address) = open(answering, 9).await;
    let calls = [(); 2].map(|()| {
        let asking = Asking::of(address);
        tokio::spawn(async move { asking.asks("/waits").await })
    });
    let [one, other] = [held.begun.recv().await, held.begun.recv().await];
    assert_ne!(one.expect("begun"), other.expect("begun"));
    connections.close();
    while TcpStream::connect(address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    assert!(is_pending(connections.ended()).await);
    held.goes_on.add_permits(calls.len());
    for call in calls {
        assert!(call.await.expect("it ends").is_some(), "it is answered");
    }
    connections.ended().await.expect("nothing failed");
}

#[tokio::test]
async fn what_is_cut_off_is_gone_on_every_core() {
    let (answering, mut held) = Answering::new();
    let (mut connections, address) = open(answering, 9).await;
    let calls = [(); 2].map(|()| {
        let asking = Asking::of(address);
        tokio::spawn(async move { asking.asks("/waits").await })
    });
    for _ in &calls {
        held.begun.recv().await.expect("begun");
    }
    connections.cut_off().await;
    let is_alone = Arc::strong_count(&held.goes_on) == 1;
    assert!(is_alone, "no call is left, and no service");
    for call in calls {
        assert_eq!(call.await.expect("it ends"), None);
    }
}

#[tokio::test]
async fn what_is_dropped_is_cut_off() {
    let (answering, mut held) = Answering::new();
    let (connections, address) = open(answering, 9).await;
    let asking = Asking::of(address);
    let call = tokio::spawn(async move { asking.asks("/waits").await });
    held.begun.recv().await.expect("begun");
    drop(connections);
    assert_eq!(call.await.expect("it ends"), None);
    // The last of its senders is gone with the last service.
    assert_eq!(held.begun.recv().await, None);
}

#[tokio::test]
async fn a_core_that_fails_is_heard_of() {
    let (answering, held) = Answering::new();
    let (mut connections, address) = open(answering, 9).await;
    held.fails.store(true, Ordering::SeqCst);
    let asking = Asking::of(address);
    let (answer, ended) = tokio::join!(asking.asks("/"), connections.ended());
    assert_eq!(answer, None);
    let why = ended.expect_err("it failed").to_string();
    assert!(why.contains("no connection is let in any more"), "{why}");
}
