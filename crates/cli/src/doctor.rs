//! `mot-cua doctor`: what the policy of a portal's page allows, which way to embed follows, and what to ask IT for.

mod policy;
mod words;

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, bail};
use serde_json::json;

use crate::backend::http::Client;
use crate::check::surveys::Lang;
use crate::format::Format;
use policy::{Allowed, Policy};

/// Say which way to embed works on a page of a portal
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua doctor https://phuong.example.vn/ --base https://danhgia.example.vn
  mot-cua doctor https://phuong.example.vn/ --base https://danhgia.example.vn --lang en --format json

It reads the page once and judges the policies (Content-Security-Policy) in its headers and in its <meta>. What an editor strips, and
what a browser forbids, it cannot see: the page /doctor/ of your site says how to find that out from inside the portal.
docs/embedding.md says what the four ways are.")]
pub(crate) struct Args {
    /// A page of the portal, where the tag is to stand
    url: String,
    /// Address of your own site
    #[arg(long, value_name = "URL")]
    base: String,
    #[arg(long, value_enum, default_value_t = Lang::Vi)]
    lang: Lang,
    /// text for people, json for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How to embed. The tag comes before the element: less can go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Tag,
    Frame,
    Element,
    Link,
}

impl Way {
    fn of(allowed: Allowed) -> Self {
        match allowed {
            Allowed { frame: true, script: true, .. } => Self::Tag,
            Allowed { frame: true, .. } => Self::Frame,
            _ if allowed.element() => Self::Element,
            _ => Self::Link,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Tag => "tag",
            Self::Frame => "frame",
            Self::Element => "element",
            Self::Link => "link",
        }
    }
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let host = policy::origin(&args.base).with_context(|| {
        format!("--base: found \"{}\", expected an address like https://danhgia.example.vn", args.base)
    })?;
    let portal = policy::origin(&args.url).with_context(|| {
        format!("found \"{}\", expected an address like https://phuong.example.vn/", args.url)
    })?;
    let policies = read(&args.url)?;
    let allowed = Allowed::by(&policies, &portal, &host);
    let way = Way::of(allowed);
    let ask: Vec<String> = if way == Way::Tag {
        Vec::new()
    } else {
        policies.iter().map(|policy| policy.widened(&host).to_string()).collect()
    };
    let text = match args.format {
        Format::Text => words::text(args.lang, allowed, way, &ask),
        Format::Json => {
            let all = json!({
                "script": allowed.script, "frame": allowed.frame, "style": allowed.style, "connect": allowed.connect,
                "wasm": allowed.wasm, "trustedTypes": allowed.trusted_types, "way": way.name(), "ask": ask,
            });
            format!("{all:#}\n")
        }
    };
    // A closed pipe (`| head`) is no failure of ours.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(ExitCode::SUCCESS)
}

/// Every policy that a browser would hold the page to, behind at most five redirects.
fn read(url: &str) -> anyhow::Result<Vec<Policy>> {
    let (client, mut url) = (Client::new(None), url.to_owned());
    for _ in 0..5 {
        let reply = client.once("GET", &url, &[], "").map_err(anyhow::Error::msg);
        let reply = reply.with_context(|| format!("{url} does not answer"))?;
        if let Some(to) = reply.redirect() {
            url = policy::joined(&url, to);
            continue;
        }
        if reply.response.status >= 400 {
            bail!("{url} answers {}: name a page that anyone may open", reply.response.status);
        }
        let headers = reply.headers.get_all("content-security-policy").iter();
        let headers = headers.filter_map(|value| value.to_str().ok()).flat_map(|line| line.split(','));
        let metas = policy::metas(&reply.response.body);
        return Ok(headers.map(str::to_owned).chain(metas).filter_map(|text| Policy::read(&text)).collect());
    }
    bail!("{url} leads on and on: name the page itself")
}
