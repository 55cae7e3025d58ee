//! Servers in processes of their own: what they need is not what the phones need.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use mot_cua_collector::store::{Absent, Address, Store};
use mot_cua_collector::{Clock, Desk, File, Files, Limits, Surveys};
use mot_cua_contract::Site;
use sha2::{Digest, Sha256};

const QUICK: &str = r#"{"pages":[{"elements":[{"type":"rating","name":"overall","isRequired":true,"rateMax":5},
  {"type":"checkbox","name":"why","choices":["fast","kind","slow"]},{"type":"comment","name":"words","maxLength":2000}]}]}"#;

/// A server that runs, until it is dropped.
pub(crate) struct Server {
    child: Child,
    /// `127.0.0.1:…`.
    pub(crate) address: String,
    /// Where answers go.
    pub(crate) path: &'static str,
    /// Where they are. `None`: not a database of ours.
    pub(crate) database: Option<Address>,
}

impl Server {
    pub(crate) fn collector(database: &str) -> Self {
        let child = this(&["--serve", "collector", database]);
        let mut server = Self::said(child, "/api/responses");
        server.database = Some(database.parse().unwrap());
        server
    }

    pub(crate) fn bare(folder: &Path) -> Self {
        let child = this(&["--serve", "bare", &folder.join("bare.db").display().to_string()]);
        Self::said(child, "/responses")
    }

    /// `None`: `MC_JSON_SERVER` names no program.
    pub(crate) fn json_server(folder: &Path) -> Option<Self> {
        let program = std::env::var_os("MC_JSON_SERVER")?;
        let file = folder.join("db.json");
        std::fs::write(&file, r#"{"responses": []}"#).unwrap();
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new(program);
        command.args(["--quiet", "--host", "127.0.0.1", "--port", &port.to_string()]).arg(file);
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let address = format!("127.0.0.1:{port}");
        while TcpStream::connect(&address).is_err() {
            std::thread::sleep(Duration::from_millis(20));
        }
        Some(Self { child, address, path: "/responses", database: None })
    }

    fn said(mut child: Child, path: &'static str) -> Self {
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self { child, address: address.trim().to_owned(), path, database: None }
    }

    /// The most memory it ever held, in MB: `VmHWM` of Linux.
    pub(crate) fn memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
        line.split_whitespace().next().and_then(|kb| kb.parse::<f64>().ok()).unwrap_or_default() / 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn this(args: &[&str]) -> Child {
    let program = std::env::current_exe().unwrap();
    Command::new(program).args(args).stdout(Stdio::piped()).spawn().unwrap()
}

/// An empty folder on the disk to be measured.
pub(crate) fn folder(name: &str) -> PathBuf {
    let parent = std::env::var_os("MC_BENCH_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = parent.join(format!("mot-cua-load-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

pub(crate) fn version() -> String {
    format!("sha256:{}", hex::encode(Sha256::digest(QUICK.as_bytes())))
}

/// The collector with a site of one unit, until it is killed.
pub(crate) async fn collector(address: &str) {
    let site = r#"{"v": 1, "name": "Bench", "units": [{"id": "04795", "name": "A", "counters": [{"id": "3", "name": "3"}]}]}"#;
    let site = Site::read(site).unwrap();
    let mut files = Files::default();
    files.insert("surveys/quick.json", File::new("application/json", QUICK));
    let store = Store::open(&address.parse().unwrap(), Absent::Create, 1024).await.unwrap();
    let surveys = Surveys::load(&files, &store).await.unwrap();
    let desk = Desk { site, files, surveys, clock: Clock::Machine, visits: Arc::default() };
    let listener = mot_cua_collector::listen("127.0.0.1:0".parse().unwrap()).unwrap();
    println!("{}", listener.local_addr().unwrap());
    // All phones of the bench stand at one desk.
    let limits = Limits { place: u32::MAX, ..Limits::default() };
    mot_cua_collector::serve(listener, desk, store, limits, std::future::pending()).await;
}
