//! A page as pixels.

use png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit};
use tiny_skia::{
    Color, FillRule, FilterQuality, LineCap, Paint, Path, PathBuilder, Pixmap, PixmapPaint, Rect, Stroke,
    Transform,
};

use crate::font::Fonts;
use crate::ink::{BLACK, Ink};
use crate::logo::Logo;
use crate::page::{Code, Mark, Page, Panel, count};
use crate::shape::{Shape, Step};

const INCH: f32 = 25.4;

/// A PNG that knows its size on paper. Empty where the picture would be larger than memory allows; at 300 dots an inch
/// A4 takes 35 MB while it is drawn.
pub fn png(page: &Page, fonts: &Fonts, dots_per_inch: u16) -> Vec<u8> {
    let scale = f32::from(dots_per_inch) / INCH;
    let Some(mut pixels) = blank(page.width * scale, page.height * scale) else { return Vec::new() };
    for panel in &page.panels {
        let [a, b, c, d, e, f] = panel.matrix();
        let onto = Transform::from_row(a, b, c, d, e, f).post_scale(scale, scale);
        for mark in &panel.marks {
            draw(&mut pixels, mark, fonts, onto);
        }
    }
    let rgb: Vec<u8> = pixels.pixels().iter().flat_map(|one| [one.red(), one.green(), one.blue()]).collect();
    encode(pixels.width(), pixels.height(), &rgb, ColorType::Rgb, Some(dots_per_inch))
}

fn draw(pixels: &mut Pixmap, mark: &Mark, fonts: &Fonts, onto: Transform) {
    match mark {
        Mark::Fill(shape, ink) => fill(pixels, shape, *ink, onto),
        Mark::Stroke(shape, ink, width) => {
            let stroke = Stroke { width: *width, line_cap: LineCap::Round, ..Stroke::default() };
            if let Some(path) = path(shape) {
                pixels.stroke_path(&path, &paint(*ink), &stroke, onto, None);
            }
        }
        Mark::Text(text) => {
            fill(
                pixels,
                &fonts.outline(text.weight, text.size, (text.x, text.y), &text.text),
                text.ink,
                onto,
            );
        }
        Mark::Code(code) => modules(pixels, code, onto),
        Mark::Logo { logo, x, y, w, .. } => picture(pixels, logo, (*x, *y, *w), onto),
    }
}

fn fill(pixels: &mut Pixmap, shape: &Shape, ink: Ink, onto: Transform) {
    if let Some(path) = path(shape) {
        pixels.fill_path(&path, &paint(ink), FillRule::Winding, onto, None);
    }
}

/// Edges fall on whole pixels, or a seam would show between two rows. (tiny-skia 0.12 rounds such edges down, not to the
/// nearest: a module would lose a column of pixels.)
fn modules(pixels: &mut Pixmap, code: &Code, onto: Transform) {
    let mut paint = paint(BLACK);
    paint.anti_alias = false;
    for (x, y, run) in code.runs() {
        let (x, y) = (code.x + count(x) * code.module, code.y + count(y) * code.module);
        let rect = Rect::from_xywh(x, y, count(run) * code.module, code.module)
            .and_then(|rect| rect.transform(onto));
        let whole = rect.and_then(|one| {
            Rect::from_ltrb(one.left().round(), one.top().round(), one.right().round(), one.bottom().round())
        });
        if let Some(rect) = whole {
            pixels.fill_rect(rect, &paint, Transform::identity(), None);
        }
    }
}

fn picture(pixels: &mut Pixmap, logo: &Logo, (x, y, w): (f32, f32, f32), onto: Transform) {
    let Some(mut small) = Pixmap::new(logo.width, logo.height) else { return };
    for (pixel, rgb) in small.data_mut().as_chunks_mut::<4>().0.iter_mut().zip(logo.rgb.as_chunks::<3>().0) {
        *pixel = [rgb[0], rgb[1], rgb[2], u8::MAX];
    }
    let scale = w / small_side(logo.width);
    let onto = onto.pre_translate(x, y).pre_scale(scale, scale);
    let how = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
    pixels.draw_pixmap(0, 0, small.as_ref(), &how, onto, None);
}

fn small_side(pixels: u32) -> f32 {
    f32::from(u16::try_from(pixels).unwrap_or(u16::MAX))
}

fn paint(ink: Ink) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(ink.0, ink.1, ink.2, u8::MAX);
    paint
}

fn path(shape: &Shape) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in &shape.0 {
        match *step {
            Step::Move(x, y) => path.move_to(x, y),
            Step::Line(x, y) => path.line_to(x, y),
            Step::Curve([a, b, c, d, e, f]) => path.cubic_to(a, b, c, d, e, f),
            Step::Close => path.close(),
        }
    }
    path.finish()
}

/// White. `None`: no such size.
fn blank(width: f32, height: f32) -> Option<Pixmap> {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float that is no such number becomes 0 or the most"
    )]
    let pixels = |side: f32| side.round() as u32;
    let mut pixels = Pixmap::new(pixels(width), pixels(height))?;
    pixels.fill(Color::WHITE);
    Some(pixels)
}

/// Empty if it cannot be written, which no picture of ours is.
pub(crate) fn encode(
    width: u32,
    height: u32,
    bytes: &[u8],
    colour: ColorType,
    dots_per_inch: Option<u16>,
) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_color(colour);
    encoder.set_depth(BitDepth::Eight);
    if let Some(dots) = dots_per_inch {
        // Pixels a metre.
        let ppm = (u32::from(dots) * 5000 + 63) / 127;
        encoder.set_pixel_dims(Some(PixelDimensions { xppu: ppm, yppu: ppm, unit: Unit::Meter }));
    }
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(bytes));
    if written.is_ok() { out } else { Vec::new() }
}

/// One code in shades of grey.
#[derive(Debug)]
pub(crate) struct Pixels {
    pub(crate) side: usize,
    map: Pixmap,
}

impl Pixels {
    pub(crate) fn grey(&self, x: usize, y: usize) -> u8 {
        let pixel = self.map.pixels().get(y * self.side + x);
        pixel.map_or(u8::MAX, |one| {
            let sum = u16::from(one.red()) * 3 + u16::from(one.green()) * 6 + u16::from(one.blue());
            u8::try_from(sum / 10).unwrap_or(u8::MAX)
        })
    }
}

/// Pixels a module when a code is read again.
const PROOF: usize = 3;

/// The code alone, and the logo that lies on it.
pub(crate) fn code_pixels(panel: &Panel, code: &Code) -> Option<Pixels> {
    let side = code.matrix.full_size() * PROOF;
    let scale = count(side) / code.side();
    let onto = Transform::from_translate(-code.x, -code.y).post_scale(scale, scale);
    let mut map = blank(count(side), count(side))?;
    modules(&mut map, code, onto);
    for mark in &panel.marks {
        if let Mark::Logo { logo, x, y, w, .. } = mark {
            picture(&mut map, logo, (*x, *y, *w), onto);
        }
    }
    Some(Pixels { side, map })
}
