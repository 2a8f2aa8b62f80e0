//! Processes of their own that are measured: this command, and examples of this crate that are built beside it.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use cli::Failure;

use super::cores::Whose;

/// What builds all that is measured, and rebuilds nothing afterwards.
const BUILD: &str = if cfg!(debug_assertions) {
    "cargo build --bins --examples"
} else {
    "cargo build --release --bins --examples"
};

/// An example, as it was built together with this command.
pub(super) fn example(name: &str) -> Result<Command, Failure> {
    let path = this()?.with_file_name("examples").join(name);
    if path.is_file() {
        return Ok(Command::new(path));
    }
    let path = path.display();
    Err(format!("{path} is missing, which is measured beside Grantor; build it by: {BUILD}").into())
}

/// This command, with nothing of this machine's settings.
pub(super) fn grantor() -> Result<Command, Failure> {
    let mut command = Command::new(this()?);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("GRANTOR_") {
            command.env_remove(name);
        }
    }
    Ok(command)
}

fn this() -> Result<PathBuf, Failure> {
    Ok(std::env::current_exe()?)
}

/// The call that does nothing on tonic as it comes, with the system's allocator. Ended when dropped.
pub(super) struct Stock {
    pub(super) address: SocketAddr,
    child: Child,
}

impl Stock {
    /// Begins on the cores of this thread.
    pub(super) fn begin() -> Result<Self, Failure> {
        let mut child = example("stock_noop")?
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut address = String::new();
        if let Some(said) = child.stdout.take() {
            BufReader::new(said).read_line(&mut address)?;
        }
        Ok(Self {
            address: address.trim_end().parse()?,
            child,
        })
    }

    pub(super) fn process(&self) -> Whose {
        Whose::Process(self.child.id())
    }
}

impl Drop for Stock {
    /// Its input is closed by waiting, which ends it; killed, it ends also where it hangs.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
