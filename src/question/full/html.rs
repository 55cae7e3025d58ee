//! A designer's rich text: elements from an allow-list, never HTML.

use mot_cua_survey::markup::{self, Piece};

use super::Asked;
use crate::html::{El, View, el, part};

#[inline(never)]
pub(crate) fn view(asked: Asked) -> El {
    let words = asked.words("html");
    el("div").class("mc-question").attr("id", &asked.id()).with(part(move || rich(&words()).view()))
}

/// Rich text as elements.
pub(crate) fn rich(words: &str) -> El {
    let pieces = markup::read(words);
    el("div").class("mc-rich").with_all(pieces.iter().map(piece))
}

fn piece(piece: &Piece) -> View {
    match piece {
        Piece::Text(words) => View::Text(words.clone()),
        Piece::Element { tag, href, inside } => {
            let link = href.as_ref().map(|_| "noopener noreferrer".to_owned());
            el(tag)
                .maybe("href", href.clone())
                .maybe("rel", link)
                .with_all(inside.iter().map(self::piece))
                .view()
        }
    }
}
