//! A picture for the middle of the code: the emblem of the ward.

use std::sync::Arc;

use png::{BitDepth, ColorType, Decoder, Transformations};

/// Pixels on a side: a logo of 30 mm at 600 dpi has 700.
const MOST_SIDE: u32 = 2_000;
const MOST_BYTES: usize = 2 << 20;
const LEAST_SIDE: u32 = 32;

/// A picture without transparency: what shines through is white.
#[derive(Debug, Clone, PartialEq)]
pub struct Logo {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Three bytes a pixel, row by row.
    pub(crate) rgb: Arc<[u8]>,
}

/// Why a file is no logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoLogo {
    #[error("found {0} bytes, expected a picture of at most 2 MB")]
    Heavy(usize),
    #[error("found a file that is no PNG picture, expected one: open the picture and save it as PNG")]
    NotPng,
    #[error("found {0} × {1} pixels, expected 32 to 2,000 on each side")]
    Side(u32, u32),
}

impl Logo {
    /// A PNG of any colour type.
    ///
    /// # Errors
    /// [`NoLogo`].
    pub fn png(bytes: &[u8]) -> Result<Self, NoLogo> {
        if bytes.len() > MOST_BYTES {
            return Err(NoLogo::Heavy(bytes.len()));
        }
        let mut decoder = Decoder::new(bytes);
        decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
        let mut reader = decoder.read_info().map_err(|_| NoLogo::NotPng)?;
        let (width, height) = (reader.info().width, reader.info().height);
        // A small file can unpack to gigabytes: the sides are read before the pixels.
        if !(LEAST_SIDE..=MOST_SIDE).contains(&width) || !(LEAST_SIDE..=MOST_SIDE).contains(&height) {
            return Err(NoLogo::Side(width, height));
        }
        let mut pixels = vec![0; reader.output_buffer_size()];
        let frame = reader.next_frame(&mut pixels).map_err(|_| NoLogo::NotPng)?;
        pixels.truncate(frame.buffer_size());
        if frame.bit_depth != BitDepth::Eight {
            return Err(NoLogo::NotPng);
        }
        let over = |value: u8, alpha: u8| {
            let (value, alpha) = (u16::from(value), u16::from(alpha));
            u8::try_from((value * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        let rgb: Vec<u8> = match frame.color_type {
            ColorType::Rgb => pixels,
            ColorType::Grayscale => pixels.iter().flat_map(|grey| [*grey; 3]).collect(),
            ColorType::GrayscaleAlpha => {
                pixels.as_chunks::<2>().0.iter().flat_map(|[grey, alpha]| [over(*grey, *alpha); 3]).collect()
            }
            ColorType::Rgba => {
                let chunks = pixels.as_chunks::<4>().0.iter();
                chunks.flat_map(|[r, g, b, a]| [over(*r, *a), over(*g, *a), over(*b, *a)]).collect()
            }
            ColorType::Indexed => return Err(NoLogo::NotPng),
        };
        Ok(Self { width, height, rgb: rgb.into() })
    }
}
