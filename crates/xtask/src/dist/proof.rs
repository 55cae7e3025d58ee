//! Unpacks the archive in an empty folder and serves from it with nothing on the `PATH`.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context as _, Result, ensure};

use crate::command::{command, run};

pub(super) fn run_archive(archive: &Path, name: &str) -> Result<()> {
    let folder = env::temp_dir().join(format!("mot-cua-dist-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    run(command("tar").arg("-xzf").arg(archive).arg("-C").arg(&folder))?;
    let outcome = serve(&folder.join(name));
    fs::remove_dir_all(&folder)?;
    outcome
}

fn serve(folder: &Path) -> Result<()> {
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut child = Command::new(folder.join("mot-cua"))
        .args(["serve", "--site", "site", "--db", "sqlite:answers.db", "--listen", &address.to_string()])
        .current_dir(folder)
        .env_clear()
        .env("PATH", "")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .context("cannot start the unpacked binary")?;
    let outcome = first_page(address);
    child.kill()?;
    child.wait()?;
    outcome
}

/// The front page must come, with the form in it.
fn first_page(address: SocketAddr) -> Result<()> {
    let end = Instant::now() + Duration::from_secs(20);
    let mut stream = loop {
        match TcpStream::connect(address) {
            Ok(stream) => break stream,
            Err(error) if Instant::now() > end => {
                return Err(error).context("the unpacked binary serves nothing");
            }
            Err(_) => sleep(Duration::from_millis(50)),
        }
    };
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut reply = String::new();
    stream.read_to_string(&mut reply)?;
    ensure!(
        reply.starts_with("HTTP/1.1 200"),
        "the front page: {}",
        reply.lines().next().unwrap_or_default()
    );
    ensure!(reply.contains("id=\"mc-rate\""), "the front page holds no form");
    Ok(())
}
