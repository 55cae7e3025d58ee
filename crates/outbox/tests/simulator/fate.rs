//! What becomes of one request.

use mot_cua_contract::adapter::Response;

use crate::chance::Chance;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Well,
    /// Reset before it arrived.
    Reset,
    /// Committed; the reply never comes.
    ReplyLost,
    /// The black hole: nothing for 20 s; then it arrives all the same.
    Late,
    /// Committed, but this comes back instead.
    Garbled(Reply),
    /// Never arrived; somebody else answered.
    Other(Reply),
}

/// What comes back of a request that arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Back {
    Nothing,
    TheReply,
    Instead(Reply),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reply {
    LoginPage,
    EmptyJson,
    Truncated,
    Error500,
    Busy,
    BusyUntil,
    BadGateway,
    NoContent,
}

impl Fate {
    /// `storm`: percent of requests that do not go well.
    pub(crate) fn draw(chance: &mut Chance, storm: u64) -> Self {
        use Reply::{BadGateway, Busy, BusyUntil, EmptyJson, Error500, LoginPage, NoContent, Truncated};
        if !chance.percent(storm) {
            return Self::Well;
        }
        let reply = [LoginPage, EmptyJson, Truncated, Error500, Busy, BusyUntil, BadGateway, NoContent];
        let reply = reply[usize::try_from(chance.within(0, 7)).unwrap()];
        match chance.within(0, 9) {
            0 | 1 => Self::Reset,
            2 | 3 => Self::ReplyLost,
            4 => Self::Late,
            5 | 6 => Self::Garbled(reply),
            _ => Self::Other(reply),
        }
    }
}

impl Reply {
    /// `erase`: an empty 204 is the acknowledgement of a deletion, so nobody else may send one.
    pub(crate) fn response(self, erase: Erase) -> Response {
        let made = |status, content_type: &str, body: &str| Response {
            status,
            content_type: content_type.into(),
            retry_after: None,
            body: body.into(),
        };
        match self {
            Self::LoginPage => made(200, "text/html; charset=utf-8", "<html>Wi-Fi: đăng nhập"),
            Self::EmptyJson => made(200, "application/json", "{}"),
            Self::Truncated => made(201, "application/json", "{\"id\":\"0000"),
            Self::Error500 => made(500, "text/plain", ""),
            Self::Busy => made(503, "", ""),
            Self::BusyUntil => Response { retry_after: Some("120".into()), ..made(429, "", "") },
            Self::BadGateway => made(502, "text/html", "<html>"),
            Self::NoContent => match erase {
                Erase::No => made(204, "", ""),
                Erase::Yes => made(500, "", ""),
            },
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Erase {
    No,
    Yes,
}
