//! What the stamped page (or `element.js`) tells.

pub(crate) use mot_cua_contract::block::Block as Config;
