//! From a node of the page to a running app: read what is needed, take the form over, mount beside it.
//!
//! Until the last step nothing of the static page has changed: if a read fails here, `boot.js` goes on as before.

use crate::prelude::*;
use mot_cua_contract::answer::{Answer, Mode};
use mot_cua_contract::lean;
use mot_cua_contract::place::{Place, Purpose};
#[cfg(not(feature = "full"))]
use mot_cua_survey::Definition;
use wasm_bindgen::prelude::*;
#[cfg(feature = "more")]
use wasm_bindgen_futures::spawn_local;

use crate::app::{App, Screen, Shared};
use crate::browser::static_form::{Asked, StaticForm};
use crate::browser::{self, Host, address, files, focus, guard, prefs};
#[cfg(feature = "more")]
use crate::browser::{clock, lifecycle, timer};
use crate::config::Config;
use crate::delivery::{Delivery, Keeping, PendingItem};
#[cfg(not(feature = "full"))]
use crate::look::Look;
#[cfg(feature = "full")]
use crate::survey::Driver;
use crate::widget::place_line;
use crate::words::Words;
use crate::{html, rating, screen};

/// Mounts into `host`: the `<main>` of our own page, or the box inside the shadow root of `<mot-cua>`.
/// `options` is the data block of the stamped page, or the same built by `element.js`.
///
/// # Errors
/// A text for the console: what was missing. The static form stays as it was.
#[wasm_bindgen]
pub async fn mount(host: Host, options: String) -> Result<(), JsValue> {
    let config: Config = lean::read(&options).ok_or("mot-cua: the data block is not readable")?;
    let form = StaticForm::find(&host).ok_or("mot-cua: no form.mc-rate")?;
    let lang = language(&config, &form);
    let survey = config.survey_file().ok_or("mot-cua: the survey is not listed")?.url;
    let pack = config.locales.get(&lang).ok_or("mot-cua: the language is not listed")?;
    let pack = words_of_this_page(pack);
    // Both reads are under way before the first is awaited: they were preloaded by the page's head.
    let (survey, pack) =
        files::both(&survey, &pack).await.map_err(|_| "mot-cua: survey or words did not load")?;
    #[cfg(not(any(feature = "full", feature = "more")))]
    let survey = Definition::parse(&survey).ok_or("mot-cua: the survey is not readable")?;
    // Where only the other page can read it, that one asks it.
    #[cfg(feature = "more")]
    let survey = Definition::parse(&survey).unwrap_or_default();
    #[cfg(feature = "full")]
    mot_cua_survey::model::Model::parse(&survey).ok_or("mot-cua: the survey is not readable")?;
    let words = Words::read(&pack, &Words::default()).ok_or("mot-cua: the words are not readable")?;
    let delivery = Delivery::start(&config);

    form.take_over();
    run(&host, config, &form, survey, words, &lang, delivery);
    Ok(())
}

fn run(
    host: &Host,
    config: Config,
    form: &StaticForm,
    #[cfg(not(feature = "full"))] survey: Definition,
    #[cfg(feature = "full")] survey: String,
    words: Words,
    lang: &str,
    delivery: Delivery,
) {
    let place = place_of(form);
    let home = home(&place);
    let first = if config.mode == Mode::Page { Screen::from_hash(&address::hash()) } else { None };
    let screen = first.unwrap_or_else(|| home.clone());
    // Look-up's page hands a procedure over: `#rate/1.001193`.
    #[cfg(feature = "full")]
    let about = address::hash().strip_prefix("rate/").map(str::to_owned);
    #[cfg_attr(not(feature = "full"), expect(unused_mut, reason = "only the full page knows older versions"))]
    let mut restored = delivery.restore().filter(|answer| goes_on(answer, &config, &place, &screen));
    let owner = Owner::new();
    owner.set();
    // `mount` made sure that there is one to read.
    #[cfg(feature = "full")]
    let Some(run) = Driver::new(&survey, &config, restored.as_mut(), form.question(), lang) else { return };
    #[cfg(feature = "full")]
    let photos = crate::photos::Photos::start(delivery.clone(), &config);
    let app = App::new(Shared {
        #[cfg(not(feature = "full"))]
        look: Look::new(config.catalogue_index.clone()),
        #[cfg(feature = "more")]
        minute: RwSignal::new(clock::minute()),
        #[cfg(feature = "more")]
        wards: crate::ward::WardFile::new(),
        #[cfg(not(feature = "full"))]
        survey: Fixed::new(survey),
        delivery: Fixed::new(delivery),
        form: Fixed::new(form.clone()),
        words: RwSignal::new(words),
        lang: RwSignal::new(lang.to_owned()),
        screen: RwSignal::new(screen),
        place: RwSignal::new(restored.as_ref().map_or_else(|| place.clone(), |answer| answer.place.clone())),
        answer: RwSignal::new(restored),
        config: Fixed::new(config),
        #[cfg(feature = "full")]
        run,
        #[cfg(feature = "full")]
        photos,
    });
    form.set_language(lang);
    if let Some(value) = app.answer.with_untracked(|answer| marked(answer.as_ref()?, form)) {
        form.choose(Some(&value));
    }
    form.on_choice(move |value, how| rating::choose(app, value, how));
    if !app.is_page() {
        form.on_asked(move |asked| match asked {
            Asked::Reset => rating::reset(app),
            Asked::Flush => app.delivery.with_value(Delivery::retry),
        });
    }
    if app.is_page() {
        address::on_change(move |hash| {
            let to = Screen::from_hash(&hash).unwrap_or_else(|| home.clone());
            // Two events tell of one way back: a screen made twice would lose the focus.
            if app.screen.with_untracked(|now| *now != to) {
                app.screen.set(to);
            }
        });
        for (lang, link) in crate::browser::links::languages() {
            link.on_click(move || app.speak(lang.clone()));
        }
    }
    // The first mount starts the executor: effects come after it.
    html::mount(&browser::near(host, "mc-app"), move || {
        #[cfg(feature = "full")]
        app.photos.follow();
        follow(app);
        screen::page(app)
    });
    html::mount(&browser::near(host, "mc-bar"), move || screen::bar(app));
    // The page lives as long as its document.
    std::mem::forget(owner);
    #[cfg(not(feature = "full"))]
    if app.look.exists() {
        app.look.want_index();
    }
    #[cfg(feature = "more")]
    {
        let tell = move || app.minute.set(clock::minute());
        spawn_local(timer::each_minute(tell));
        // A phone that slept has missed some.
        lifecycle::listen(move |_| tell());
    }
    #[cfg(feature = "full")]
    if let Some(code) = about {
        rating::about_procedure(app, code);
    }
}

