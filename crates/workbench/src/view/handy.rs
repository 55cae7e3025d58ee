//! The survey at hand on a real phone: a code to scan, or why there is none and what works instead.

use mot_cua_link::draw::Matrix;

use crate::bench::Bench;
use crate::bench::carried::{NoCode, code, link};
use crate::browser::files;
use crate::html::{El, View, el, nothing};

pub(super) fn handy(bench: Bench) -> View {
    let Some(survey) = bench.handed.get() else { return nothing() };
    let lang = bench.phone.get().lang;
    let inside = match code(&files::folder(), &survey.0, &lang) {
        Ok(matrix) => el("div")
            .add(el("p").text(&bench.word("handy.scan")))
            .add(picture(&matrix, &bench.word("handy.code")))
            .add(
                el("a")
                    .class("wb-act")
                    .attr("target", "_blank")
                    .attr("href", &link(&files::folder(), &survey.0, &lang))
                    .text(&bench.word("handy.open")),
            ),
        Err(NoCode::OnlyHere) => el("div")
            .add(el("p").text(&bench.word("handy.onlyHere")))
            .add(el("pre").class("wb-ask").attr("tabindex", "0").text("mot-cua serve --site FOLDER"))
            .add(el("p").text(&bench.word("handy.lan"))),
        Err(NoCode::TooLarge) => el("div")
            .add(el("p").text(&bench.word("handy.large")))
            .add(el("pre").class("wb-ask").attr("tabindex", "0").text("mot-cua serve --site FOLDER")),
    };
    el("details")
        .attr("id", "wb-handy")
        .class("wb-handy")
        .add(el("summary").class("wb-act").text(&bench.word("handy.title")))
        .add(inside)
        .view()
}

/// A code as a picture: in an `<img>`, which runs nothing.
fn picture(matrix: &Matrix, name: &str) -> El {
    let svg = mot_cua_link::draw::svg(matrix);
    // What an address cannot hold; the rest of this text is ASCII without surprises.
    let svg = svg.replace('#', "%23").replace('"', "'").replace('<', "%3C").replace('>', "%3E");
    el("img").class("wb-code").attr("alt", name).attr("src", &["data:image/svg+xml,", &svg].concat())
}
