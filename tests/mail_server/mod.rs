//! Mails on their way to real mail servers: ones that take them, refuse, hang, and die in the middle.
//!
//! The servers are aiosmtpd's. `GRANTOR_TEST_PYTHON` names a Python that has it; `.ci/run` sees to that and runs these.

mod server;

use std::time::Duration;

use app::UnsentMail;
use grantor::v1;

use self::server::MailServer;
use crate::harness::{Actor, World, collaborator};

/// An organization whose mails go to this server.
struct Acme {
    world: World,
    ann: Actor,
}

impl Acme {
    async fn mailing(server: &MailServer) -> Self {
        let world = World::mailing(server.smtp()).await;
        let ann = world.organization("acme", "ann").await;
        Self { world, ann }
    }

    async fn invites(&self, id: &str) -> v1::Invitation {
        let invitation = v1::Invitation {
            email: format!("{id}@example.com"),
            ..collaborator()
        };
        self.ann.invites("acme", invitation).await.expect("invited")
    }

    /// The one unsent mail, once it is like this.
    async fn waits_until(&self, is_so: impl Fn(&UnsentMail) -> bool) -> UnsentMail {
        for _ in 0..1200 {
            let mails = self.world.app.unsent_mails(10).await.expect("the outbox");
            if let Some(mail) = mails.into_iter().next().filter(&is_so) {
                return mail;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        let mails = self.world.app.unsent_mails(10).await;
        panic!("no such mail within 30 seconds, but {mails:?}")
    }

    /// Nothing waits any more.
    async fn is_empty(&self) {
        for _ in 0..1200 {
            let mails = self.world.app.unsent_mails(10).await.expect("the outbox");
            if mails.is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("mails still wait after 30 seconds")
    }
}

fn failure(mail: &UnsentMail) -> &str {
    mail.failure.as_deref().unwrap_or_default()
}

#[tokio::test]
#[ignore = "needs GRANTOR_TEST_PYTHON with aiosmtpd; .ci/run runs it"]
async fn a_mail_server_gets_the_whole_mail_and_its_link_answers() {
    let server = MailServer::start("take");
    let acme = Acme::mailing(&server).await;
    acme.invites("zoe").await;
    let mail = server.takes(1).await.remove(0);
    let envelope = "grantor@platform.example zoe@example.com\r\n";
    assert!(mail.starts_with(envelope), "{mail}");
    for words in [
        "Subject: You are invited\r\n",
        "From: Platform <grantor@platform.example>\r\n",
        "Content-Type: multipart/alternative;",
        "Content-Type: text/plain; charset=utf-8\r\n",
        "Content-Type: text/html; charset=utf-8\r\n",
        "Auto-Submitted: auto-generated\r\n",
    ] {
        assert!(mail.contains(words), "{words:?} is not in {mail}");
    }
    let token = crate::harness::token_in(&mail).expect("a code");
    let page = acme
        .world
        .browser()
        .posts("/invitation", &[("token", &token)])
        .await;
    assert_eq!(page.title(), "Invitation to acme");
    acme.is_empty().await;
}

#[tokio::test]
#[ignore = "needs GRANTOR_TEST_PYTHON with aiosmtpd; .ci/run runs it"]
async fn a_mail_that_is_refused_for_good_is_given_up_and_can_be_tried_again() {
    let server = MailServer::start("refuse,refuse,refuse,take");
    let acme = Acme::mailing(&server).await;
    acme.invites("zoe").await;
    for attempts in 1..3 {
        let mail = acme.waits_until(|mail| mail.attempts == attempts).await;
        assert_eq!(failure(&mail), "the mail server answered 550");
        assert_eq!(mail.given_up_at, None);
        acme.world.passes(Duration::from_secs(60));
    }
    let mail = acme.waits_until(|mail| mail.given_up_at.is_some()).await;
    assert_eq!(
        (mail.attempts, mail.kind, mail.due),
        (3, "invitation", None)
    );
    acme.world.passes(Duration::from_secs(24 * 3600));
    assert!(acme.world.app.retry_mail(&mail.name).await.expect("tried"));
    assert_eq!(server.takes(1).await.len(), 1);
    acme.is_empty().await;
    assert!(!acme.world.app.retry_mail(&mail.name).await.expect("asked"));
}

#[tokio::test]
#[ignore = "needs GRANTOR_TEST_PYTHON with aiosmtpd; .ci/run runs it"]
async fn a_mail_that_may_come_later_waits_longer_each_time_for_three_days() {
    let server = MailServer::start("busy");
    let acme = Acme::mailing(&server).await;
    acme.invites("zoe").await;
    let mut waited = 0;
    for attempts in 1..22 {
        let mail = acme.waits_until(|mail| mail.attempts == attempts).await;
        assert_eq!(failure(&mail), "the mail server answered 451");
        let wait = mail.due.expect("another time").0 - acme.world.now().0;
        assert!(wait <= 27_001_000_000, "longer than 7.5 hours: {wait}");
        waited += wait;
        let wait = u64::try_from(wait).expect("in the future");
        acme.world.passes(Duration::from_micros(wait));
    }
    let mail = acme.waits_until(|mail| mail.given_up_at.is_some()).await;
    assert_eq!(mail.attempts, 22);
    let days = waited / 86_400_000_000;
    assert!((2..4).contains(&days), "given up after {days} days");
}

#[tokio::test]
#[ignore = "needs GRANTOR_TEST_PYTHON with aiosmtpd; .ci/run runs it"]
async fn a_server_that_hangs_is_left_and_one_that_dies_gets_the_mail_later() {
    let server = MailServer::start("hang,die,take");
    let acme = Acme::mailing(&server).await;
    acme.invites("zoe").await;
    let mail = acme.waits_until(|mail| mail.attempts == 1).await;
    assert_eq!(
        failure(&mail),
        "the mail server did not finish within 2 seconds"
    );
    acme.world.passes(Duration::from_secs(60));
    let mail = acme.waits_until(|mail| mail.attempts == 2).await;
    assert!(
        failure(&mail).starts_with("the connection to the mail server failed"),
        "{mail:?}"
    );
    acme.world.passes(Duration::from_secs(60));
    assert_eq!(server.takes(1).await.len(), 1);
    acme.is_empty().await;
}

#[tokio::test]
#[ignore = "needs GRANTOR_TEST_PYTHON with aiosmtpd; .ci/run runs it"]
async fn an_invitation_that_was_withdrawn_while_its_mail_waited_is_not_sent() {
    let server = MailServer::start("busy,take");
    let acme = Acme::mailing(&server).await;
    let open = acme.invites("zoe").await;
    acme.waits_until(|mail| mail.attempts == 1).await;
    acme.ann.withdraws(&open.name).await.expect("withdrawn");
    acme.world.passes(Duration::from_secs(60));
    acme.is_empty().await;
    acme.invites("dora").await;
    let mails = server.takes(1).await;
    assert!(mails[0].contains("dora@example.com"), "{mails:?}");
    assert_eq!(mails.len(), 1);
}

#[tokio::test]
#[ignore = "needs GRANTOR_TEST_PYTHON with aiosmtpd; .ci/run runs it"]
async fn of_two_mails_of_one_invitation_only_the_one_with_the_link_that_works_is_sent() {
    let server = MailServer::start("busy,take");
    let acme = Acme::mailing(&server).await;
    let open = acme.invites("zoe").await;
    acme.waits_until(|mail| mail.attempts == 1).await;
    acme.ann.resends(&open.name).await.expect("sent again");
    acme.world.passes(Duration::from_secs(60));
    acme.is_empty().await;
    let mails = server.takes(1).await;
    assert_eq!(mails.len(), 1);
    let token = crate::harness::token_in(&mails[0]).expect("a code");
    acme.world.operator().views(&token).await.expect("it opens");
}

#[tokio::test]
#[ignore = "needs GRANTOR_TEST_PYTHON with aiosmtpd; .ci/run runs it"]
async fn of_two_instances_each_mail_is_sent_by_one() {
    let server = MailServer::start("take");
    let acme = Acme::mailing(&server).await;
    let _other = acme.world.another().await;
    for number in 0..20 {
        acme.invites(&format!("zoe-{number}")).await;
    }
    server.takes(20).await;
    acme.is_empty().await;
    let mut envelopes: Vec<_> = server
        .takes(20)
        .await
        .iter()
        .filter_map(|mail| mail.lines().next().map(str::to_owned))
        .collect();
    let taken = envelopes.len();
    envelopes.sort();
    envelopes.dedup();
    assert_eq!((taken, envelopes.len()), (20, 20));
}

#[tokio::test]
#[ignore = "needs GRANTOR_TEST_PYTHON with aiosmtpd; .ci/run runs it"]
async fn behind_tls_and_a_login_mails_pass_and_a_wrong_password_waits_for_the_operator() {
    let server = MailServer::start_guarded("take");
    let acme = Acme::mailing(&server).await;
    acme.invites("zoe").await;
    assert_eq!(server.takes(1).await.len(), 1);
    let wrong = server.with_password("wrong");
    let acme = Acme::mailing(&wrong).await;
    acme.invites("zoe").await;
    for attempts in 1..6 {
        let mail = acme.waits_until(|mail| mail.attempts == attempts).await;
        assert_eq!(failure(&mail), "the mail server answered 535");
        acme.world.passes(Duration::from_secs(3600));
    }
    let untrusting = server.without_trust();
    let acme = Acme::mailing(&untrusting).await;
    acme.invites("zoe").await;
    let mail = acme.waits_until(|mail| mail.attempts == 1).await;
    assert_eq!(
        failure(&mail),
        "the connection to the mail server failed: invalid data"
    );
}
