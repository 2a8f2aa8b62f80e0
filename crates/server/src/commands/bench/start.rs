//! How long does a start take, and how much memory, where much is held?

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use clap::Args;
use cli::Failure;
use grantor::v1::CheckAccessRequest;
use grantor::v1::access_service_client::AccessServiceClient;

use super::children::grantor;
use super::connect::{connect, keyed};
use super::held::{self, Size};
use super::options::{Filled, On, at_least_one};
use super::turns::median;
use super::world::{Store, World};

/// How often it is tried whether it answers yet.
const EVERY: Duration = Duration::from_millis(2);
/// A start that takes longer is none.
const PATIENCE: Duration = Duration::from_secs(600);

/// Measure a start on a filled database: from starting `grantor serve` to the first answer of a check, and its memory.
///
/// The check is about the organization that holds the grants. Memory is the peak of the resident size (VmHWM) once it has
/// answered. What the database or the machine keeps in memory of the files is warm.
#[derive(Debug, Args)]
pub(super) struct Start {
    /// Starts; the medians are shown.
    #[arg(long, default_value_t = 5, value_parser = at_least_one)]
    rounds: usize,
    #[command(flatten)]
    filled: Filled,
    #[command(flatten)]
    on: On,
}

impl Start {
    pub(super) async fn run(self) -> Result<String, Failure> {
        let world = World::begin(&self.on, None).await?;
        let held = held::load(&world, Size::of(self.filled)?, held::CALLERS).await?;
        world.close().await;
        let question = held.allowed();
        drop(held);
        let (mut times, mut peaks) = (Vec::new(), Vec::new());
        for round in 1..=self.rounds {
            let begun = Instant::now();
            let mut server = Server::begin(&world.store)?;
            server.answers(begun, &world.key, &question).await?;
            times.push(begun.elapsed().as_secs_f64() * 1_000.0);
            peaks.push(server.peak()?);
            server.end()?;
            eprintln!("round {round} of {} done", self.rounds);
        }
        let most = peaks.iter().copied().fold(0.0, f64::max);
        let longest = times.iter().copied().fold(0.0, f64::max);
        Ok(format!(
            "| grants | first answer, ms | longest | peak memory, MiB | largest |\n|---|---|---|---|---|\n\
             | {} | {:.0} | {longest:.0} | {:.1} | {most:.1} |\n",
            self.filled.grants,
            median(times),
            median(peaks)
        ))
    }
}

/// A server in a process of its own. Killed when dropped.
struct Server {
    address: SocketAddr,
    child: Child,
}

impl Server {
    fn begin(store: &Store) -> Result<Self, Failure> {
        // Free a moment ago, which is as good as it gets.
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let child = grantor()?
            .arg("serve")
            .args(["--listen", &address.to_string()])
            .args(["--log", "error"])
            .arg("--key-file")
            .arg(store.key_file())
            .arg("--mail-directory")
            .arg(store.path("mail"))
            // It may have a password, which no argument is to show.
            .env("GRANTOR_DATABASE_URL", &store.database_url)
            .stdin(Stdio::null())
            .spawn()?;
        Ok(Self { address, child })
    }

    /// Until the question is answered, which waits for what is not loaded.
    async fn answers(
        &mut self,
        begun: Instant,
        key: &str,
        question: &CheckAccessRequest,
    ) -> Result<(), Failure> {
        loop {
            let why = match self.asked(key, question).await {
                Ok(()) => return Ok(()),
                Err(why) => why,
            };
            if let Some(ended) = self.child.try_wait()? {
                return Err(format!("the server did not start: {ended}").into());
            }
            if begun.elapsed() > PATIENCE {
                return Err(why);
            }
            tokio::time::sleep(EVERY).await;
        }
    }

    async fn asked(&self, key: &str, question: &CheckAccessRequest) -> Result<(), Failure> {
        let mut client = AccessServiceClient::new(connect(self.address).await?);
        client.check_access(keyed(question.clone(), key)?).await?;
        Ok(())
    }

    /// In MiB: what Linux says was resident at most.
    fn peak(&self) -> Result<f64, Failure> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kibibytes = peak.and_then(|peak| peak.trim().strip_suffix("kB"));
        let kibibytes: f64 = kibibytes
            .ok_or("Linux does not say how much memory it had")?
            .trim()
            .parse()?;
        Ok(kibibytes / 1_024.0)
    }

    /// As a supervisor ends it, so that the next start finds nothing to mend.
    fn end(mut self) -> Result<(), Failure> {
        let id = self.child.id().to_string();
        let told = Command::new("kill").args(["-s", "TERM", &id]).status()?;
        if !told.success() || !self.child.wait()?.success() {
            return Err("the server did not end as it was told".into());
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
