//! The place of an answer: its spelling must be right, but it need not exist. Posters outlive a `site.json`.

use mot_cua_contract::{Place, Problem};

use super::{Desk, invalid};

/// Checks the spelling by the grammar of links: what cannot be printed cannot be sent.
pub(super) fn check(place: &Place, token: Option<&str>) -> Result<(), Problem> {
    let read = mot_cua_link::read(&["/", &mot_cua_link::write(place, token)].concat());
    let back = read.place.unwrap_or_default();
    let wrong = if back.unit != place.unit {
        "place.unit"
    } else if back.counter != place.counter {
        "place.counter"
    } else if back.field != place.field {
        "place.field"
    } else if back.procedure != place.procedure {
        "place.procedure"
    } else if read.token.as_deref() != token {
        "token"
    } else {
        return Ok(());
    };
    Err(invalid(422, "This part of the place is not spelled as a link spells it").field(wrong))
}

/// Whether the site names every part of it.
pub(super) fn is_known(place: &Place, desk: &Desk) -> bool {
    let counters = match (desk.site.unit(&place.unit), desk.site.merged(&place.unit)) {
        (Some(unit), _) => &unit.counters,
        (None, Some(merged)) => &merged.counters,
        (None, None) => return false,
    };
    let is_one = |id: &String| counters.iter().any(|counter| counter.id.eq_ignore_ascii_case(id));
    place.counter.as_ref().is_none_or(is_one)
        && place.field.as_ref().is_none_or(|field| desk.site.field(field).is_some())
        && place
            .procedure
            .as_ref()
            .is_none_or(|code| desk.files.get(&format!("catalogue/p/{code}.json")).is_some())
}
