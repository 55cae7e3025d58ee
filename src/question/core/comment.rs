//! Words of one's own. One line says who reads them, before the first letter is typed.

use crate::prelude::*;
use mot_cua_survey::question::comment::Comment;

use super::Asked;
use crate::browser::value_of;
use crate::html::{El, el};
use crate::rating;

/// From here on the letters left are told.
const NEARLY_FULL: usize = 200;

pub(crate) fn view(asked: &Asked, model: &Comment) -> El {
    let (app, name) = (asked.app, asked.question.name.clone());
    let most = model.max_length;
    let old = rating::text_of(app, &name);
    let typed = RwSignal::new(old.encode_utf16().count());
    let left = move || match most.map(|most| most.saturating_sub(typed.get())) {
        Some(left) if left < NEARLY_FULL => app.word_with("more.left", &left.to_string()),
        _ => String::new(),
    };
    let readers = move || match app.config.with_value(|config| config.privacy.readers.clone()) {
        Some(readers) => app.text(&readers),
        None => app.word("more.readers"),
    };
    let readers_id = asked.part("readers");
    let described = [asked.described(), readers_id.clone()].join(" ");
    let hint = model.placeholder.clone();
    let input = el("textarea")
        .attr("rows", &model.rows.unwrap_or(4).min(12).to_string())
        .attr("aria-describedby", &described)
        .maybe("maxlength", most.map(|most| most.to_string()))
        .live_attr("placeholder", move || hint.as_ref().map(|hint| app.text(hint)))
        .value(move || old.clone())
        .on("input", move |event| {
            let words = value_of(&event);
            typed.set(words.encode_utf16().count());
            rating::answer(app, &name, (!words.trim().is_empty()).then(|| words.into()));
        });
    let before = el("p").class("mc-hint").attr("id", &readers_id).live(readers);
    let after = el("p").class("mc-hint").attr("aria-live", "polite").live(left);
    asked.single(Some(before), input, Some(after))
}
