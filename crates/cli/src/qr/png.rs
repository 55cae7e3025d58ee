//! A code as PNG: one bit a pixel.

use anyhow::Context;
use mot_cua_link::draw::Matrix;
use png::{BitDepth, ColorType, Encoder};

/// `module` pixels a module, quiet zone included.
pub(super) fn encode(matrix: &Matrix, module: u8) -> anyhow::Result<Vec<u8>> {
    let module = usize::from(module.max(1));
    let side = matrix.full_size() * module;
    let width = u32::try_from(side).context("too many pixels")?;
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, width);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::One);
    encoder.write_header()?.write_image_data(&rows(matrix, module, side))?;
    Ok(bytes)
}

/// Rows padded to whole bytes, the leftmost pixel in the highest bit; 1 is white.
fn rows(matrix: &Matrix, module: usize, side: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(side * side.div_ceil(8));
    for y in 0..side {
        for byte in 0..side.div_ceil(8) {
            let bit = |at: usize| u8::from(!matrix.is_dark((byte * 8 + at) / module, y / module)) << (7 - at);
            bytes.push((0..8).map(bit).sum());
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use mot_cua_link::draw::{Level, matrix};

    /// `zbar` is the decoder behind many a Linux scanner; where it is not installed, the link crate's own test with `rqrr` stands alone.
    #[test]
    fn zbar_reads_the_picture() {
        if std::process::Command::new("zbarimg").arg("--version").output().is_err() {
            println!("skipped: no zbarimg");
            return;
        }
        let folder = std::env::temp_dir().join(format!("mot-cua-qr-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (address, level, module) in [
            ("HTTPS://DANHGIA.EXAMPLE.VN/Q/04795-3/DR", Level::Q, 3),
            ("HTTPS://EXAMPLE.VN/mot-cua/Q/04795/DL", Level::H, 12),
        ] {
            let file = folder.join("code.png");
            std::fs::write(&file, encode(&matrix(address, level).unwrap(), module).unwrap()).unwrap();
            let out =
                std::process::Command::new("zbarimg").args(["--raw", "-q"]).arg(&file).output().unwrap();
            assert_eq!(String::from_utf8_lossy(&out.stdout).trim(), address);
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
