//! The settings of mails and of the page that their links lead to. Half of them is an error that names the other half.

use std::net::SocketAddr;
use std::time::Duration;

use app::{InvalidMail, MailOptions, MailWay, PublicUrl, Sender, Smtp};

use super::RawSettings;
use super::error::SettingsError;

/// From whom mails are where nobody gets them.
const SENDER: &str = "Grantor <grantor@localhost>";

/// How mails leave; the address of the page may be that of the listener, which is not known yet.
#[derive(Debug, Clone)]
pub(crate) struct MailSettings {
    way: MailWay,
    sender: Sender,
    public_url: Option<PublicUrl>,
}

impl MailSettings {
    /// Files in a directory of a development machine, with links to show.
    pub(crate) fn for_development(directory: std::path::PathBuf) -> Result<Self, SettingsError> {
        Ok(Self {
            way: MailWay::Directory {
                path: directory,
                show_links: true,
            },
            sender: Sender::parse(SENDER).map_err(named("mail-sender"))?,
            public_url: None,
        })
    }

    /// With the address that the service listens on, in case no other is set.
    pub(crate) fn listening(
        self,
        address: SocketAddr,
        tls: bool,
    ) -> Result<MailOptions, SettingsError> {
        let scheme = if tls { "https" } else { "http" };
        let public_url = match self.public_url {
            Some(url) => url,
            None => own(scheme, address).map_err(named("public-url"))?,
        };
        Ok(MailOptions {
            way: self.way,
            sender: self.sender,
            public_url,
        })
    }

    /// Whether mails only become files.
    pub(crate) fn is_directory(&self) -> bool {
        matches!(self.way, MailWay::Directory { .. })
    }
}

/// A listener on every address is reached on this machine by the loopback one.
fn own(scheme: &str, address: SocketAddr) -> Result<PublicUrl, InvalidMail> {
    let port = address.port();
    if address.ip().is_unspecified() {
        return PublicUrl::parse(&format!("{scheme}://localhost:{port}"));
    }
    let url = PublicUrl::parse(&format!("{scheme}://{address}"));
    // Plain http on a network's address is behind a proxy whose name is not known here.
    url.or_else(|_| PublicUrl::parse(&format!("{scheme}://localhost:{port}")))
}

impl RawSettings {
    pub(super) fn mail(&self) -> Result<MailSettings, SettingsError> {
        let way = match &self.smtp_url {
            Some(url) => MailWay::Smtp(self.smtp(url.text())?),
            None => self.directory()?,
        };
        let sender = self.mail_sender.as_deref().unwrap_or(SENDER);
        let public_url = self.public_url.as_deref().map(PublicUrl::parse);
        Ok(MailSettings {
            way,
            sender: Sender::parse(sender).map_err(named("mail-sender"))?,
            public_url: public_url.transpose().map_err(named("public-url"))?,
        })
    }

    fn smtp(&self, url: &str) -> Result<Smtp, SettingsError> {
        let missing = [
            ("mail-sender", self.mail_sender.is_none()),
            ("public-url", self.public_url.is_none()),
        ];
        if let Some((missing, _)) = missing.into_iter().find(|(_, is_missing)| *is_missing) {
            let why =
                format!("smtp-url is set and {missing} is not: mails that are sent need both");
            return Err(SettingsError::Contradiction(why));
        }
        if self.mail_directory.is_some() {
            let why = "smtp-url and mail-directory are both set: mails leave by one way".to_owned();
            return Err(SettingsError::Contradiction(why));
        }
        let seconds = self.smtp_timeout_seconds.unwrap_or(30);
        if !(1..=600).contains(&seconds) {
            let why = format!("smtp-timeout-seconds must be 1 to 600 (got {seconds})");
            return Err(SettingsError::Contradiction(why));
        }
        let authority = match &self.smtp_authority {
            None => None,
            Some(path) => Some(std::fs::read(path).map_err(|cause| {
                let why = format!("smtp-authority {} cannot be read: {cause}", path.display());
                SettingsError::Contradiction(why)
            })?),
        };
        Smtp::parse(url, Duration::from_secs(seconds), authority.as_deref())
            .map_err(named("smtp-url"))
    }

