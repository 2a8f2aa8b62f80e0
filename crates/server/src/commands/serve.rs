//! `grantor serve`: the service as it runs in production.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use app::{App, Options};
use clap::Args;
use cli::Failure;

use super::{Configured, options};
use crate::health::ServerState;
use crate::serve::{ListenOptions, Tls, stopped};
use crate::serving::Opened;
use crate::settings::Settings;
use crate::systemd;

/// Start the service.
#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    configured: Configured,
}

impl Serve {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let raw = self.configured.raw()?;
        crate::logs::start(raw.log.as_deref(), raw.log_format)?;
        let settings = raw.settings()?;
        let tls = settings
            .tls
            .as_ref()
            .map(|(certificate, key)| Tls::read(certificate, key))
            .transpose()?;
        let listener = tokio::net::TcpListener::bind(settings.listen)
            .await
            .map_err(|cause| format!("cannot listen on {}: {cause}", settings.listen))?;
        let mail = settings.mail.clone();
        let address = listener.local_addr()?;
        let is_plain = tls.is_none();
        let mail = mail.listening(address, !is_plain)?;
        let options = Options {
            mail: Some(mail),
            capacity: settings.capacity.clone(),
            mail_limits: settings.mail_limits,
            ..options(&settings.database)
        };
        let listen_options = ListenOptions {
            listener,
            tls,
            origins: settings.origins.clone(),
            connections: settings.connections.clone(),
            cores: settings.cores,
            callers: settings.callers.clone(),
        };
        let mut stop = Box::pin(stopped());
        // Before all that takes long, so that who asks hears that it starts.
        let opened = listen_options.open(ServerState::Starting);
        tracing::debug!(%address, "starting");
        let app = tokio::select! {
            app = App::open(&options, false) => app?,
            () = &mut stop => {
                tracing::info!("stopped before it served");
                return Ok(ExitCode::SUCCESS);
            }
        };
        let at = At { address, is_plain };
        let served = serve_at(at, opened, &app, &settings, stop).await;
        // Also where it did not come to serving: what works beside the calls must end before the store goes.
        app.close().await;
        served?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Where callers come in, and whether everybody on the way can read what they say.
struct At {
    address: SocketAddr,
    is_plain: bool,
}

async fn serve_at(
    At { address, is_plain }: At,
    opened: Opened,
    app: &Arc<App>,
    settings: &Settings,
    signal: impl Future<Output = ()>,
) -> Result<(), Failure> {
    if !app.credentials().has_live_key().await? {
        return Err(
            "no caller could authenticate: no service account has a live key. \
                Make one with `grantor keys create serviceAccounts/ID --scope access.ask`."
                .into(),
        );
    }
    if settings.mail.is_directory() {
        tracing::warn!("mails are only written to files; set smtp-url to send them");
    }
    if is_plain && !settings.listen.ip().is_loopback() {
        tracing::warn!(
            "serving without TLS: keys cross the network in the clear unless a proxy encrypts"
        );
    }
    let stop = async {
        signal.await;
        systemd::stopping();
    };
    let serving = opened.answered_by(Arc::clone(app), None)?;
    tracing::info!(%address, tls = !is_plain, "serving");
    systemd::ready(address);
    serving.until(stop, settings.drain).await?;
    Ok(())
}
