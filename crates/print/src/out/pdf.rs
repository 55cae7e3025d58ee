//! Pages as one PDF: vectors and letters that can be searched and read aloud; fonts inside, cut down to what is used.

mod font;

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::LineCapStyle;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use crate::font::{Fonts, WEIGHTS, Weight};
use crate::ink::Ink;
use crate::logo::Logo;
use crate::page::{Code, Mark, Page, Text, count};
use crate::shape::{Shape, Step};
use font::Used;

/// Points a millimetre.
const POINT: f32 = 72.0 / 25.4;
const DEFLATE: u8 = 6;

/// All pages at once. `lang` is a BCP 47 tag, for reading aloud. No date and no number of chance stands in the file.
pub fn pdf(pages: &[Page], fonts: &Fonts, title: &str, lang: &str) -> Vec<u8> {
    let mut binder = Binder::new(fonts);
    for page in pages {
        binder.add(page);
    }
    binder.bind(title, lang)
}

/// The same a page at a time, for those who have other things to do in between.
#[allow(missing_debug_implementations, reason = "fonts, and a file half written")]
pub struct Binder<'a> {
    fonts: &'a Fonts,
    maker: Maker,
    catalog: Ref,
    tree: Ref,
    info: Ref,
    font_ids: [Ref; 2],
    pages: Vec<Ref>,
}

impl<'a> Binder<'a> {
    pub fn new(fonts: &'a Fonts) -> Self {
        let mut maker =
            Maker { pdf: Pdf::new(), next: Ref::new(1), used: WEIGHTS.map(Used::new), logos: Vec::new() };
        let (catalog, tree, info) = (maker.take(), maker.take(), maker.take());
        let font_ids = WEIGHTS.map(|_| maker.take());
        Self { fonts, maker, catalog, tree, info, font_ids, pages: Vec::new() }
    }

    pub fn add(&mut self, page: &Page) {
        self.pages.push(self.maker.page(page, self.fonts, self.tree, self.font_ids));
    }

    pub fn bind(self, title: &str, lang: &str) -> Vec<u8> {
        let Self { fonts, maker: Maker { mut pdf, mut next, used, logos }, tree, pages, .. } = self;
        pdf.pages(tree).count(i32::try_from(pages.len()).unwrap_or(i32::MAX)).kids(pages);
        for (id, used) in self.font_ids.into_iter().zip(used) {
            used.write(&mut pdf, fonts, id, || next.bump());
        }
        for (id, logo) in logos {
            picture(&mut pdf, id, &logo);
        }
        let mut root = pdf.catalog(self.catalog);
        root.pages(tree).lang(TextStr(lang));
        root.viewer_preferences().display_doc_title(true);
        root.finish();
        pdf.document_info(self.info).title(TextStr(title)).creator(TextStr("mot-cua"));
        pdf.finish()
    }
}

struct Maker {
    pdf: Pdf,
    next: Ref,
    used: [Used; 2],
    logos: Vec<(Ref, Logo)>,
}

impl Maker {
    fn take(&mut self) -> Ref {
        self.next.bump()
    }

    fn page(&mut self, page: &Page, fonts: &Fonts, tree: Ref, font_ids: [Ref; 2]) -> Ref {
        let (id, stream) = (self.take(), self.take());
        let mut content = Content::new();
        // From here on millimetres, y downward.
        content.transform([POINT, 0.0, 0.0, -POINT, 0.0, page.height * POINT]);
        let mut logos = Vec::new();
        for panel in &page.panels {
            content.save_state().transform(panel.matrix());
            for mark in &panel.marks {
                self.draw(&mut content, mark, fonts, &mut logos);
            }
            content.restore_state();
        }
        let bytes = compress_to_vec_zlib(&content.finish(), DEFLATE);
        self.pdf.stream(stream, &bytes).filter(Filter::FlateDecode);
        let mut out = self.pdf.page(id);
        out.parent(tree).contents(stream);
        out.media_box(Rect::new(0.0, 0.0, page.width * POINT, page.height * POINT));
        let mut resources = out.resources();
        let mut dict = resources.fonts();
        for (weight, font) in WEIGHTS.into_iter().zip(font_ids) {
            dict.pair(font::name(weight), font);
        }
        dict.finish();
        let mut dict = resources.x_objects();
        for logo in logos {
            dict.pair(Name(LOGO), logo);
        }
        id
    }

