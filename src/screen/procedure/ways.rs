//! Ways to file it, each with its time and its fees. What is doubtful says so; nothing is guessed.

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::model::{By, Channel, Fee, FeeState, Time, Unit};

use super::out;
use crate::app::App;
use crate::browser::locale;
use crate::html::{El, el};

/// Pages of the national portal: there the procedure can be filed.
const PORTAL: &str = "dichvucong.gov.vn/";

pub(crate) fn ways(app: App, record: &Procedure) -> El {
    if record.channels.is_empty() {
        return el("p").live(app.t("procedure.unknown"));
    }
    el("div").class("mc-facts").add_all(record.channels.iter().map(|channel| way(app, record, channel)))
}

fn way(app: App, record: &Procedure, channel: &Channel) -> El {
    let by = match channel.by {
        By::InPerson => "way.inPerson",
        By::Online => "way.online",
        By::Post => "way.post",
    };
    let portal = record.source.as_deref().filter(|url| channel.by == By::Online && at_portal(url));
    // Nothing takes no time: the source left it empty.
    let time = channel.time.filter(|time| time.amount > 0.0);
    let unitless = time.is_some_and(|time| time.unit.is_none());
    let fees = match channel.fees.as_slice() {
        [] => el("dd").live(app.t("fee.unknown")),
        fees => el("dd").add_all(fees.iter().map(|one| fee(app, one))),
    };
    let pairs = el("dl")
        .class("mc-pair")
        .add(el("dt").live(app.t("way.time")))
        .add(el("dd").live(move || how_long(app, time)).add_some(unitless.then(|| doubt(app, "time.noUnit"))))
        .add(el("dt").live(app.t("way.fee")))
        .add(fees);
    el("div")
        .class("mc-way")
        .add(el("h3").live(app.t(by)))
        .add(pairs)
        .add_some(note(channel.note.as_deref()))
        .add_some(note(channel.unsplit.as_deref()))
        .add_some(channel.uncertain.then(|| doubt(app, "way.uncertain")))
        .add_some(out(portal).map(|link| link.live(app.t("way.file"))))
}

/// A time in words. Call it in a reactive closure.
pub(crate) fn how_long(app: App, time: Option<Time>) -> String {
    let Some(time) = time else { return app.word("procedure.unknown") };
    let amount = app.lang.with(|lang| locale::number(time.amount, lang));
    let key = match time.unit {
        None => return amount,
        Some(Unit::Hour) => "time.hour",
        Some(Unit::Day) => "time.day",
        Some(Unit::WorkingDay) => "time.workingDay",
        Some(Unit::Month) => "time.month",
        Some(Unit::Year) => "time.year",
    };
    // English counts, Vietnamese does not: a pack may hold `time.day.one`.
    let one = [key, ".one"].concat();
    match app.word(&one) {
        single if amount == "1" && single != one => single.replace("{0}", &amount),
        _ => app.word_with(key, &amount),
    }
}

fn fee(app: App, fee: &Fee) -> El {
    let (state, amount) = (fee.state, fee.amount);
    let currency = fee.currency.clone().unwrap_or_else(|| "VND".to_owned());
    // A sum of nothing is not free: the note tells, or nobody does.
    let noted = fee.note.is_some();
    let sum = move || match (state, amount) {
        (FeeState::Free, _) => app.word("fee.free"),
        (FeeState::Amount, Some(amount)) if amount > 0.0 => {
            app.lang.with(|lang| locale::money(amount, &currency, lang))
        }
        (FeeState::SeeNote | FeeState::Amount, _) if noted => app.word("fee.seeNote"),
        _ => app.word("fee.unknown"),
    };
    el("div")
        .add(el("span").live(sum))
        .add_some(fee.maybe_thousands.then(|| doubt(app, "fee.maybeThousands")))
        .add_some(note(fee.note.as_deref()))
}

fn doubt(app: App, key: &'static str) -> El {
    el("span").class("mc-doubt").live(move || [" ", &app.word(key)].concat())
}

/// Official words beside a number.
fn note(words: Option<&str>) -> Option<El> {
    let words = words?.trim();
    (!words.is_empty()).then(|| el("p").class("mc-hint").attr("lang", "vi").text(words))
}

fn at_portal(url: &str) -> bool {
    url.strip_prefix("https://").is_some_and(|rest| rest.starts_with(PORTAL))
}
