//! `PostgreSQL` of this test run's own: from the packages of the system, in a temporary folder, reached by a socket in it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, mpsc};

/// One server with its data. It ends with the test process at the latest.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
}

/// Where initdb is. `None`: not installed.
static PROGRAMS: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|entry| entry.path().join("bin")).collect();
    folders.sort_by_key(|folder| {
        folder.parent().and_then(Path::file_name).and_then(|name| name.to_str()?.parse::<u32>().ok())
    });
    folders.into_iter().rev().find(|folder| folder.join("initdb").exists())
});

/// For tests that share one; each has a database of its own in it.
static SHARED: LazyLock<Option<Cluster>> = LazyLock::new(Cluster::start);

/// Whether there is a server to test with. Says so where there is none.
pub fn is_here() -> bool {
    if SHARED.is_none() {
        eprintln!("skipped: PostgreSQL is not installed (Debian: apt-get install postgresql)");
    }
    SHARED.is_some()
}

/// The address of an empty database.
pub fn fresh() -> String {
    SHARED.as_ref().unwrap().database()
}

impl Cluster {
    /// What was written outlives the server, not the machine: enough for tests. `None`: PostgreSQL is not installed.
    pub fn start() -> Option<Self> {
        Self::with("fsync = off\n")
    }

    /// With the settings that PostgreSQL comes with.
    pub fn durable() -> Option<Self> {
        Self::with("")
    }

    fn with(settings: &str) -> Option<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let programs = PROGRAMS.clone()?;
        sweep();
        let name = format!("mot-cua-pg-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let cluster = Self { folder: std::env::temp_dir().join(name), programs };
        fs::create_dir(&cluster.folder).unwrap();
        // The server may be another user than this one.
        fs::set_permissions(&cluster.folder, fs::Permissions::from_mode(0o777)).unwrap();
        let made = cluster
            .program("initdb")
            .args(["--no-sync", "-A", "trust", "-U", "mot_cua", "-E", "UTF8", "--locale=C.UTF-8", "-D"])
            .arg(cluster.data())
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
        let more = format!(
            "listen_addresses = ''\nunix_socket_directories = '{}'\nmax_connections = 200\n{settings}",
            cluster.folder.display()
        );
        let made = cluster
            .program("sh")
            .args([
                "-c",
                &format!("printf %s \"$1\" >> '{}'", cluster.data().join("postgresql.conf").display()),
                "sh",
                &more,
            ])
            .status();
        assert!(made.unwrap().success());
        let mut server = cluster.program("postgres");
        server.arg("-D").arg(cluster.data()).stderr(Stdio::piped()).stdout(Stdio::null());
        let (ready, is_ready) = mpsc::channel();
        // The server is told to end when the thread that began it does; this one lives as long as the process.
        std::thread::spawn(move || {
            let mut server = server.spawn().unwrap();
            for line in BufReader::new(server.stderr.take().unwrap()).lines().map_while(Result::ok) {
                if line.contains("ready to accept connections") {
                    let _ = ready.send(());
                }
            }
            let _ = server.wait();
        });
        is_ready.recv().unwrap();
        Some(cluster)
    }

    /// The address of a new, empty database.
    pub fn database(&self) -> String {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("d{}", NEXT.fetch_add(1, Ordering::Relaxed));
        let made = self
            .program("createdb")
            .args(["-U", "mot_cua", "-h"])
            .arg(&self.folder)
            .arg(&name)
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
        format!("postgres://mot_cua@localhost/{name}?host={}", self.folder.display())
    }

    /// All connections break, nothing is folded away: as after a crash. Returns when it is up again.
    pub fn crash_and_restart(&self) {
        let log = self.folder.join("log");
        let mut restart = self.program("pg_ctl");
        restart.args(["restart", "-w", "-s", "-m", "immediate", "-l"]).arg(log).arg("-D").arg(self.data());
        assert!(restart.status().unwrap().success());
    }

    /// Ends the server at once.
    pub fn stop(&self) {
        let _ =
            self.program("pg_ctl").args(["stop", "-s", "-m", "immediate", "-D"]).arg(self.data()).status();
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// As the user `postgres` where this one is root: PostgreSQL refuses root.
    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        let program = if path.exists() { path } else { PathBuf::from(name) };
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "INT"]);
        if fs::metadata("/proc/self").unwrap().uid() == 0 {
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
        }
        command.arg(program).current_dir(&self.folder);
        command
    }
}

/// Removes what test processes that are gone left behind.
fn sweep() {
    for entry in fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let process = name.strip_prefix("mot-cua-pg-").and_then(|rest| rest.split('-').next());
        if process.is_some_and(|process| !Path::new("/proc").join(process).exists()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
