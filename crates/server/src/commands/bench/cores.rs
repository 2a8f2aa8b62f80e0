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
    /// All threads of this process, and those that they begin, run here from now on.
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

/// The CPU time that all threads of this process but this one have used so far, also those that have ended.
pub(super) fn used_by_others() -> Result<Duration, Failure> {
    let all = ticks("/proc/self/stat")?;
    Ok(TICK * all.saturating_sub(ticks("/proc/thread-self/stat")?))
}

/// What Linux counts CPU time in, whatever the machine.
const TICK: Duration = Duration::from_millis(10);

/// What a process or thread has used of its own and in the kernel: the 14th and 15th field, as proc(5) counts them.
fn ticks(stat: &str) -> Result<u32, Failure> {
    let told = std::fs::read_to_string(stat)?;
    // The second field is a name in brackets, which may have spaces.
    let (_, fields) = told.rsplit_once(')').ok_or("no name stands in it")?;
    let used = fields.split_whitespace().skip(11).take(2);
    let used = used.map(str::parse::<u32>).collect::<Result<Vec<_>, _>>()?;
    Ok(used.iter().sum())
}

/// Its id.
fn this_thread() -> Result<String, Failure> {
    let path = std::fs::read_link("/proc/thread-self")?;
    let id = path.file_name().ok_or("this thread has no id")?;
    Ok(id.to_string_lossy().into_owned())
}
