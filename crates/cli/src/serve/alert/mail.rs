//! The same by mail: one line in the subject, and where to read on.

use std::time::Duration;

use anyhow::{Context as _, bail};
use lettre::message::Mailbox;
use lettre::{Message, SmtpTransport, Transport as _};

const PATIENCE: Duration = Duration::from_secs(15);
/// Where the server is, with who we are to it: in the environment, since other users of the machine can see a program's arguments.
pub(crate) const SERVER: &str = "MOT_CUA_SMTP";

/// One mailbox and the server that takes mail for it.
#[derive(Debug, Clone)]
pub(crate) struct Mail {
    server: SmtpTransport,
    from: Mailbox,
    to: Mailbox,
}

impl Mail {
    /// `to`: whom. `url`: `smtps://user:password@host`, or `smtp://…?tls=required` where the server begins in the clear.
    ///
    /// # Errors
    /// What is wrong, without the address: it holds a password.
    pub(crate) fn of(to: &str, url: Option<&str>) -> anyhow::Result<Self> {
        let example = "smtps://user:password@host, or smtp://user:password@host:587?tls=required";
        let to: Mailbox =
            to.parse().with_context(|| format!("found --alert-mail {to}, expected a mail address"))?;
        let Some(url) = url else { bail!("--alert-mail needs {SERVER} in the environment: {example}") };
        let is_safe = url.starts_with("smtps://") || url.ends_with("tls=required");
        let (_, account) = url.split_once("://").unwrap_or_default();
        let account = account.rsplit_once('@').map(|(account, _)| account);
        if account.is_some() && !is_safe {
            bail!("found a password in {SERVER} that would travel in the clear, expected {example}");
        }
        let Ok(server) = SmtpTransport::from_url(url) else {
            bail!("{SERVER} is no address, expected {example}")
        };
        // Most servers take mail only from the account's own address.
        let user = account.and_then(|account| account.split(':').next()).unwrap_or_default();
        let own = user.replace("%40", "@").parse().ok();
        Ok(Self {
            server: server.timeout(Some(PATIENCE)).build(),
            from: own.unwrap_or_else(|| to.clone()),
            to,
        })
    }

    /// Waits until the server has taken it.
    pub(super) fn send(&self, line: &str, read_on: &str) -> anyhow::Result<()> {
        let mail = Message::builder().from(self.from.clone()).to(self.to.clone()).subject(line);
        self.server.send(&mail.body(format!("{line}\n\n{read_on}\n"))?)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::TcpListener;

    use super::*;

    /// Takes one mail as RFC 5321 says, and gives what was said to it.
    fn take(listener: &TcpListener) -> String {
        let (mut stream, _) = listener.accept().unwrap();
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
        let (mut said, mut in_data) = (String::new(), false);
        stream.write_all(b"220 here\r\n").unwrap();
        while let Some(Ok(line)) = lines.next() {
            said += &(line.clone() + "\n");
            let reply = match (in_data, line.as_str()) {
                (true, ".") => "250 taken",
                (true, _) => continue,
                (false, "DATA") => "354 go on",
                (false, "QUIT") => "221 bye",
                (false, _) => "250 yes",
            };
            in_data = reply.starts_with("354");
            stream.write_all(format!("{reply}\r\n").as_bytes()).unwrap();
            if reply.starts_with("221") || reply == "250 taken" {
                break;
            }
        }
        said
    }

    #[test]
    fn one_line_goes_to_one_mailbox() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("smtp://127.0.0.1:{}", listener.local_addr().unwrap().port());
        let server = std::thread::spawn(move || take(&listener));
        let mail = Mail::of("can-bo@phuong.example.vn", Some(&url)).unwrap();
        mail.send("3 new, 1 unhappy", "https://phuong.example.vn/results/inbox").unwrap();
        let said = server.join().unwrap();
        assert!(said.contains("RCPT TO:<can-bo@phuong.example.vn>"), "{said}");
        assert!(said.contains("Subject: 3 new, 1 unhappy") && said.contains("/results/inbox"), "{said}");
    }

    #[test]
    fn a_password_never_travels_in_the_clear_nor_into_a_message() {
        let of = |url| Mail::of("a@b.vn", url).map(|mail| mail.from.email.to_string());
        for url in [Some("smtp://u:secret@host"), Some("secret"), None] {
            let why = of(url).unwrap_err().to_string();
            assert!(why.contains(SERVER) && !why.contains("secret"), "{why}");
        }
        assert_eq!(of(Some("smtps://me%40b.vn:secret@host")).unwrap(), "me@b.vn");
        assert_eq!(of(Some("smtp://u:secret@host:587?tls=required")).unwrap(), "a@b.vn");
        assert!(Mail::of("nobody", Some("smtps://host")).is_err());
    }
}
