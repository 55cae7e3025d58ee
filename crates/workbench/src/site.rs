//! The site of a ward: what its `site.json` says, the folder it lies in, the backend it sends to, the tag that a portal takes.

mod catalogue;
pub(crate) mod draft;
pub(crate) mod embed;
pub(crate) mod folder;
pub(crate) mod known;
mod places;
mod room;
pub(crate) mod said;
mod tried;

pub(crate) use draft::Draft;
pub(crate) use room::{SiteRoom, Try};
