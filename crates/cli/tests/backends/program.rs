//! Somebody else's server, for the length of one test.

use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Ends with the test.
pub(crate) struct Program {
    child: Child,
    /// `127.0.0.1:port`.
    pub(crate) host: String,
}

/// The path in the environment variable. `None`, said aloud: not installed here.
pub(crate) fn installed(variable: &str) -> Option<PathBuf> {
    let path = std::env::var_os(variable).map(PathBuf::from).filter(|path| path.exists());
    if path.is_none() {
        println!("skipped: no {variable}");
    }
    path
}

/// A port that is free now.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl Program {
    /// Starts it and waits until it listens on `port`.
    pub(crate) fn start(command: &mut Command, port: u16) -> Self {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        let child = command.spawn().unwrap();
        let mut program = Self { child, host: format!("127.0.0.1:{port}") };
        let end = Instant::now() + Duration::from_mins(1);
        while TcpStream::connect(&program.host).is_err() {
            let ended = program.child.try_wait().unwrap();
            assert!(ended.is_none() && Instant::now() < end, "{command:?} does not listen: {ended:?}");
            std::thread::sleep(Duration::from_millis(50));
        }
        program
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // With its workers.
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.child.wait();
    }
}

/// A folder of this test's own.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("mot-cua-backends-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A request beside the proxy; the body of a 2xx reply.
pub(crate) fn ask(method: &str, url: &str, headers: &[(&str, &str)], body: &str) -> String {
    let client = crate::http::Client::new(None);
    let headers: Vec<_> =
        headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let reply = client.once(method, url, &headers, body).unwrap();
    assert!((200..300).contains(&reply.response.status), "{method} {url}: {:?}", reply.response);
    reply.response.body
}
