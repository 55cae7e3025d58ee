//! A phone, as light as it can be: the machine that measures is the machine that is measured.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// One connection, opened anew where it broke.
#[derive(Debug)]
pub(crate) struct Phone {
    address: String,
    stream: Option<TcpStream>,
    buffer: Vec<u8>,
}

/// What came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    /// 200 or 201.
    Acknowledged,
    /// 503, and after how many seconds to come back.
    Later(u64),
    /// Any other status.
    Other(u16),
    /// No reply.
    Nothing,
}

impl Phone {
    pub(crate) fn new(address: &str) -> Self {
        Self { address: address.to_owned(), stream: None, buffer: Vec::with_capacity(4096) }
    }

    pub(crate) async fn send(&mut self, request: &[u8]) -> Said {
        if let Some(said) = self.exchange(request).await {
            return said;
        }
        self.stream = None;
        Said::Nothing
    }

    async fn exchange(&mut self, request: &[u8]) -> Option<Said> {
        if self.stream.is_none() {
            let stream = TcpStream::connect(&self.address).await.ok()?;
            stream.set_nodelay(true).ok()?;
            self.stream = Some(stream);
        }
        let stream = self.stream.as_mut()?;
        stream.write_all(request).await.ok()?;
        self.buffer.clear();
        loop {
            if stream.read_buf(&mut self.buffer).await.ok()? == 0 {
                return None;
            }
            let Some(end) = self.buffer.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
            let head = std::str::from_utf8(self.buffer.get(..end)?).ok()?.to_ascii_lowercase();
            let length: usize = header(&head, "content-length").and_then(|n| n.parse().ok()).unwrap_or(0);
            if self.buffer.len() < end + 4 + length {
                continue;
            }
            let status: u16 = head.get(9..12)?.parse().ok()?;
            let wait = header(&head, "retry-after").and_then(|n| n.parse().ok());
            if header(&head, "connection") == Some("close") {
                self.stream = None;
            }
            return Some(match status {
                200 | 201 => Said::Acknowledged,
                503 => Said::Later(wait.unwrap_or(1)),
                other => Said::Other(other),
            });
        }
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim)
}
