//! The load: messages that are ready before, over bare HTTP/2, so that it costs little beside what it measures. It has a
//! thread of its own, on a core of its own.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cli::Failure;
use h2::RecvStream;
use h2::client::SendRequest;
use http::{HeaderMap, Request};
use hyper::body::Bytes;
use tokio::net::TcpStream;
use tokio::task::{JoinSet, LocalSet};

use super::cores::{LOAD, Whose};

/// One byte says whether a message is compressed, four how long it is.
const PREFIX: usize = 5;

/// What is called, and where.
#[derive(Clone)]
pub(super) struct Target {
    pub(super) name: &'static str,
    pub(super) address: SocketAddr,
    /// Whose CPU time is what it costs.
    pub(super) server: Whose,
    pub(super) path: &'static str,
    /// The value of the header that authenticates, where one is asked for.
    pub(super) key: Option<String>,
    /// As they are sent, one after the other.
    pub(super) messages: Arc<Vec<Bytes>>,
    /// Questions of one stream, instead of a call each.
    pub(super) streams: bool,
    pub(super) connections: usize,
    /// On each connection.
    pub(super) in_flight: usize,
}

/// Before it counts.
const WARM: Duration = Duration::from_millis(500);

/// What one round came to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measured {
    /// Microseconds of the server's CPU for each answer.
    pub(super) cpu: f64,
    pub(super) per_second: f64,
    pub(super) p50: Duration,
    pub(super) p99: Duration,
}

/// Sends for so long; an answer that is an error ends it.
pub(super) fn run(target: &Target, lasting: Duration) -> Result<Measured, Failure> {
    let (target, runtime) = (target.clone(), single());
    let load = std::thread::spawn(move || {
        LOAD.take_this_thread()?;
        LocalSet::new().block_on(&runtime?, all(&target, lasting))
    });
    load.join().map_err(|_| "the load ended by a panic")?
}

fn single() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
}

async fn all(target: &Target, lasting: Duration) -> Result<Measured, Failure> {
    let begins = Instant::now() + WARM;
    let span = (begins, begins + lasting);
    let mut callers = JoinSet::new();
    for connection in 0..target.connections {
        let sending = Rc::new(connect(target, span, connection).await?);
        let in_flight = target.in_flight;
        if target.streams {
            callers.spawn_local(async move { sending.stream(in_flight).await });
            continue;
        }
        for place in 0..in_flight {
            let sending = Rc::clone(&sending);
            callers.spawn_local(async move { sending.calls(place).await });
        }
    }
    tokio::time::sleep_until(span.0.into()).await;
    let before = target.server.used()?;
    tokio::time::sleep_until(span.1.into()).await;
    let used = target.server.used()?.saturating_sub(before);
    let mut times = Vec::new();
    while let Some(caller) = callers.join_next().await {
        times.extend(caller??);
    }
    measured(times, used, lasting)
}

fn measured(
    mut times: Vec<Duration>,
    used: Duration,
    lasting: Duration,
) -> Result<Measured, Failure> {
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).copied();
    let (Some(p50), Some(p99)) = (at(50), at(99)) else {
        return Err("nothing was answered while it was measured; measure for longer".into());
    };
    #[expect(clippy::cast_precision_loss, reason = "a rate needs no more digits")]
    let answers = times.len() as f64;
    Ok(Measured {
        cpu: used.as_secs_f64() * 1e6 / answers,
        per_second: answers / lasting.as_secs_f64(),
        p50,
        p99,
    })
}

/// One connection, and what is sent on it.
struct Sending {
    http: SendRequest<Bytes>,
    head: Request<()>,
    messages: Arc<Vec<Bytes>>,
    /// Where among the messages this connection begins.
    from: usize,
    /// Answers that come within it count.
    span: (Instant, Instant),
}

async fn connect(
    target: &Target,
    span: (Instant, Instant),
    number: usize,
) -> Result<Sending, Failure> {
    let stream = TcpStream::connect(target.address).await?;
    stream.set_nodelay(true)?;
    let (http, connection) = h2::client::handshake(stream).await?;
    // It ends with the last call; how calls end is told by each.
    tokio::task::spawn_local(async { drop(connection.await) });
    let mut head = Request::post(format!("http://{}{}", target.address, target.path))
        .header("content-type", "application/grpc")
        .header("te", "trailers");
    if let Some(key) = &target.key {
        head = head.header("authorization", key);
    }
    Ok(Sending {
        http,
        head: head.body(())?,
        messages: Arc::clone(&target.messages),
        from: number.wrapping_mul(7919),
        span,
    })
}

