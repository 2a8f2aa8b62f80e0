//! `grantor health`: what a probe learns.

use crate::process::run;
use crate::site::Site;

#[test]
fn a_probe_needs_no_key_and_reads_the_exit_code() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let address = format!("http://{}", server.address);
    let asked = |more: &[&str]| run(&[&["health", "--address", &address], more].concat());
    assert_eq!(asked(&[]).with(0), "SERVING\n");
    assert_eq!(
        asked(&["--service", "grantor.v1.AccessService"]).with(0),
        "SERVING\n"
    );
    asked(&["--service", "nobody.Service"]).refuses(&["NOT_FOUND"]);
}

#[test]
fn where_nobody_listens_there_is_no_answer() {
    run(&["health", "--address", "http://127.0.0.1:1"])
        .refuses(&["http://127.0.0.1:1", "is Grantor running there"]);
}

#[test]
fn who_says_nothing_is_waited_for_no_longer_than_was_said() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", silent.local_addr().expect("its address"));
    run(&["health", "--address", &address, "--timeout", "1"]).refuses(&["no answer within 1 s"]);
}