    fn directory(&self) -> Result<MailWay, SettingsError> {
        let halves = [
            ("smtp-timeout-seconds", self.smtp_timeout_seconds.is_some()),
            ("smtp-authority", self.smtp_authority.is_some()),
        ];
        if let Some((half, _)) = halves.into_iter().find(|(_, is_set)| *is_set) {
            let why = format!("{half} is set and smtp-url is not: it is about the mail server");
            return Err(SettingsError::Contradiction(why));
        }
        let path = self.mail_directory.clone();
        Ok(MailWay::Directory {
            path: path.unwrap_or_else(|| "mail".into()),
            show_links: false,
        })
    }
}

fn named(setting: &'static str) -> impl Fn(InvalidMail) -> SettingsError {
    move |wrong| SettingsError::Contradiction(format!("{setting} {wrong}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sending() -> RawSettings {
        RawSettings {
            smtp_url: Some("smtp://127.0.0.1:2525".into()),
            mail_sender: Some("Acme <no-reply@example.com>".into()),
            public_url: Some("https://access.example.com".into()),
            ..RawSettings::default()
        }
    }

    #[test]
    fn half_of_the_settings_names_the_other_half() {
        let wrong = |raw: RawSettings| raw.mail().err().map(|error| error.to_string());
        let says = |raw: RawSettings, words: &str| {
            let said = wrong(raw).unwrap_or_default();
            assert!(said.contains(words), "{words:?} is not in {said:?}");
        };
        assert_eq!(wrong(sending()), None);
        assert_eq!(wrong(RawSettings::default()), None);
        says(
            RawSettings {
                mail_sender: None,
                ..sending()
            },
            "mail-sender is not",
        );
        says(
            RawSettings {
                public_url: None,
                ..sending()
            },
            "public-url is not",
        );
        says(
            RawSettings {
                mail_directory: Some("mail".into()),
                ..sending()
            },
            "one way",
        );
        says(
            RawSettings {
                smtp_timeout_seconds: Some(0),
                ..sending()
            },
            "1 to 600",
        );
        says(
            RawSettings {
                smtp_authority: Some("nowhere.pem".into()),
                ..sending()
            },
            "cannot be read",
        );
        says(
            RawSettings {
                smtp_url: Some("mail.example.com".into()),
                ..sending()
            },
            "smtps://",
        );
        says(
            RawSettings {
                smtp_url: Some("smtp://u:p@mail.example.com".into()),
                ..sending()
            },
            "tls=required",
        );
        says(
            RawSettings {
                mail_sender: Some("Acme".into()),
                ..sending()
            },
            "no-reply@example.com",
        );
        says(
            RawSettings {
                public_url: Some("http://example.com".into()),
                ..sending()
            },
            "https://",
        );
        says(
            RawSettings {
                smtp_timeout_seconds: Some(3),
                ..RawSettings::default()
            },
            "smtp-url is not",
        );
    }

    #[test]
    fn without_a_public_url_links_lead_to_where_it_listens() {
        let links = |address: &str, tls| {
            let address = address.parse().expect("an address");
            let options = RawSettings::default()
                .mail()
                .expect("settings")
                .listening(address, tls);
            format!("{:?}", options.expect("options").public_url)
        };
        assert_eq!(
            links("127.0.0.1:50051", false),
            r#"PublicUrl("http://127.0.0.1:50051")"#
        );
        assert_eq!(
            links("0.0.0.0:443", true),
            r#"PublicUrl("https://localhost:443")"#
        );
        assert_eq!(
            links("10.0.0.7:80", false),
            r#"PublicUrl("http://localhost:80")"#
        );
    }
}
