//! A font inside a PDF (ISO 32000-1, 9.7: a composite font whose codes are its glyphs).

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};
use subsetter::{GlyphRemapper, subset};

use super::DEFLATE;
use crate::font::{Fonts, Set, Weight, bytes};

const SYSTEM: SystemInfo<'static> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// The glyphs of one cut that the pages have.
#[derive(Debug)]
pub(super) struct Used {
    weight: Weight,
    glyphs: GlyphRemapper,
    /// By the new number, less one: 0 is the glyph for what the font does not have.
    sets: Vec<Set>,
}

/// As the content streams call it.
pub(super) fn name(weight: Weight) -> Name<'static> {
    match weight {
        Weight::Regular => Name(b"R"),
        Weight::Bold => Name(b"B"),
    }
}

/// With the tag of a subset: six capitals and a plus.
fn long_name(weight: Weight) -> Name<'static> {
    match weight {
        Weight::Regular => Name(b"MOTCUA+BeVietnamPro-Regular"),
        Weight::Bold => Name(b"MOTCUB+BeVietnamPro-Bold"),
    }
}

impl Used {
    pub(super) fn new(weight: Weight) -> Self {
        Self { weight, glyphs: GlyphRemapper::new(), sets: Vec::new() }
    }

    /// Its number in the font that will be written.
    pub(super) fn cid(&mut self, set: Set) -> u16 {
        let cid = self.glyphs.remap(set.glyph.0);
        if usize::from(cid) == self.sets.len() + 1 {
            self.sets.push(set);
        }
        cid
    }

    pub(super) fn write(self, pdf: &mut Pdf, fonts: &Fonts, id: Ref, mut next: impl FnMut() -> Ref) {
        let face = fonts.face(self.weight);
        let thousandths = |value: i16| f32::from(value) * 1000.0 / f32::from(face.units_per_em());
        let (cid_font, descriptor, file, cmap) = (next(), next(), next(), next());
        let name = long_name(self.weight);
        pdf.type0_font(id)
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid_font)
            .to_unicode(cmap);
        let mut font = pdf.cid_font(cid_font);
        font.subtype(CidFontType::Type2).base_font(name).system_info(SYSTEM).font_descriptor(descriptor);
        font.default_width(0.0).cid_to_gid_map_predefined(Name(b"Identity"));
        font.widths().consecutive(1, self.sets.iter().map(|one| one.width * 1000.0));
        font.finish();
        let all = face.global_bounding_box();
        let mut out = pdf.font_descriptor(descriptor);
        out.name(name).flags(FontFlags::NON_SYMBOLIC).italic_angle(0.0).font_file2(file);
        out.bbox(Rect::new(
            thousandths(all.x_min),
            thousandths(all.y_min),
            thousandths(all.x_max),
            thousandths(all.y_max),
        ));
        out.ascent(thousandths(face.ascender())).descent(thousandths(face.descender()));
        out.cap_height(thousandths(face.capital_height().unwrap_or_default()));
        // No reader that embeds uses it; the norm wants one.
        out.stem_v(if self.weight == Weight::Bold { 130.0 } else { 80.0 });
        out.finish();
        // The whole font is as right, and larger.
        let cut = subset(bytes(self.weight), 0, &self.glyphs);
        let cut = cut.unwrap_or_else(|_| bytes(self.weight).to_vec());
        pdf.stream(file, &compress_to_vec_zlib(&cut, DEFLATE)).filter(Filter::FlateDecode);
        let mut letters = UnicodeCmap::new(Name(b"Letters"), SYSTEM);
        for (cid, one) in (1_u16..).zip(&self.sets) {
            letters.pair(cid, one.letter);
        }
        pdf.cmap(cmap, &compress_to_vec_zlib(&letters.finish(), DEFLATE)).filter(Filter::FlateDecode);
    }
}
