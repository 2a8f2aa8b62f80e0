//! Starts aiosmtpd and reads what it took.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use app::Smtp;
use tempfile::TempDir;

/// A mail server of this test's own. Ends with it.
#[derive(Clone)]
pub struct MailServer {
    running: Arc<Running>,
    port: u16,
    password: String,
    /// The certificate that clients trust; none without TLS.
    authority: Option<Vec<u8>>,
    is_guarded: bool,
}

struct Running {
    child: std::sync::Mutex<Child>,
    directory: TempDir,
}

impl Drop for Running {
    fn drop(&mut self) {
        let child = self.child.get_mut().expect("nobody panicked with it");
        // It may have ended already; then there is nothing to kill and nothing to wait for.
        let _ = child.kill();
        let _ = child.wait();
    }
}

impl MailServer {
    /// One that does to each mail what the plan says (see `server.py`).
    pub fn start(plan: &str) -> Self {
        Self::with(plan, None)
    }

    /// One that requires TLS and a login.
    pub fn start_guarded(plan: &str) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let certificate = directory.path().join("certificate.pem");
        let key = directory.path().join("key.pem");
        let made = Command::new("openssl")
            .args([
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
            ])
            .args([
                "-subj",
                "/CN=mail.test",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
            ])
            .args(["-addext", "basicConstraints=critical,CA:FALSE"])
            .arg("-keyout")
            .arg(&key)
            .arg("-out")
            .arg(&certificate)
            .stderr(Stdio::null())
            .status();
        assert!(
            made.expect("openssl runs").success(),
            "no certificate was made"
        );
        Self::with(plan, Some((certificate, key)))
    }

    fn with(plan: &str, certificate: Option<(PathBuf, PathBuf)>) -> Self {
        let python = std::env::var("GRANTOR_TEST_PYTHON")
            .expect("GRANTOR_TEST_PYTHON names a Python with aiosmtpd");
        let directory = tempfile::tempdir().expect("a directory");
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mail_server/server.py");
        let mut command = Command::new(python);
        command.arg(script).arg(directory.path()).arg(plan);
        if let Some((certificate, key)) = &certificate {
            command.arg(certificate).arg(key);
        }
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped"))
            .read_line(&mut line)
            .expect("it says its port");
        let read = |path: &PathBuf| std::fs::read(path).expect("a certificate");
        Self {
            running: Arc::new(Running {
                child: child.into(),
                directory,
            }),
            port: line.trim().parse().expect("a port"),
            password: "secret".into(),
            is_guarded: certificate.is_some(),
            authority: certificate.as_ref().map(|(path, _)| read(path)),
        }
    }

    /// The same server, and somebody who logs in with this password.
    pub fn with_password(&self, password: &str) -> Self {
        Self {
            password: password.to_owned(),
            ..self.clone()
        }
    }

    /// The same server, and somebody who does not know who signed its certificate.
    pub fn without_trust(&self) -> Self {
        Self {
            authority: None,
            ..self.clone()
        }
    }

    /// How Grantor reaches it, with two seconds for a mail.
    pub fn smtp(&self) -> Smtp {
        let (port, password) = (self.port, &self.password);
        let url = if self.is_guarded {
            format!("smtp://user:{password}@127.0.0.1:{port}?tls=required")
        } else {
            format!("smtp://127.0.0.1:{port}")
        };
        let timeout = Duration::from_secs(2);
        Smtp::parse(&url, timeout, self.authority.as_deref()).expect("a server")
    }

    /// Everything that it took, once it is so much.
    pub async fn takes(&self, count: usize) -> Vec<String> {
        for _ in 0..1200 {
            let files = std::fs::read_dir(self.running.directory.path()).expect("a directory");
            let mails: Vec<_> = files
                .filter_map(|file| std::fs::read_to_string(file.ok()?.path()).ok())
                .filter(|mail| mail.trim_end().ends_with("--"))
                .collect();
            if mails.len() >= count {
                return mails;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("it did not take {count} mails within 30 seconds")
    }
}
