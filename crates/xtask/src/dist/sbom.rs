//! What is inside the program and the page: a bill of materials as `CycloneDX` 1.5 (<https://cyclonedx.org/docs/1.5/json/>).
//!
//! Of Cargo's own resolution, not of `Cargo.lock` alone: what only tests and builds need is not shipped. No package of npm is.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

/// The packages that are shipped; the page is inside the program.
const SHIPPED: [&str; 2] = ["mot-cua-cli", "mot-cua-page"];

/// The document. `metadata`: what `cargo metadata --format-version 1` prints; `lock`: `Cargo.lock`, for the hashes.
pub(super) fn document(metadata: &Value, lock: &str) -> Result<Value> {
    let packages: BTreeMap<&str, &Value> =
        list(metadata, "/packages").map(|one| (text(one, "id"), one)).collect();
    let nodes: BTreeMap<&str, &Value> =
        list(metadata, "/resolve/nodes").map(|one| (text(one, "id"), one)).collect();
    let mut next: Vec<&str> =
        packages.iter().filter(|(_, one)| SHIPPED.contains(&text(one, "name"))).map(|(id, _)| *id).collect();
    ensure!(next.len() == SHIPPED.len(), "cargo metadata does not name {SHIPPED:?}");
    let mut seen = BTreeSet::new();
    while let Some(id) = next.pop() {
        if seen.insert(id) {
            let node = nodes.get(id).with_context(|| format!("{id} is not resolved"))?;
            next.extend(list(node, "/deps").filter(|dep| is_normal(dep)).map(|dep| text(dep, "pkg")));
        }
    }
    let hashes = checksums(lock);
    let components = seen.iter().filter_map(|id| packages.get(id)).map(|package| {
        let (name, version) = (text(package, "name"), text(package, "version"));
        let mut component = json!({
            "type": "library", "name": name, "version": version, "purl": format!("pkg:cargo/{name}@{version}"),
            "bom-ref": format!("pkg:cargo/{name}@{version}"),
        });
        if let Some(licence) = package.get("license").and_then(Value::as_str) {
            // Cargo once allowed a slash for OR; CycloneDX wants SPDX.
            component["licenses"] = json!([{"expression": licence.replace('/', " OR ")}]);
        }
        if let Some(hash) = hashes.get(&(name, version)) {
            component["hashes"] = json!([{"alg": "SHA-256", "content": hash}]);
        }
        component
    });
    Ok(json!({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"component": {"type": "application", "name": "mot-cua", "version": env!("CARGO_PKG_VERSION")}},
        "components": components.collect::<Vec<_>>(),
    }))
}

/// Linked into what is shipped, not only built or tested with.
fn is_normal(dep: &Value) -> bool {
    list(dep, "/dep_kinds").any(|kind| kind.get("kind").is_none_or(Value::is_null))
}

fn list<'a>(of: &'a Value, at: &str) -> impl Iterator<Item = &'a Value> {
    of.pointer(at).and_then(Value::as_array).into_iter().flatten()
}

fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// (name, version) → SHA-256 of the crate's archive.
fn checksums(lock: &str) -> BTreeMap<(&str, &str), &str> {
    let packages = lock.split("[[package]]").skip(1).filter_map(|package| {
        let field = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""))?;
            line.strip_suffix('"')
        };
        Some(((field("name")?, field("version")?), field("checksum")?))
    });
    packages.collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_is_linked_is_listed_and_what_only_builds_or_tests_is_not() {
        let package =
            |name: &str| json!({"id": name, "name": name, "version": "1.0.0", "license": "MIT/Apache-2.0"});
        let dep = |name: &str, kind: Value| json!({"pkg": name, "dep_kinds": [{"kind": kind}]});
        let metadata = json!({
            "packages": (["mot-cua-cli", "mot-cua-page", "axum", "cc", "insta", "hyper"].map(package)),
            "resolve": {"nodes": [
                {"id": "mot-cua-cli", "deps": [dep("axum", Value::Null), dep("cc", "build".into()), dep("insta", "dev".into())]},
                {"id": "mot-cua-page", "deps": []}, {"id": "axum", "deps": [dep("hyper", Value::Null)]}, {"id": "hyper", "deps": []},
            ]}
        });
        let lock = "version = 4\n\n[[package]]\nname = \"axum\"\nversion = \"1.0.0\"\nchecksum = \"ab12\"\n";
        let document = document(&metadata, lock).unwrap();
        let names: Vec<&str> = list(&document, "/components").map(|one| text(one, "name")).collect();
        assert_eq!(names, ["axum", "hyper", "mot-cua-cli", "mot-cua-page"]);
        assert_eq!(document.pointer("/components/0/hashes/0/content").unwrap(), "ab12");
        assert_eq!(document.pointer("/components/0/licenses/0/expression").unwrap(), "MIT OR Apache-2.0");
        assert!(super::document(&json!({"packages": []}), "").is_err());
    }
}
