//! A place in words.

use mot_cua_contract::place::Place;

use crate::app::App;

/// Counter, field and procedure, as far as the place has them. Call it in a reactive closure.
pub(crate) fn place_line(app: App, place: &Place) -> String {
    let (desk, field) = app.config.with_value(|config| {
        let unit = config.unit(&place.unit);
        let desk = unit.and_then(|unit| unit.counter(place.counter.as_deref()?)).map(|it| app.text(&it.name));
        let known = |id: &str| config.fields.iter().find(|field| field.id.eq_ignore_ascii_case(id));
        (desk, place.field.as_deref().and_then(known).map(|field| app.text(&field.name)))
    });
    let about = place.procedure.as_ref().map(|code| app.word_with("rate.about", code));
    [desk, field, about].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
