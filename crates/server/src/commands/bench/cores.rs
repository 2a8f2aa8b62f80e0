//! One core for the servers and one for the load, so that neither waits for the other; and how much the servers have used.

use std::process::Command;
use std::time::Duration;

use cli::Failure;

/// A core of the machine, by its number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Core(usize);

/// Where the servers run.
pub(super) const SERVER: Core = Core(0);
/// Where the load runs.
pub(super) const LOAD: Core = Core(1);

impl Core {
    /// All threads of this process, and those that they begin, run here from now on; processes that they start too.
    pub(super) fn take_this_process(self) -> Result<(), Failure> {
        self.take(&["-a"], &std::process::id().to_string())
    }

    /// This thread runs here from now on.
    pub(super) fn take_this_thread(self) -> Result<(), Failure> {
        self.take(&[], &this_thread()?)
    }

    fn take(self, which: &[&str], id: &str) -> Result<(), Failure> {
        let Self(core) = self;
        let mut taskset = Command::new("taskset");
        let taken = taskset
            .args(which)
            .args(["-cp", &core.to_string(), id])
            .output();
        let taken =
            taken.map_err(|cause| format!("taskset (of util-linux) does not run: {cause}"))?;
        if taken.status.success() {
            return Ok(());
        }
        let why = String::from_utf8_lossy(&taken.stderr).trim().to_owned();
        Err(format!("the benchmark needs two cores; taskset says: {why}").into())
    }
}

/// Whose CPU time is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Whose {
    /// All threads of this process but the one that asks, which is the load.
    Others,
    /// All of another process.
    Process(u32),
    /// All processes of PostgreSQL on this machine.
    Postgres,
}

impl Whose {
    /// What they have used so far, also threads that have ended; of PostgreSQL processes that have ended, too.
    pub(super) fn used(self) -> Result<Duration, Failure> {
        let ticks = match self {
            Self::Others => {
                let all = ticks("/proc/self/stat", OWN)?;
                all.saturating_sub(ticks("/proc/thread-self/stat", OWN)?)
            }
            Self::Process(id) => ticks(&format!("/proc/{id}/stat"), OWN)?,
            Self::Postgres => postgres()?,
        };
        Ok(TICK * ticks)
    }
}

/// What Linux counts CPU time in, whatever the machine.
const TICK: Duration = Duration::from_millis(10);

/// How many fields say what a process or thread has used: of its own and in the kernel, the 14th and 15th, as proc(5) counts.
const OWN: usize = 2;
/// The same, and what its children had used that have ended.
const WITH_ENDED: usize = 4;

fn ticks(stat: &str, fields: usize) -> Result<u32, Failure> {
    let told = std::fs::read_to_string(stat)?;
    // The second field is a name in brackets, which may have spaces.
    let (_, told) = told.rsplit_once(')').ok_or("no name stands in it")?;
    let used = told.split_whitespace().skip(11).take(fields);
    let used = used.map(str::parse::<u32>).collect::<Result<Vec<_>, _>>()?;
    Ok(used.iter().sum())
}

fn postgres() -> Result<u32, Failure> {
    let mut sum = 0;
    for process in std::fs::read_dir("/proc")? {
        let process = process?.path();
        // What has ended meanwhile is counted by its parent.
        let name = std::fs::read_to_string(process.join("comm")).unwrap_or_default();
        if name.trim_end() == "postgres" {
            sum += ticks(&process.join("stat").to_string_lossy(), WITH_ENDED).unwrap_or(0);
        }
    }
    Ok(sum)
}

/// Its id.
fn this_thread() -> Result<String, Failure> {
    let path = std::fs::read_link("/proc/thread-self")?;
    let id = path.file_name().ok_or("this thread has no id")?;
    Ok(id.to_string_lossy().into_owned())
}
