//! Pages as files.

pub(crate) mod pdf;
pub(crate) mod raster;
pub(crate) mod svg;

pub use pdf::{Binder, pdf};
pub use raster::png;
pub use svg::svg;