impl Sending {
    /// The message of this number, over and over.
    fn message(&self, number: usize) -> Bytes {
        let place = number % self.messages.len().max(1);
        self.messages.get(place).cloned().unwrap_or_default()
    }

    /// One call after the other; how long each took that ended while it counts.
    async fn calls(&self, place: usize) -> Result<Vec<Duration>, Failure> {
        let mut number = self.from + place * 104_729;
        let mut times = Vec::new();
        loop {
            let sent = Instant::now();
            if sent >= self.span.1 {
                return Ok(times);
            }
            let mut http = self.http.clone().ready().await?;
            let (answer, mut body) = http.send_request(self.head.clone(), false)?;
            body.send_data(self.message(number), true)?;
            let answer = answer.await?;
            must_be_ok(answer.headers())?;
            let mut answer = answer.into_body();
            while let Some(data) = answer.data().await {
                let length = data?.len();
                answer.flow_control().release_capacity(length)?;
            }
            must_be_ok(&answer.trailers().await?.unwrap_or_default())?;
            self.count(sent, &mut times);
            number += 1;
        }
    }

    /// So many questions of one stream at once.
    async fn stream(&self, in_flight: usize) -> Result<Vec<Duration>, Failure> {
        let mut http = self.http.clone().ready().await?;
        let (answer, mut questions) = http.send_request(self.head.clone(), false)?;
        let (mut asked, mut times) = (VecDeque::new(), Vec::new());
        let mut number = self.from;
        let mut answers = None;
        let mut answer = Some(answer);
        let mut to_ask = in_flight;
        while asked.len() + to_ask > 0 {
            let sent = Instant::now();
            if sent < self.span.1 {
                let mut together = Vec::new();
                for _ in 0..std::mem::take(&mut to_ask) {
                    together.extend_from_slice(&self.message(number));
                    asked.push_back(sent);
                    number += 1;
                }
                questions.send_data(together.into(), false)?;
            } else {
                questions.send_data(Bytes::new(), true)?;
                return Ok(times);
            }
            if let Some(answer) = answer.take() {
                let answer = answer.await?;
                must_be_ok(answer.headers())?;
                answers = Some(Answers {
                    body: answer.into_body(),
                    rest: Vec::new(),
                });
            }
            let came = match &mut answers {
                Some(answers) => answers.next().await?,
                None => 0,
            };
            for sent in asked.drain(..came.min(asked.len())) {
                self.count(sent, &mut times);
            }
            to_ask = came;
        }
        Ok(times)
    }

    fn count(&self, sent: Instant, times: &mut Vec<Duration>) {
        let now = Instant::now();
        if (self.span.0..self.span.1).contains(&now) {
            times.push(now - sent);
        }
    }
}

/// The answers of one stream.
struct Answers {
    body: RecvStream,
    /// The beginning of a message that has not come whole.
    rest: Vec<u8>,
}

impl Answers {
    /// How many more came whole; at least one.
    async fn next(&mut self) -> Result<usize, Failure> {
        loop {
            let data = self.body.data().await.ok_or("the stream ended")??;
            self.body.flow_control().release_capacity(data.len())?;
            self.rest.extend_from_slice(&data);
            let mut came = 0;
            let mut read = 0;
            while let Some([_, length @ ..]) = self
                .rest
                .get(read..)
                .and_then(<[u8]>::first_chunk::<PREFIX>)
            {
                let end = read + PREFIX + usize::try_from(u32::from_be_bytes(*length))?;
                if end > self.rest.len() {
                    break;
                }
                (came, read) = (came + 1, end);
            }
            self.rest.drain(..read);
            if came > 0 {
                return Ok(came);
            }
        }
    }
}

/// A message as it is sent.
pub(super) fn framed(message: &impl prost::Message) -> Bytes {
    let length = u32::try_from(message.encoded_len()).unwrap_or(u32::MAX);
    let mut bytes = vec![0];
    bytes.extend(length.to_be_bytes());
    bytes.extend(message.encode_to_vec());
    bytes.into()
}

/// An error is not what is measured.
fn must_be_ok(headers: &HeaderMap) -> Result<(), Failure> {
    match headers.get("grpc-status") {
        Some(status) if status != "0" => {
            let why = headers
                .get("grpc-message")
                .map_or("", |why| why.to_str().unwrap_or("?"));
            Err(format!("the server answered status {status:?}: {why}").into())
        }
        _ => Ok(()),
    }
}
