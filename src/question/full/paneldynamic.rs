//! The same questions for each of several things; one more, or one less after a second tap.

use mot_cua_survey::model::Panels;
use serde_json::Value;

use super::Asked;
use crate::browser::focus;
use crate::html::{El, el};
use crate::prelude::*;

#[inline(never)]
pub(crate) fn view(asked: Asked, model: &Panels, rows: Vec<(usize, Vec<usize>)>) -> El {
    let (least, most, count) = (model.least, model.most, rows.len());
    let raw = |name: &str| asked.element().and_then(|element| element.raw.get(name).and_then(Value::as_bool));
    // Row that is asked about before it goes.
    let leaving: RwSignal<Option<usize>> = RwSignal::new(None);
    let panels = rows.into_iter().enumerate().map(|(nth, (row, children))| {
        let head = asked.part(&["t", &row.to_string()].concat());
        let own = asked.words("templateTitle");
        let title = move || {
            let own = own();
            // A designer's words with a place for the number are the engine's to fill; the number is said besides.
            let number = (nth + 1).to_string();
            if own.is_empty() {
                asked.app.word_with("full.row", &number)
            } else {
                [&own, " (", &number, ")"].concat()
            }
        };
        let may_go = asked.is_open() && count > least && raw("allowRemovePanel") != Some(false);
        el("div")
            .class("mc-panel mc-card")
            .attr("role", "group")
            .attr("aria-labelledby", &head)
            .add(el("h3").class("mc-panel-title").attr("id", &head).live(title))
            .with_all(children.into_iter().map(|child| super::view(asked.app, child)))
            .add_some(may_go.then(|| remove(asked, row, leaving)))
    });
    let may_come = asked.is_open() && count < most && raw("allowAddPanel") != Some(false);
    let add = || {
        let own = asked.words("panelAddText");
        let words = move || {
            Some(own()).filter(|own| !own.is_empty()).unwrap_or_else(|| asked.app.word("full.rowAdd"))
        };
        let act = move || {
            asked.run().change(asked.app, |session| {
                session.add_row_to(asked.at);
            });
        };
        el("button")
            .attr("type", "button")
            .class("mc-button mc-quiet mc-wide")
            .attr("data-act", "add")
            .click(act)
            .live(words)
    };
    let none = (count == 0).then(|| el("p").class("mc-hint").live(asked.app.t("full.rowNone")));
    let all = el("div").class("mc-group").add_some(none).add_all(panels).add_some(may_come.then(add));
    asked.group(all)
}

/// The link; once pressed, the question in its place. A second tap by mistake keeps the row.
fn remove(asked: Asked, row: usize, leaving: RwSignal<Option<usize>>) -> El {
    let app = asked.app;
    let link = move |key: &'static str| el("button").attr("type", "button").class("mc-link").live(app.t(key));
    el("div").class("mc-links").part(move || {
        if leaving.get() != Some(row) {
            let ask = link("full.rowRemove").attr("data-act", "remove").click(move || leaving.set(Some(row)));
            return el("div").add(ask).view();
        }
        let go = move || {
            asked.run().change(app, |session| {
                session.remove_row_from(asked.at, row);
            });
            focus::soon(&asked.id());
        };
        el("div")
            .class("mc-ask")
            .add(el("p").attr("role", "alert").live(app.t("full.rowAsk")))
            .add(link("keep.deleteNo").click(move || leaving.set(None)))
            .add(link("full.rowYes").attr("data-act", "remove-yes").click(go))
            .view()
    })
}
