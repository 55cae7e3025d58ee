//! What a task needs is installed, or the one command that a person must run is said.

mod backends;
mod cargo_tool;
mod chromium;
mod debian;
mod node_modules;
mod npm_tool;
mod servers;
mod versions;
mod wasm;
mod wordpress;

use std::path::PathBuf;

use anyhow::Result;

pub(crate) use self::backends::{Choice, backends, decoders, distortions, pyxform};
pub(crate) use self::node_modules::node_modules;
pub(crate) use self::servers::{Server, servers};
pub(crate) use self::wasm::{Std, Toolchain};
pub(crate) use self::wordpress::wordpress;
use crate::home::Home;

/// The programs that turn sources into a page.
#[derive(Debug)]
pub(crate) struct PageTools {
    pub(crate) toolchain: Toolchain,
    pub(crate) trunk: PathBuf,
    pub(crate) wasm_bindgen: PathBuf,
    pub(crate) wasm_opt: PathBuf,
    pub(crate) esbuild: PathBuf,
}

/// Everything, for the person who wants to be offline later.
pub(crate) fn all(home: &Home) -> Result<()> {
    page_tools(home)?;
    cargo_deny(home)?;
    node_modules(home, "tests")?;
    chromium(home)?;
    servers(&[Server::Postgresql, Server::Php, Server::Python])?;
    backends(home, Choice::All);
    Ok(())
}

pub(crate) fn page_tools(home: &Home) -> Result<PageTools> {
    println!("tools");
    npm_tool::need_node()?;
    let bindgen = versions::wasm_bindgen(&home.root)?;
    let tools = PageTools {
        toolchain: wasm::toolchain(home)?,
        trunk: cargo_tool::install(home, "trunk", "trunk", versions::TRUNK, cargo_tool::Lock::Shipped)?,
        wasm_bindgen: cargo_tool::install(
            home,
            "wasm-bindgen-cli",
            "wasm-bindgen",
            &bindgen,
            cargo_tool::Lock::Newest,
        )?,
        wasm_opt: npm_tool::install(home, "binaryen", versions::BINARYEN, "wasm-opt")?,
        esbuild: npm_tool::install(home, "esbuild", versions::ESBUILD, "esbuild")?,
    };
    cargo_tool::clean(home)?;
    Ok(tools)
}

pub(crate) fn cargo_deny(home: &Home) -> Result<PathBuf> {
    let path = cargo_tool::install(
        home,
        "cargo-deny",
        "cargo-deny",
        versions::CARGO_DENY,
        cargo_tool::Lock::Shipped,
    )?;
    cargo_tool::clean(home)?;
    Ok(path)
}

pub(crate) fn chromium(home: &Home) -> Result<PathBuf> {
    chromium::find(home)
}
