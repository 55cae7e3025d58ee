//! Reading every code of a page again, from its picture.

use rqrr::PreparedImage;

use crate::out::raster::code_pixels;
use crate::page::{Mark, Page};

/// A code that a phone would not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the code for {address} reads as {read}")]
pub struct Unread {
    pub address: String,
    /// What it says instead, or `nothing`.
    pub read: String,
}

/// Draws each code as it will be printed, with the logo on it, and decodes the picture.
///
/// # Errors
/// The first one that does not say its address.
pub fn proof(page: &Page) -> Result<(), Unread> {
    for panel in &page.panels {
        for mark in &panel.marks {
            let Mark::Code(code) = mark else { continue };
            let unread = |read: &str| Unread { address: code.address.clone(), read: read.to_owned() };
            let picture = code_pixels(panel, code).ok_or_else(|| unread("nothing"))?;
            let grey = |x: usize, y: usize| picture.grey(x, y);
            let mut prepared = PreparedImage::prepare_from_greyscale(picture.side, picture.side, grey);
            let read =
                prepared.detect_grids().first().and_then(|grid| grid.decode().ok()).map(|(_, text)| text);
            match read {
                Some(text) if text == code.address => {}
                Some(text) => return Err(unread(&text)),
                None => return Err(unread("nothing")),
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use mot_cua_link::draw::{Level, matrix};

    use super::*;
    use crate::page::{Code, Panel};

    #[test]
    fn a_code_that_says_something_else_or_nothing_is_found_out() {
        let code = |window, address: &str| {
            let matrix = matrix("HTTPS://X.VN/Q/04795/DR", Level::H).unwrap();
            let code = Code { x: 70.3, y: 81.2, module: 1.234, matrix, window, address: address.to_owned() };
            let panel = Panel { marks: vec![Mark::Code(Box::new(code))], ..Panel::default() };
            proof(&Page { panels: vec![panel], ..Page::default() })
        };
        assert_eq!(code(0, "HTTPS://X.VN/Q/04795/DR"), Ok(()));
        assert_eq!(code(0, "HTTPS://X.VN/Q/04795/DL").unwrap_err().read, "HTTPS://X.VN/Q/04795/DR");
        assert_eq!(code(19, "HTTPS://X.VN/Q/04795/DR").unwrap_err().read, "nothing", "the middle is gone");
    }
}
