//! Content Security Policy Level 3, as far as embedding needs it: <https://www.w3.org/TR/CSP3/>.

use std::fmt;

const WASM: &str = "'wasm-unsafe-eval'";

/// One policy: directives in their order, each with its sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Policy(Vec<(String, Vec<String>)>);

/// What all policies of a page allow together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "six findings, each its own line of the report")]
pub(super) struct Allowed {
    pub(super) script: bool,
    pub(super) frame: bool,
    pub(super) style: bool,
    pub(super) connect: bool,
    pub(super) wasm: bool,
    /// The page demands them: the element cannot give what it demands.
    pub(super) trusted_types: bool,
}

impl Allowed {
    /// `portal` and `host`: origins.
    pub(super) fn by(policies: &[Policy], portal: &str, host: &str) -> Self {
        let all = |names: &[&str]| policies.iter().all(|policy| policy.takes(names, portal, host));
        Self {
            script: all(&["script-src-elem", "script-src", "default-src"]),
            frame: all(&["frame-src", "child-src", "default-src"]),
            style: all(&["style-src-elem", "style-src", "default-src"]),
            connect: all(&["connect-src", "default-src"]),
            wasm: policies.iter().all(Policy::compiles),
            trusted_types: policies.iter().any(|policy| policy.find("require-trusted-types-for").is_some()),
        }
    }

    pub(super) fn element(self) -> bool {
        self.script && self.style && self.connect && self.wasm && !self.trusted_types
    }
}

impl Policy {
    /// `None`: nothing is in it.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut directives: Vec<(String, Vec<String>)> = Vec::new();
        for directive in text.split(';') {
            let mut words = directive.split_ascii_whitespace().map(str::to_owned);
            let Some(name) = words.next().map(|name| name.to_ascii_lowercase()) else { continue };
            // "If there is a duplicate directive, it is ignored" (section 2.2.1).
            if directives.iter().all(|(known, _)| *known != name) {
                directives.push((name, words.collect()));
            }
        }
        (!directives.is_empty()).then_some(Self(directives))
    }

    fn find(&self, name: &str) -> Option<&[String]> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, sources)| sources.as_slice())
    }

    /// Whether what comes from `host` passes the first of these directives that is there.
    fn takes(&self, names: &[&str], portal: &str, host: &str) -> bool {
        let Some(sources) = names.iter().find_map(|name| self.find(name)) else { return true };
        // With 'strict-dynamic' hosts count for nothing; a nonce is not ours to know.
        let dynamic =
            names.contains(&"script-src") && sources.iter().any(|source| source == "'strict-dynamic'");
        !dynamic && sources.iter().any(|source| matches(source, portal, host))
    }

    fn compiles(&self) -> bool {
        let sources = self.find("script-src").or_else(|| self.find("default-src"));
        let evil = |source: &String| {
            source.eq_ignore_ascii_case(WASM) || source.eq_ignore_ascii_case("'unsafe-eval'")
        };
        sources.is_none_or(|sources| sources.iter().any(evil))
    }

    /// The same with all that one tag from `host` needs.
    pub(super) fn widened(&self, host: &str) -> Self {
        let mut wide = self.clone();
        wide.add(&["script-src-elem", "script-src", "default-src"], "script-src", host);
        wide.add(&["frame-src", "child-src", "default-src"], "frame-src", host);
        wide
    }

    /// To the directive that decides; where that is `default-src`, to a copy of it under `own`.
    fn add(&mut self, names: &[&str], own: &str, host: &str) {
        let Some(deciding) = names.iter().find(|name| self.find(name).is_some()) else { return };
        if self.takes(names, host, host)
            && self
                .find(deciding)
                .is_some_and(|all| all.iter().any(|one| one != "'self'" && matches(one, "", host)))
        {
            return;
        }
        let mut sources = self.find(deciding).unwrap_or_default().to_vec();
        sources.retain(|source| source != "'none'");
        sources.push(host.to_owned());
        let name = if *deciding == "default-src" { own } else { deciding };
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = sources,
            None => self.0.push((name.to_owned(), sources)),
        }
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |(name, sources): &(String, Vec<String>)| {
            [std::slice::from_ref(name), sources.as_slice()].concat().join(" ")
        };
        write!(f, "{}", self.0.iter().map(line).collect::<Vec<_>>().join("; "))
    }
}

/// Whether a source expression is met by an origin (section 6.7.2.7, without paths).
fn matches(source: &str, portal: &str, host: &str) -> bool {
    let source = source.to_ascii_lowercase();
    let Some((scheme, name)) = host.split_once("://") else { return false };
    if source == "'self'" {
        return host == portal;
    }
    if source == "*" {
        return true;
    }
    if let Some(only) = source.strip_suffix(':') {
        return met(only, scheme);
    }
    let (wanted, rest) =
        source.split_once("://").map_or((None, source.as_str()), |(wanted, rest)| (Some(wanted), rest));
    // Without a scheme, that of the portal, or the safer one.
    let portal = portal.split_once("://").map_or("https", |(scheme, _)| scheme);
    let address = rest.split('/').next().unwrap_or_default();
    let (address, port) = address.rsplit_once(':').map_or((address, ""), |(address, port)| (address, port));
    let (name, own_port) = name.rsplit_once(':').map_or((name, ""), |(name, port)| (name, port));
    let same = match address.strip_prefix("*.") {
        Some(parent) => name.strip_suffix(parent).is_some_and(|rest| rest.ends_with('.')),
        None => name == address,
    };
    same && met(wanted.unwrap_or(portal), scheme) && (port == "*" || port == own_port)
}

/// `http` is met by `https` too.
fn met(wanted: &str, scheme: &str) -> bool {
    wanted == scheme || (wanted == "http" && scheme == "https")
}

/// `https://host:port`, in lower case.
pub(super) fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"))?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty() && !host.contains('@'))?;
    Some(format!("{scheme}://{}", host.to_ascii_lowercase()))
}

/// Where a redirect leads.
pub(super) fn joined(from: &str, to: &str) -> String {
    match (origin(from), to.contains("://"), to.starts_with('/')) {
        (Some(origin), false, true) => origin + to,
        (Some(origin), false, false) => format!("{origin}/{to}"),
        _ => to.to_owned(),
    }
}

/// The policies in `<meta http-equiv>` of a page.
pub(super) fn metas(html: &str) -> Vec<String> {
    let lower = html.to_ascii_lowercase();
    let tags =
        lower.match_indices("<meta").filter_map(|(at, _)| html.get(at..at + lower.get(at..)?.find('>')?));
    let policies = tags.filter(|tag| {
        tag.to_ascii_lowercase().contains("content-security-policy\"")
            || tag.to_ascii_lowercase().contains("content-security-policy'")
    });
    policies.filter_map(content).collect()
}

fn content(tag: &str) -> Option<String> {
    let at = tag.to_ascii_lowercase().find("content=")? + "content=".len();
    let rest = tag.get(at..)?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let text = rest.get(1..)?.split(quote).next()?;
    Some(text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&"))
}

#[cfg(test)]
mod tests;
