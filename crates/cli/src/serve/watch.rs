//! `--watch`: saving a file makes the site anew and opens its pages again. A site that is broken stays as it last was, and the
//! terminal and the pages say what is wrong.

mod news;
mod page;
mod seen;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use mot_cua_collector::{Clock, Desk, Files, Limits, Store, Surveys, serve_changing};
use mot_cua_contract::{Mistake, Site};
use mot_cua_link::visit::Ring;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::block_in_place;

use super::stop;
use crate::build::{Options, Shell, Source, assemble};
use crate::check::{self, surveys::Judge};
use news::{News, Told};
use seen::Seen;

/// Between two looks at the folder. Polling, because it also works on network drives and in containers.
const LOOK: Duration = Duration::from_millis(150);
/// An editor writes a file in several steps: it is read once nothing has changed for so long.
const QUIET: Duration = Duration::from_millis(60);

/// What is needed to make the site again.
pub(super) struct Workshop {
    pub(super) shell: Shell,
    pub(super) folder: PathBuf,
    pub(super) options: Options,
    pub(super) judge: Judge,
    pub(super) visits: Arc<Ring>,
}

/// What requests see of it.
struct Window {
    desks: watch::Sender<Arc<Desk>>,
    news: watch::Sender<News>,
}

impl Workshop {
    /// Serves the site that was made of the folder, and what it becomes, until the program is told to stop.
    pub(super) async fn serve(
        self,
        listener: TcpListener,
        (site, files): (Site, &Files),
        surveys: Surveys,
        store: Store,
    ) {
        let mark = page::mark(files);
        let first = News { made: mark.clone(), told: self.told() };
        first.print();
        let files = page::with_script(files, &site.base, &mark);
        let desk = Desk { site, files, surveys, clock: Clock::Machine, visits: Arc::clone(&self.visits) };
        let (desks, desk) = watch::channel(Arc::new(desk));
        let (news, heard) = watch::channel(first);
        news::say(&format!("  watching         {}", self.folder.display()));
        let work = tokio::spawn(self.work(Window { desks, news }, store.clone()));
        let stopped = async {
            stop::asked().await;
            // Open pages listen for news; without anyone to send them, these requests end.
            work.abort();
        };
        serve_changing(listener, desk, page::routes(heard), store, Limits::default(), stopped).await;
    }

    async fn work(self, window: Window, store: Store) {
        let mut seen = block_in_place(|| Seen::of(&self.folder));
        loop {
            tokio::time::sleep(LOOK).await;
            let mut now = block_in_place(|| Seen::of(&self.folder));
            if now == seen {
                continue;
            }
            loop {
                tokio::time::sleep(QUIET).await;
                let again = block_in_place(|| Seen::of(&self.folder));
                if again == now {
                    break;
                }
                now = again;
            }
            for path in now.changed_since(&seen) {
                news::say(&format!("changed: {path}"));
            }
            seen = now;
            let news = self.renew(&window, &store).await;
            news.print();
            window.news.send_replace(news);
        }
    }

    /// The site as the folder is now; where that is none, what is wrong.
    async fn renew(&self, window: &Window, store: &Store) -> News {
        let told = block_in_place(|| self.told());
        let good = window.news.borrow().made.clone();
        let refused = |told: Vec<Told>, why: Vec<Told>| {
            let enough = told.iter().any(Told::is_error);
            News { made: good, told: if enough { told } else { why.into_iter().chain(told).collect() } }
        };
        let made = block_in_place(|| Ok::<_, Told>(assemble(&self.shell, &self.open()?, &self.options)));
        let made = match made {
            Ok(Ok(made)) => made,
            Ok(Err(problems)) => return refused(told, problems.lines().map(Told::line).collect()),
            Err(why) => return refused(told, vec![why]),
        };
        let surveys = match Surveys::load(&made.files, store).await {
            Ok(surveys) => surveys,
            Err(error) => return refused(told, vec![Told::line(error.to_string())]),
        };
        let mark = page::mark(&made.files);
        let files = page::with_script(&made.files, &made.site.base, &mark);
        let visits = Arc::clone(&self.visits);
        let desk = Desk { site: made.site, files, surveys, clock: Clock::Machine, visits };
        window.desks.send_replace(Arc::new(desk));
        News { made: mark, told }
    }

    fn open(&self) -> Result<Source, Told> {
        Source::open(Some(&self.folder)).map_err(|error| Told::line(format!("{error:#}")))
    }

    /// All that `mot-cua check` says of the folder.
    fn told(&self) -> Vec<Told> {
        let found = check::folder_by(&self.folder, self.judge).unwrap_or_default();
        let mut told: Vec<Told> =
            found.iter().map(|(file, mistake): &(String, Mistake)| Told::of(file, mistake)).collect();
        told.sort_by_key(|one| !one.is_error());
        told
    }
}
