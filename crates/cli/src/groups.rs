//! In which groups does `grantor --help` list the commands? What one wants comes before what it is called.

use std::fmt::Write;

use clap::Command;

/// Each group with its commands, in the order of the help.
pub(super) const GROUPS: [(&str, &[&str]); 5] = [
    ("Asking", &["check", "explain", "list", "matrix"]),
    ("Looking", &["members", "partnerships", "audit", "watch"]),
    ("Changing", &["grants", "requests", "catalog", "keys"]),
    (
        "Running the service",
        &[
            "dev",
            "serve",
            "migrate",
            "health",
            "operators",
            "mail",
            "bench",
        ],
    ),
    ("This command", &["completions", "man", "help"]),
];

/// The command with its help in groups.
pub(super) fn grouped(command: Command) -> Command {
    let listed = listing(&command);
    command.help_template(format!(
        "{{before-help}}{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{listed}Options:\n{{options}}{{after-help}}"
    ))
}

fn listing(command: &Command) -> String {
    let mut text = String::new();
    for (title, names) in GROUPS {
        let _ = writeln!(text, "{title}:");
        for name in names {
            let about = command.find_subcommand(name).and_then(Command::get_about);
            let about = about.map_or(
                "Print this, or the help of a command".to_owned(),
                ToString::to_string,
            );
            let _ = writeln!(text, "  {name:<14}{about}");
        }
        text.push('\n');
    }
    text
}
