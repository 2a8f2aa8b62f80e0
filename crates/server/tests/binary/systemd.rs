//! `grantor serve` under systemd: it says when it answers and when it stops, and nothing if it does not come to that.

use std::os::unix::net::UnixDatagram;
use std::process::Command;
use std::time::Duration;

use crate::process::{Running, ended};
use crate::site::{Server, Site};

const SERVE: [&str; 3] = ["serve", "--listen", "127.0.0.1:0"];

/// Where systemd would listen.
struct Supervisor(UnixDatagram);

impl Supervisor {
    /// Starts nothing yet: the command is told where to say it.
    fn of(site: &Site, command: &mut Command) -> Self {
        let path = site.path("notify.sock");
        let socket = UnixDatagram::bind(&path).expect("a socket");
        let patience = Some(Duration::from_secs(60));
        socket.set_read_timeout(patience).expect("set");
        command.env("NOTIFY_SOCKET", &path);
        Self(socket)
    }

    /// The lines of the next message.
    fn hears(&self) -> Vec<String> {
        let mut message = [0; 512];
        let length = self.0.recv(&mut message).expect("a message");
        let text = std::str::from_utf8(message.get(..length).expect("its length"));
        text.expect("text").lines().map(str::to_owned).collect()
    }

    fn has_heard_nothing(&self) -> bool {
        self.0.set_nonblocking(true).expect("set");
        self.0.recv(&mut [0; 1]).is_err()
    }
}

#[test]
fn it_is_ready_when_it_answers_and_says_when_it_stops() {
    let site = Site::migrated();
    let key = site.makes_key("shop", &["access.ask"]);
    let mut command = site.command(&SERVE);
    let supervisor = Supervisor::of(&site, &mut command);
    let running = Running::start(&mut command);
    let ready = supervisor.hears();
    assert_eq!(ready[0], "READY=1");
    let address = ready[1].strip_prefix("STATUS=serving on ");
    let server = Server {
        running,
        address: address.expect("an address").to_owned(),
        key,
    };
    // Whoever was told can call at once: the answer is that nobody is called ann.
    server
        .asks("ann", "view", "organizations/acme")
        .refuses(&["organizations/acme"]);
    assert!(supervisor.has_heard_nothing());
    supervisor.0.set_nonblocking(false).expect("set");
    server.running.gets("TERM");
    assert_eq!(supervisor.hears()[0], "STOPPING=1");
    assert_eq!(server.running.ends().0, Some(0));
}

#[test]
fn it_is_never_ready_where_nobody_could_call() {
    let site = Site::migrated();
    let mut command = site.command(&SERVE);
    let supervisor = Supervisor::of(&site, &mut command);
    ended(&mut command).refuses(&["no caller could authenticate"]);
    assert!(supervisor.has_heard_nothing());
}

#[test]
fn it_serves_also_where_the_supervisor_is_gone() {
    let site = Site::migrated();
    site.makes_key("shop", &["access.ask"]);
    let mut command = site.command(&SERVE);
    command.env("NOTIFY_SOCKET", site.path("nowhere.sock"));
    let mut running = Running::start(&mut command);
    running.says("NOTIFY_SOCKET leads nowhere");
    running.says("\"serving\"");
}
