//! Commands that end, and servers that run until they are told to stop.

use std::fmt::Debug;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// How long a line, or an end, is waited for: machines that test may be slow.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a command that ended leaves.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    /// Standard output, if the exit code is this one.
    #[track_caller]
    pub(crate) fn with(self, code: i32) -> String {
        assert_eq!(self.code, Some(code), "{self:?}");
        self.out
    }

    /// It failed with exit code 2, and said each of these.
    #[track_caller]
    pub(crate) fn refuses(self, words: &[&str]) {
        assert_eq!((self.code, self.out.as_str()), (Some(2), ""), "{self:?}");
        for word in words {
            assert!(self.err.contains(word), "{word:?} is not in {self:?}");
        }
        assert!(self.err.starts_with("grantor: "), "{self:?}");
    }
}

/// The command, with nothing of this machine's settings.
pub(crate) fn grantor<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grantor"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("GRANTOR_")) {
        command.env_remove(name);
    }
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Runs it to its end.
pub(crate) fn run<S: AsRef<std::ffi::OsStr> + Debug>(arguments: &[S]) -> Ended {
    ended(&mut grantor(arguments))
}

pub(crate) fn ended(command: &mut Command) -> Ended {
    let output = command.output().expect("it starts");
    Ended {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

/// A server. Killed when dropped.
pub(crate) struct Running {
    child: Child,
    lines: Receiver<String>,
    heard: Vec<String>,
}

impl Running {
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let (said, lines) = channel();
        listen(child.stdout.take().expect("piped"), said.clone());
        listen(child.stderr.take().expect("piped"), said);
        Self {
            child,
            lines,
            heard: Vec::new(),
        }
    }

    /// The first line with these words, once it is said, on either output.
    #[track_caller]
    pub(crate) fn says(&mut self, words: &str) -> String {
        self.says_times(words, 1)
    }

    /// The second line with these words.
    #[track_caller]
    pub(crate) fn says_again(&mut self, words: &str) -> String {
        self.says_times(words, 2)
    }

    #[track_caller]
    fn says_times(&mut self, words: &str, times: usize) -> String {
        let begun = Instant::now();
        loop {
            let mut said = self.heard.iter().filter(|line| line.contains(words));
            if let Some(line) = said.nth(times - 1) {
                return line.clone();
            }
            match self
                .lines
                .recv_timeout(PATIENCE.saturating_sub(begun.elapsed()))
            {
                Ok(line) => self.heard.push(line),
                Err(_) => panic!("it never said {words:?}, but: {:#?}", self.heard),
            }
        }
    }

    /// The time that it has spent on processors, as Linux counts it: in hundredths of a second.
    pub(crate) fn cpu_time(&self) -> Duration {
        let path = format!("/proc/{}/stat", self.child.id());
        let stat = std::fs::read_to_string(path).expect("it runs");
        let (_, after_name) = stat.rsplit_once(") ").expect("a name");
        let times = after_name.split(' ').skip(11).take(2);
        let ticks: u64 = times
            .map(|ticks| ticks.parse::<u64>().expect("a number"))
            .sum();
        Duration::from_millis(ticks * 10)
    }

    /// Of the process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal, such as `INT`.
    pub(crate) fn gets(&self, signal: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill")
            .args(["-s", signal, &id])
            .status()
            .expect("kill runs");
        assert!(sent.success());
    }

    /// The exit code, once it has ended by itself.
    #[track_caller]
    pub(crate) fn ends(mut self) -> (Option<i32>, Vec<String>) {
        let begun = Instant::now();
        // Both outputs are closed when it ends.
        while let Ok(line) = self
            .lines
            .recv_timeout(PATIENCE.saturating_sub(begun.elapsed()))
        {
            self.heard.push(line);
        }
        assert!(
            begun.elapsed() < PATIENCE,
            "it did not end, and said: {:#?}",
            self.heard
        );
        let status = self.child.wait().expect("it ended");
        (status.code(), std::mem::take(&mut self.heard))
    }

    /// Ends it after a while as a power failure would: no handler runs.
    pub(crate) fn is_killed_in(&self, moment: Duration) {
        let id = self.child.id().to_string();
        std::thread::spawn(move || {
            std::thread::sleep(moment);
            // The process is waited for only after it ended, so the id is still its own.
            let _ = Command::new("kill").args(["-s", "KILL", &id]).status();
        });
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to kill and nothing to wait for.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn listen(from: impl Read + Send + 'static, to: Sender<String>) {
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            if to.send(line).is_err() {
                return;
            }
        }
    });
}
