//! The files of a site, in memory: what `mot-cua build` writes to a folder and `mot-cua serve` answers with.

use std::collections::BTreeMap;

use axum::body::Bytes;
use sha2::{Digest, Sha256};

/// Path → file. Paths are relative with `/` between, as in a folder: `index.html`, `Q/04795-3/index.html`.
#[derive(Debug, Clone, Default)]
pub struct Files {
    by_path: BTreeMap<String, File>,
}

/// One file and what is said about it in headers.
#[derive(Debug, Clone)]
pub struct File {
    bytes: Bytes,
    /// With its charset where it is text.
    content_type: String,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    csp: Option<String>,
    /// The first 128 bits of SHA-256 of the bytes, in hex.
    tag: String,
}

impl File {
    /// A file that is only sent as it is.
    pub fn new(content_type: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        let tag = hex::encode(Sha256::digest(&bytes).get(..16).unwrap_or_default());
        Self { bytes, content_type: content_type.into(), brotli: None, gzip: None, csp: None, tag }
    }

    /// Adds the same bytes compressed by brotli.
    #[must_use]
    pub fn with_brotli(mut self, compressed: impl Into<Bytes>) -> Self {
        self.brotli = Some(compressed.into());
        self
    }

    /// Adds the same bytes compressed by gzip.
    #[must_use]
    pub fn with_gzip(mut self, compressed: impl Into<Bytes>) -> Self {
        self.gzip = Some(compressed.into());
        self
    }

    /// The `Content-Security-Policy` header of a page.
    #[must_use]
    pub fn with_csp(mut self, policy: impl Into<String>) -> Self {
        self.csp = Some(policy.into());
        self
    }

    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }
    pub fn content_type(&self) -> &str {
        &self.content_type
    }
    pub fn brotli(&self) -> Option<&Bytes> {
        self.brotli.as_ref()
    }
    pub fn gzip(&self) -> Option<&Bytes> {
        self.gzip.as_ref()
    }
    /// `None`: the server's own policy for pages, which leaves the rest to the page's `<meta>`.
    pub fn csp(&self) -> Option<&str> {
        self.csp.as_deref()
    }
    pub fn tag(&self) -> &str {
        &self.tag
    }
    pub fn is_html(&self) -> bool {
        self.content_type.starts_with("text/html")
    }
}

impl Files {
    /// Adds a file; one of the same path is replaced. A leading `/` is dropped.
    pub fn insert(&mut self, path: impl Into<String>, file: File) {
        let path = path.into();
        self.by_path.insert(path.trim_start_matches('/').to_owned(), file);
    }

    pub fn get(&self, path: &str) -> Option<&File> {
        self.by_path.get(path)
    }

    /// The file with its path as it is kept here.
    pub fn entry(&self, path: &str) -> Option<(&str, &File)> {
        self.by_path.get_key_value(path).map(|(path, file)| (path.as_str(), file))
    }

    /// In the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &File)> {
        self.by_path.iter().map(|(path, file)| (path.as_str(), file))
    }

    pub fn len(&self) -> usize {
        self.by_path.len()
    }

    pub fn is_empty(&self) -> bool {
        self.by_path.is_empty()
    }
}

/// The media type of a path by its ending, with the charset of text.
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "opus" | "ogg" => "audio/ogg",
        "webm" => "audio/webm",
        "m4a" => "audio/mp4",
        "mp3" => "audio/mpeg",
        "txt" | "conf" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}
