//! `grantor completions` and `grantor man`: what shells and `man` take.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use crate::process::run;
use crate::site::Site;

#[test]
fn every_shell_gets_completions_and_those_that_are_here_read_them() {
    for (shell, check) in [
        ("bash", Some("bash")),
        ("zsh", Some("zsh")),
        ("fish", Some("fish")),
        ("powershell", None),
        ("elvish", None),
    ] {
        let script = run(&["completions", shell]).with(0);
        assert!(
            script.contains("partnerships") && script.contains("acting-user"),
            "{shell}"
        );
        let Some(check) = check else { continue };
        let reading = Command::new(check).arg("-n").stdin(Stdio::piped()).spawn();
        // Only Bash is on every machine that tests.
        let Ok(mut reading) = reading else {
            assert_ne!(shell, "bash");
            continue;
        };
        let mut input = reading.stdin.take().expect("piped");
        input.write_all(script.as_bytes()).expect("read");
        drop(input);
        assert!(reading.wait().expect("it ends").success(), "{shell}");
    }
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let site = Site::empty();
    let directory = site.path("man1");
    run(&["man".as_ref(), directory.as_os_str()]).with(0);
    let pages: Vec<_> = fs::read_dir(&directory)
        .expect("made")
        .map(|page| {
            page.expect("a page")
                .file_name()
                .into_string()
                .expect("text")
        })
        .collect();
    for page in [
        "grantor.1",
        "grantor-check.1",
        "grantor-grants-create.1",
        "grantor-keys-revoke.1",
        "grantor-matrix.1",
    ] {
        assert!(
            pages.iter().any(|there| there == page),
            "{page} is not among {pages:?}"
        );
    }
    let of_help = pages.iter().find(|page| page.contains("-help"));
    assert_eq!(of_help, None, "a page about asking for help helps nobody");
    let create = fs::read_to_string(directory.join("grantor-grants-create.1")).expect("text");
    assert!(
        create.contains(".TH") && create.contains("future\\-type"),
        "{create}"
    );
    assert!(run(&["man"]).with(0).contains(".TH grantor 1"));
}
