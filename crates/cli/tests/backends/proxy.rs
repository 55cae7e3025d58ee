//! A network of the worse kind: three requests in ten meet a fault, drawn from a seed.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use Fault::{CutAfter, CutBefore, Delay, Failure, Gateway, Login, None, Truncated};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    None,
    /// The connection ends; the backend never hears of it.
    CutBefore,
    /// The backend has it; nobody hears of that.
    CutAfter,
    Failure,
    /// HTML from a server in front of the backend.
    Gateway,
    /// 200 and HTML from a Wi-Fi network.
    Login,
    /// Half of the reply, under its whole length.
    Truncated,
    Delay,
}

const FAULTS: [Fault; 7] = [CutBefore, CutAfter, Failure, Gateway, Login, Truncated, Delay];
const PERCENT: u32 = 30;

pub(crate) struct Proxy {
    pub(crate) address: String,
    pub(crate) requests: Arc<AtomicU32>,
    pub(crate) faults: Arc<AtomicU32>,
}

/// Listens for as long as the test runs. `to`: host and port.
pub(crate) fn before(to: &str) -> Proxy {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let proxy = Proxy {
        address: format!("http://{}", listener.local_addr().unwrap()),
        requests: Arc::default(),
        faults: Arc::default(),
    };
    let (to, requests, faults) = (to.to_owned(), proxy.requests.clone(), proxy.faults.clone());
    let dice = Arc::new(Mutex::new(0x2545_f491_4f6c_dd1d_u64));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let fault = draw(&mut dice.lock().unwrap());
            requests.fetch_add(1, Ordering::Relaxed);
            faults.fetch_add(u32::from(fault != None), Ordering::Relaxed);
            let to = to.clone();
            std::thread::spawn(move || drop(pass(stream, &to, fault)));
        }
    });
    proxy
}

/// Xorshift: the same faults in every run.
fn draw(dice: &mut u64) -> Fault {
    *dice ^= *dice << 13;
    *dice ^= *dice >> 7;
    *dice ^= *dice << 17;
    let number = u32::try_from(*dice >> 33).unwrap();
    if number % 100 < PERCENT { FAULTS[number as usize / 100 % FAULTS.len()] } else { None }
}

/// One request, one reply, one connection.
fn pass(mut phone: TcpStream, to: &str, fault: Fault) -> std::io::Result<()> {
    phone.set_nodelay(true)?;
    let (head, body) = request(&mut phone)?;
    match fault {
        CutBefore => return Ok(()),
        Failure => {
            return reply(
                &mut phone,
                "500 Internal Server Error",
                "application/json",
                "{\"error\":\"made up\"}",
            );
        }
        Gateway => {
            return reply(&mut phone, "502 Bad Gateway", "text/html", "<html><h1>502 Bad Gateway</h1>");
        }
        Login => return reply(&mut phone, "200 OK", "text/html", "<html><form>log in</form>"),
        Delay => std::thread::sleep(Duration::from_millis(20)),
        None | CutAfter | Truncated => {}
    }
    let mut backend = TcpStream::connect(to)?;
    backend.set_nodelay(true)?;
    let lines: Vec<&str> =
        head.lines().filter(|line| !line.to_ascii_lowercase().starts_with("connection:")).collect();
    write!(backend, "{}\r\nconnection: close\r\n\r\n", lines.join("\r\n"))?;
    backend.write_all(&body)?;
    let mut answer = Vec::new();
    backend.read_to_end(&mut answer)?;
    match fault {
        CutAfter => Ok(()),
        Truncated => phone.write_all(&answer[..answer.len() * 2 / 3]),
        _ => phone.write_all(&answer),
    }
}

/// Head without its empty line, and body.
fn request(from: &mut TcpStream) -> std::io::Result<(String, Vec<u8>)> {
    let (mut bytes, mut some) = (Vec::new(), [0; 8192]);
    loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
            let length = head.to_ascii_lowercase();
            let length = length
                .split("content-length:")
                .nth(1)
                .and_then(|rest| rest.lines().next()?.trim().parse().ok());
            if bytes.len() >= end + 4 + length.unwrap_or(0) {
                return Ok((head, bytes.split_off(end + 4)));
            }
        }
        let read = from.read(&mut some)?;
        if read == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        bytes.extend_from_slice(&some[..read]);
    }
}

fn reply(to: &mut TcpStream, status: &str, media: &str, body: &str) -> std::io::Result<()> {
    write!(
        to,
        "HTTP/1.1 {status}\r\ncontent-type: {media}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}