/// Keeps the static form in step with the screen, the focus with the citizen, and the page open while an answer is in it
/// alone.
fn follow(app: App) {
    let mut before: Option<Screen> = None;
    html::always(move || {
        let now = app.screen.get();
        app.form.with_value(|form| match now {
            #[cfg(feature = "full")]
            Screen::Rate if !app.run.asks_first() => form.hide(),
            #[cfg(feature = "more")]
            Screen::Rate if app.asks_elsewhere() => form.hide(),
            Screen::Rate => form.show(),
            _ => form.hide(),
        });
        if before.as_ref().is_some_and(|before| *before != now) {
            focus::on_heading();
        }
        before = Some(now);
    });
    html::always(move || {
        let line = app.place.with(|place| place_line(app, place));
        app.form.with_value(|form| form.set_place_line(&line));
    });
    let pending = app.delivery.with_value(Delivery::pending);
    html::always(move || {
        let at_stake = |items: &Vec<PendingItem>| {
            items.iter().any(|item| matches!(item.keeping, Keeping::Unkept { .. }))
        };
        app.form.with_value(|form| form.set_pending(pending.with(Vec::len)));
        #[cfg(feature = "full")]
        let photo = app.photos.is_at_stake();
        #[cfg(not(feature = "full"))]
        let photo = false;
        if pending.with(at_stake) || photo { guard::hold() } else { guard::let_go() }
    });
}

/// The address of the words: the stamped page names those of the small page.
pub(crate) fn words_of_this_page(url: &str) -> String {
    #[cfg(feature = "full")]
    let url = &url.replacen("locales/core/", "locales/full/", 1);
    #[cfg(feature = "more")]
    let url = &url.replacen("locales/core/", "locales/more/", 1);
    url.to_owned()
}

fn language(config: &Config, form: &StaticForm) -> String {
    let known = |lang: &String| config.locales.has(lang);
    let wanted = match config.mode {
        Mode::Embed => config.lang.clone(),
        _ => prefs::get("lang"),
    };
    wanted
        .filter(known)
        .or_else(|| form.hidden("lang").filter(known))
        .or_else(|| config.languages.first().cloned())
        .unwrap_or_else(|| "vi".to_owned())
}

/// `boot.js` or `element.js` has read the link and filled the hidden fields.
fn place_of(form: &StaticForm) -> Place {
    Place {
        unit: form.hidden("unit").unwrap_or_default(),
        counter: form.hidden("counter"),
        field: form.hidden("field"),
        procedure: form.hidden("procedure"),
        purpose: form.data("purpose").and_then(|purpose| match purpose.as_str() {
            "rate" => Some(Purpose::Rate),
            "look" => Some(Purpose::Look),
            "say" => Some(Purpose::Say),
            _ => None,
        }),
    }
}

/// What a poster was for decides the first screen, and where "back" ends.
fn home(place: &Place) -> Screen {
    match (place.purpose, &place.procedure) {
        (Some(Purpose::Look), Some(code)) => Screen::Procedure(code.clone()),
        (Some(Purpose::Look), None) => Screen::Look,
        _ => Screen::Rate,
    }
}

/// Whether this tab's last answer is the one of this visit: of this survey and desk, and not finished before the code was
/// scanned again.
fn goes_on(answer: &Answer, config: &Config, place: &Place, screen: &Screen) -> bool {
    let same = answer.survey == config.survey
        && answer.place.unit == place.unit
        && answer.place.counter == place.counter;
    same && !(answer.complete && matches!(screen, Screen::Rate | Screen::Look))
}

/// The face of a restored answer, as the form's radios spell it.
fn marked(answer: &Answer, form: &StaticForm) -> Option<String> {
    let value = answer.answers.get(&form.question()?)?;
    Some(value.as_str().map_or_else(|| lean::write(value), str::to_owned))
}