    fn draw(&mut self, content: &mut Content, mark: &Mark, fonts: &Fonts, logos: &mut Vec<Ref>) {
        match mark {
            Mark::Fill(shape, ink) => {
                fill_ink(content, *ink);
                path(content, shape);
                content.fill_nonzero();
            }
            Mark::Stroke(shape, ink, width) => {
                let [r, g, b] = parts(*ink);
                content.set_stroke_rgb(r, g, b).set_line_width(*width).set_line_cap(LineCapStyle::RoundCap);
                path(content, shape);
                content.stroke();
            }
            Mark::Text(text) => self.text(content, text, fonts),
            Mark::Code(code) => modules(content, code),
            Mark::Logo { logo, x, y, w, h } => {
                let known = self.logos.iter().find(|(_, other)| other == logo).map(|(id, _)| *id);
                let id = known.unwrap_or_else(|| {
                    let id = self.take();
                    self.logos.push((id, logo.clone()));
                    id
                });
                if !logos.contains(&id) {
                    logos.push(id);
                }
                content
                    .save_state()
                    .transform([*w, 0.0, 0.0, -h, *x, y + h])
                    .x_object(Name(LOGO))
                    .restore_state();
            }
        }
    }

    fn text(&mut self, content: &mut Content, text: &Text, fonts: &Fonts) {
        fill_ink(content, text.ink);
        content.begin_text().set_font(font::name(text.weight), text.size);
        // Upright again in a space that stands on its head.
        content.set_text_matrix([1.0, 0.0, 0.0, -1.0, text.x, text.y]);
        let used = match text.weight {
            Weight::Regular => &mut self.used[0],
            Weight::Bold => &mut self.used[1],
        };
        let mut show = content.show_positioned();
        let mut items = show.items();
        let mut run: Vec<u8> = Vec::new();
        for one in fonts.set(text.weight, &text.text) {
            run.extend(used.cid(one).to_be_bytes());
            let kern = (one.width - one.advance) * 1000.0;
            if kern != 0.0 {
                items.show(Str(&run)).adjust(kern);
                run.clear();
            }
        }
        if !run.is_empty() {
            items.show(Str(&run));
        }
        items.finish();
        show.finish();
        content.end_text();
    }
}

/// One page has one logo at most: all its codes carry the same.
const LOGO: &[u8] = b"Logo";

/// Black ink alone, on its own white.
fn modules(content: &mut Content, code: &Code) {
    content.save_state().transform([code.module, 0.0, 0.0, code.module, code.x, code.y]).set_fill_gray(0.0);
    for (x, y, run) in code.runs() {
        content.rect(count(x), count(y), count(run), 1.0);
    }
    content.fill_nonzero().restore_state();
}

fn path(content: &mut Content, shape: &Shape) {
    for step in &shape.0 {
        match *step {
            Step::Move(x, y) => content.move_to(x, y),
            Step::Line(x, y) => content.line_to(x, y),
            Step::Curve([a, b, c, d, e, f]) => content.cubic_to(a, b, c, d, e, f),
            Step::Close => content.close_path(),
        };
    }
}

fn parts(ink: Ink) -> [f32; 3] {
    [ink.0, ink.1, ink.2].map(|part| f32::from(part) / 255.0)
}

fn fill_ink(content: &mut Content, ink: Ink) {
    let [r, g, b] = parts(ink);
    content.set_fill_rgb(r, g, b);
}

fn picture(pdf: &mut Pdf, id: Ref, logo: &Logo) {
    let bytes = compress_to_vec_zlib(&logo.rgb, DEFLATE);
    let side = |pixels: u32| i32::try_from(pixels).unwrap_or(i32::MAX);
    let mut image = pdf.image_xobject(id, &bytes);
    image.filter(Filter::FlateDecode);
    image.width(side(logo.width)).height(side(logo.height)).bits_per_component(8);
    image.color_space().device_rgb();
}
