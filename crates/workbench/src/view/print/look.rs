//! The sheet as it will be printed.

use super::{act, paper, told};
use crate::bench::Bench;
use crate::html::{El, View, el};
use crate::print::Leaf;

pub(super) fn look(bench: Bench) -> View {
    let print = bench.print;
    let card = el("section").class("wb-card").add(el("h2").text(&bench.word("print.look")));
    let shown = match print.look.get() {
        None => {
            let key = if paper(print).rows.is_empty() { "look.none" } else { "look.wrong" };
            return card.add(el("p").class("wb-soft").text(&bench.word(key))).view();
        }
        Some(Err(refused)) => el("ul").class("wb-list").add(told::why(bench, &refused)),
        Some(Ok(look)) => {
            let side = look.side.map(|side| {
                let side = format!("{side:.0}");
                el("p").class("wb-soft").text(&bench.word_with("look.side", &[&side, &side]))
            });
            let picture = el("img").class("wb-sheet").attr("src", &look.address).attr("alt", &look.title);
            let larger = el("a")
                .class("wb-act")
                .attr("href", &look.address)
                .attr("target", "_blank")
                .attr("rel", "noopener")
                .text(&bench.word("look.larger"));
            el("div").class("wb-list").add(picture).add_some(side).add(larger)
        }
    };
    card.add(pages(bench)).add(shown).view()
}

fn pages(bench: Bench) -> El {
    let print = bench.print;
    let (at, plan) = (print.at.get(), print.plan.get());
    let all = plan.leaves.len();
    let step = |key, is_off: bool, to: usize| {
        act(bench, key, move || print.turn_to(to)).maybe("disabled", is_off.then(String::new))
    };
    let words = bench.word_with("look.of", &[&(at + 1).to_string(), &all.to_string()]);
    let words = if matches!(plan.leaves.get(at), Some(Leaf::First(_))) {
        [&words, ". ", &bench.word("look.first")].concat()
    } else {
        words
    };
    el("div")
        .class("wb-tools")
        .add(step("look.before", at == 0, at.saturating_sub(1)))
        .add(step("look.after", at + 1 >= all, at + 1))
        .add(el("span").text(&words))
}
