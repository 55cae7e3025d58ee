//! Tells a webhook or a mailbox how much has come: `{"text": "3 đánh giá mới, 1 chưa hài lòng", "new": 3, "unhappy": 1}`. Never what
//! was written.

pub(super) mod mail;

use std::time::{Duration, Instant};

use mail::Mail;
use mot_cua_collector::Store;
use mot_cua_collector::alert::{Alerts, line};
use mot_cua_collector::store::News;
use serde_json::json;

/// How often the counters are looked at.
const LOOK: Duration = Duration::from_secs(20);
const PATIENCE: Duration = Duration::from_secs(15);

/// Who is told.
#[derive(Debug, Clone)]
pub(super) enum Whom {
    /// Its address.
    Webhook(String),
    /// With the address of the inbox.
    Mailbox(Box<Mail>, String),
}

/// Begins beside the server, and ends with it.
pub(super) fn begin(whom: Vec<Whom>, store: Store, lang: &'static str, wait: Duration) {
    tokio::spawn(async move {
        let (mut alerts, start) = (Alerts::after(wait), Instant::now());
        loop {
            tokio::time::sleep(LOOK).await;
            let Some(news) = alerts.hear(store.news(), start.elapsed().as_secs_f64() * 1_000.0) else {
                continue;
            };
            for whom in whom.clone() {
                let told = tokio::task::spawn_blocking(move || tell(&whom, news, lang)).await;
                // Without the address: a webhook's is a secret.
                if !matches!(told, Ok(Ok(()))) {
                    tracing::warn!(
                        "the alert was not taken; the next one comes in two hours at the earliest"
                    );
                }
            }
        }
    });
}

fn tell(whom: &Whom, news: News, lang: &str) -> anyhow::Result<()> {
    let line = line(news, lang);
    match whom {
        Whom::Mailbox(mail, inbox) => mail.send(&line, inbox),
        Whom::Webhook(url) => {
            let body = json!({"text": line, "new": news.new, "unhappy": news.unhappy}).to_string();
            Ok(send(url, body)?)
        }
    }
}

fn send(url: &str, body: String) -> Result<(), ureq::Error> {
    let config = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).max_redirects(0);
    let agent: ureq::Agent = config.tls_config(crate::backend::http::tls()).build().into();
    agent.post(url).header("content-type", "application/json").send(body).map(drop)
}
