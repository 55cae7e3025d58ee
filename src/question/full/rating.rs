//! A level on a scale: words as rows; numbers, stars and faces as buttons that wrap, never a dropdown.

use mot_cua_survey::question::rating::{Look, Rating};
use mot_cua_survey::session::Offer;

use super::Asked;
use super::choices::radio;
use crate::html::{El, el};

#[inline(never)]
pub(crate) fn view(asked: Asked, model: &Rating, offers: Vec<Offer>) -> El {
    let worded = model.levels.iter().all(|level| level.text.is_some());
    let count = offers.len();
    let levels = offers.iter().enumerate().map(|(nth, offer)| {
        let (on, value) = (offer.value.clone(), offer.value.clone());
        let upto =
            offers.get(nth..).unwrap_or_default().iter().map(|one| one.value.clone()).collect::<Vec<_>>();
        let input = radio(asked, &asked.id(), &nth.to_string(), offer)
            .checked(move || asked.slot.value.with(|now| now.as_ref() == Some(&on)))
            .on("change", move |_| asked.answer(Some(value.clone())));
        let label = el("label").class("mc-chip");
        match model.look {
            Look::Stars => {
                let lit =
                    move || asked.slot.value.with(|now| now.as_ref().is_some_and(|now| upto.contains(now)));
                label
                    .live_attr("data-lit", move || lit().then(String::new))
                    .add(input)
                    .add(el("span").class("mc-star").attr("aria-hidden", "true"))
                    .add(el("span").text(&offer.words))
            }
            Look::Smileys => label
                .add(input)
                .add(
                    el("span")
                        .class("mc-smile")
                        .attr("data-mood", mood(nth, count))
                        .attr("aria-hidden", "true"),
                )
                .add(el("span").text(&offer.words)),
            Look::Labels => label.add(input).add(el("span").text(&offer.words)),
        }
    });
    // The faces have the best on top: who was content with the first row must not be annoyed with the next first row.
    let mut levels: Vec<El> = levels.collect();
    if worded && asked.run().asks_first() {
        levels.reverse();
    }
    let class = match (worded, model.look) {
        (true, _) => "mc-rows",
        (false, Look::Labels) => "mc-chips mc-scale",
        (false, _) => "mc-chips mc-signs",
    };
    let end = |member: &'static str, sign: &'static str| {
        asked.has(member).map(|()| {
            let words = asked.words(member);
            el("span").live(move || [sign, &words()].concat())
        })
    };
    let ends = (!worded).then(|| {
        el("p")
            .class("mc-hint mc-ends")
            .add_some(end("minRateDescription", ""))
            .add_some(end("maxRateDescription", ""))
    });
    asked.group(el("div").class("mc-group").add(el("div").class(class).add_all(levels)).add_some(ends))
}

/// Of `count` levels from worst to best, one of five faces.
fn mood(nth: usize, count: usize) -> &'static str {
    const MOODS: [&str; 5] = ["1", "2", "3", "4", "5"];
    let last = count.saturating_sub(1).max(1);
    MOODS.get((nth * 4 + last / 2) / last).copied().unwrap_or("5")
}
