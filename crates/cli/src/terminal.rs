//! Where does the output go? Colours and rules are for terminals; what reads a pipe gets neither.

use std::io::{BufRead, IsTerminal, Write};

use super::Failure;

/// Columns of the terminal; none where standard output is no terminal.
pub(super) fn width() -> Option<u16> {
    let output = std::io::stdout();
    let size = output
        .is_terminal()
        .then(|| terminal_size::terminal_size_of(&output));
    size.map(|size| size.map_or(80, |(width, _)| width.0))
}

/// Prints; colours in it are left out where nobody would see them, also with NO_COLOR.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut output = anstream::stdout().lock();
    output.write_all(text.as_bytes())?;
    Ok(output.flush()?)
}

/// Prints a line.
pub fn say(line: &str) -> Result<(), Failure> {
    print(&format!("{line}\n"))
}

/// Tells the person something that is no part of the answer.
pub(super) fn note(text: &str) {
    let mut output = anstream::stderr().lock();
    // Nobody who reads it is no reason to fail.
    let _ = writeln!(output, "grantor: {text}");
}

/// Asks before a change; `yes` was said beforehand. Nobody there to ask is a failure that says what to do.
pub(super) fn confirmed(question: &str, yes: bool) -> Result<bool, Failure> {
    if yes {
        return Ok(true);
    }
    let input = std::io::stdin();
    if !input.is_terminal() {
        return Err("nothing was changed: nobody is there to ask; say --yes, or --preview".into());
    }
    print(&format!("{question} [y/N] "))?;
    let mut answer = String::new();
    input.lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}
