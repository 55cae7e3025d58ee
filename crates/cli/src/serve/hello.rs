//! What the terminal shows when the server is up: where it is, and a code to scan.

use std::io::{IsTerminal, Write};
use std::net::SocketAddr;

use mot_cua_collector::store::Address;
use mot_cua_contract::{Place, Site};
use mot_cua_link::draw::{self, Ink, Level};

pub(super) struct Hello<'a> {
    pub(super) site: &'a Site,
    pub(super) address: SocketAddr,
    /// For phones in the same network. `None`: there is none.
    pub(super) origin: Option<&'a str>,
    pub(super) database: &'a Address,
    pub(super) places: usize,
    pub(super) procedures: usize,
}

impl Hello<'_> {
    /// A terminal that is gone is no reason not to serve.
    pub(super) fn print(&self) {
        let mut out = std::io::stdout().lock();
        let ink = if out.is_terminal() { Ink::Ansi } else { Ink::Plain };
        let _ = out.write_all(self.text(ink).as_bytes());
        let _ = out.flush();
    }

    fn text(&self, ink: Ink) -> String {
        let ip = self.address.ip();
        let host =
            if ip.is_unspecified() || ip.is_loopback() { "localhost".to_owned() } else { ip.to_string() };
        let base = &self.site.base;
        let mut text = format!("{}\n", self.site.name.get(self.site.default_language()));
        let mut line = |name: &str, value: &str| {
            text.push_str("  ");
            text.push_str(name);
            text.push_str(value);
            text.push('\n');
        };
        line("on this machine  ", &format!("http://{host}:{}{base}", self.address.port()));
        match self.origin {
            Some(origin) => line("on this network  ", &format!("{origin}{base}")),
            None => line(
                "on this network  ",
                "not reachable (listens for this machine only, or there is no network)",
            ),
        }
        if let Some(url) = &self.site.url {
            line("public address   ", &format!("{url}{base}"));
        }
        line("answers are in   ", &self.database.to_string());
        line("the site has     ", &format!("{} places, {} procedures", self.places, self.procedures));
        if let (Some(origin), Some(unit)) = (self.origin, self.site.units.first()) {
            let link = mot_cua_link::url(&format!("{origin}{base}"), &Place::unit(&unit.id), None);
            line("scan this        ", &link);
            if let Ok(matrix) = draw::matrix(&link, Level::Q) {
                text.push('\n');
                text.push_str(&draw::terminal(&matrix, ink));
            }
        }
        text
    }
}
