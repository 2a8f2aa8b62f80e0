//! The `grantor` command.

use std::process::ExitCode;

use clap::Parser;
use grantor_server::cli::Command;

/// Freed and allocated a million times a minute: measurably faster than the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let command = Command::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(command.run()),
        Err(cause) => Err(cause.into()),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("grantor: {error}");
        let mut cause = error.source();
        while let Some(inner) = cause {
            eprintln!("  because {inner}");
            cause = inner.source();
        }
        ExitCode::from(2)
    })
}
