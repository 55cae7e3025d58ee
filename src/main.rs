//! Nothing runs by itself: `loader.js` and `element.js` call [`mot_cua_page::mount`].

fn main() {}

#[allow(unused_imports, reason = "keeps the export in the module that Trunk builds")]
pub use mot_cua_page::mount;

/// A third of the bytes of the allocator that std brings. (The page has one thread.)
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
