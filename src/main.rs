//! Nothing runs by itself: `loader.js` and `element.js` call [`mot_cua_page::mount`].

fn main() {}

#[allow(unused_imports, reason = "keeps the export in the module that Trunk builds")]
pub use mot_cua_page::mount;
