//! A photo: taken or chosen, made small, shown, taken out again. The answer holds its hash; the photo travels by itself.

use std::rc::Rc;

use mot_cua_survey::model::{File, hash_of, photo_value};
use serde_json::Value;
use wasm_bindgen_futures::spawn_local;

use super::Asked;
use crate::browser::picture::{Unfit, files_of};
use crate::browser::{Event, focus};
use crate::html::{El, el};
use crate::prelude::*;

/// What the field is about, beside what it holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doing {
    Nothing,
    Reading,
    Unfit(Unfit),
}

pub(crate) fn view(asked: Asked, model: &File) -> El {
    let app = asked.app;
    if !app.photos.are_taken() {
        return asked.plain(el("p").class("mc-notice").live(app.t("full.photo.notTaken")));
    }
    let doing = RwSignal::new(Doing::Nothing);
    let (most, largest) = (model.most, model.largest);
    let taken = move |event: Event| {
        let files = files_of(&event);
        if !files.is_empty() {
            doing.set(Doing::Reading);
            spawn_local(async move {
                let mut end = Doing::Nothing;
                for file in files.into_iter().take(most) {
                    match app.photos.keep(app, file, largest).await {
                        Ok(Some(given)) => {
                            add(asked, most, &given.photo.sha256);
                            app.photos.named(given);
                        }
                        Ok(None) => return,
                        Err(unfit) => end = Doing::Unfit(unfit),
                    }
                }
                doing.set(end);
            });
        }
    };
    let words = move || {
        let count = hashes(asked.value().as_ref()).len();
        app.word(match (count, most) {
            (0, _) => "full.photo.pick",
            (_, 1) => "full.photo.other",
            _ => "full.photo.more",
        })
    };
    let input = el("input")
        .attr("type", "file")
        .attr("id", &asked.part("input"))
        .class("mc-file")
        .attr("accept", "image/*")
        .maybe("multiple", (most > 1).then(String::new))
        .attr("aria-describedby", &[asked.described(), asked.part("about")].join(" "))
        .live_attr("aria-invalid", move || asked.fault().map(|_| "true".to_owned()))
        .on("change", taken);
    let pick = el("label").class("mc-button mc-quiet mc-wide mc-pick").add(input).add(el("span").live(words));
    let said = move || match doing.get() {
        Doing::Nothing => String::new(),
        Doing::Reading => app.word("full.photo.reading"),
        Doing::Unfit(Unfit::NotAPicture) => app.word("full.photo.notAPicture"),
        Doing::Unfit(Unfit::TooLarge) => app.word("full.photo.tooLarge"),
    };
    let wrong = move || matches!(doing.get(), Doing::Unfit(_)).then(|| "true".to_owned());
    let full = move || most > 1 && hashes(asked.value().as_ref()).len() >= most;
    let body = el("div")
        .class("mc-group")
        .add(el("p").class("mc-hint").attr("id", &asked.part("about")).live(app.t("full.photo.about")))
        .part(move || gallery(asked).view())
        .add(pick.live_attr("data-full", move || full().then(String::new)))
        .add(el("p").class("mc-doing").attr("role", "status").live_attr("data-wrong", wrong).live(said))
        .add(crate::photos::line(app));
    asked.group(body)
}

fn hashes(value: Option<&Value>) -> Vec<String> {
    let photos = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    photos.iter().filter_map(hash_of).map(str::to_owned).collect()
}

/// One more; where only one is asked for, in place of the one before.
fn add(asked: Asked, most: usize, hash: &str) {
    let mut all = hashes(asked.value_now().as_ref());
    if all.iter().any(|known| known == hash) {
        return;
    }
    while all.len() >= most {
        let old = all.remove(0);
        asked.app.photos.take_out(asked.app, &old);
    }
    all.push(hash.to_owned());
    write(asked, &all);
}

fn write(asked: Asked, all: &[String]) {
    let photos: Vec<Value> = all.iter().enumerate().map(|(at, hash)| photo_value(at + 1, hash)).collect();
    asked.answer((!photos.is_empty()).then_some(Value::Array(photos)));
}

fn gallery(asked: Asked) -> El {
    let app = asked.app;
    let all = Rc::new(hashes(asked.value().as_ref()));
    let card = |(at, hash): (usize, &String)| {
        let name = app.word_with("full.photo.one", &(at + 1).to_string());
        let url = app.photos.url(hash);
        let sent = url.is_none().then(|| el("p").class("mc-hint").text(&app.word("full.photo.gone")));
        let shown = url.map(|url| el("img").class("mc-image").attr("src", &url).attr("alt", &name));
        let (rest, hash) = (Rc::clone(&all), hash.clone());
        let drop = move || {
            let rest: Vec<String> = rest.iter().filter(|one| **one != hash).cloned().collect();
            app.photos.take_out(app, &hash);
            write(asked, &rest);
            focus::soon_on_field(&asked.id());
        };
        let button = el("button")
            .attr("type", "button")
            .class("mc-link")
            .attr("data-act", "drop-photo")
            .attr("aria-label", &app.word_with("full.photo.dropOf", &(at + 1).to_string()))
            .click(drop)
            .text(&app.word("full.photo.drop"));
        el("li").class("mc-photo").add_some(shown).add(el("p").text(&name)).add_some(sent).add(button)
    };
    el("ul").class("mc-photos").add_all(all.iter().enumerate().map(card))
}
