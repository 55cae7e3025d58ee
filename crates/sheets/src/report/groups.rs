//! One line a counter, unit, field or procedure: the index, its interval, the factors. Few people share a line.

use mot_cua_survey::figures::{Figure, Group, Rank, Tally, ranks, roll_up};

use super::Part;
use super::sheet::{Cell, Look, Sheet};

/// Names in as many columns as the heads say. `None`: there is nothing to tell apart.
fn table(
    part: &Part,
    name: &'static str,
    heads: &[&str],
    names: impl Fn(&Group) -> Option<Vec<String>>,
) -> Option<Sheet> {
    let of = part.figures.groups(part.at).filter_map(|(group, tally)| Some((names(group)?, tally.clone())));
    let all: Vec<(Vec<String>, Tally)> = of.collect();
    if all.is_empty() {
        return None;
    }
    let mut sheet = part.sheet(name);
    let (words, measure) = (&part.words, part.series.comparable.as_ref());
    if name == "units" {
        sheet.heads([(words.get("place"), 10.0)]);
    }
    sheet.heads(heads.iter().map(|key| (words.get(key), 34.0)));
    sheet.figure_heads(words, "value");
    let factors = measure.map_or(&[][..], |measure| measure.index.factors.as_slice());
    let factors = if factors.len() > 1 { factors } else { &[] };
    sheet.heads(factors.iter().map(|factor| (part.series.factor_words(factor, part.lang), 14.0)));
    let figure = |tally: &Tally| tally.index(measure?, &part.series.columns);
    let cells = |tally: &Tally| {
        let index = figure(tally).map(|figure| Figure { n: tally.n, ..figure });
        let own = (0..factors.len()).map(|at| {
            let factor = measure.and_then(|measure| tally.factor(measure, at, &part.series.columns));
            factor.map_or(Cell::Blank, |figure| Cell::Percent(figure.value))
        });
        [Cell::Figure(index)].into_iter().chain(own).collect::<Vec<_>>()
    };
    let rolled = roll_up(all);
    let mut rows: Vec<(Vec<String>, Tally, Option<Figure>)> = rolled
        .rows
        .into_iter()
        .map(|(names, tally)| {
            let index = figure(&tally);
            (names, tally, index)
        })
        .collect();
    if name == "units" {
        let value = |row: &(_, _, Option<Figure>)| row.2.map_or(-1.0, |figure: Figure| figure.value);
        rows.sort_by(|a, b| value(b).total_cmp(&value(a)));
    }
    let known: Vec<Figure> = rows.iter().filter_map(|(_, _, index)| *index).collect();
    let mut places = ranks(&known).into_iter();
    for (names, tally, index) in rows {
        let place = index.and_then(|_| places.next()).filter(|_| name == "units");
        let place = (name == "units").then(|| place.map_or(Cell::Blank, |rank| Cell::text(span(rank))));
        let names = names.into_iter().map(Cell::Text);
        sheet.row(Look::Plain, place.into_iter().chain(names).chain(cells(&tally)));
    }
    if let Some((count, tally)) = rolled.rest {
        let place = (name == "units").then_some(Cell::Blank);
        let label = format!("{} ({count} {})", words.get("rest"), words.get("rows"));
        let names = [Cell::text(label)].into_iter().chain(vec![Cell::Blank; heads.len() - 1]);
        let few = tally.n < mot_cua_survey::figures::FEW;
        let tail = if few { vec![Cell::text(words.get("few"))] } else { cells(&tally) };
        sheet.row(Look::Strong, place.into_iter().chain(names).chain(tail));
    }
    Some(sheet)
}

fn span(rank: Rank) -> String {
    if rank.best == rank.worst { rank.best.to_string() } else { format!("{}–{}", rank.best, rank.worst) }
}

/// The site's name of a unit, and its id where it has none.
fn unit_name(part: &Part, id: &str) -> String {
    part.site.unit(id).map_or(id, |unit| unit.name.get(part.lang)).to_owned()
}

pub(super) fn units(part: &Part) -> Option<Sheet> {
    table(part, "units", &["unit"], |group| match group {
        Group::Unit(id) => Some(vec![unit_name(part, id)]),
        _ => None,
    })
}

pub(super) fn counters(part: &Part) -> Option<Sheet> {
    table(part, "counters", &["unit", "counter"], |group| match group {
        Group::Counter { unit, counter } => {
            let name = part.site.counter_name(unit, counter, part.lang);
            Some(vec![unit_name(part, unit), name.unwrap_or_else(|| counter.clone())])
        }
        _ => None,
    })
}

pub(super) fn fields(part: &Part) -> Option<Sheet> {
    table(part, "fields", &["field"], |group| match group {
        Group::Field(id) => {
            let found = part.site.fields.iter().find(|field| field.id == *id);
            Some(vec![found.map_or(id.as_str(), |field| field.name.get(part.lang)).to_owned()])
        }
        _ => None,
    })
}

pub(super) fn procedures(part: &Part) -> Option<Sheet> {
    table(part, "procedures", &["procedure"], |group| match group {
        Group::Procedure(code) => Some(vec![code.clone()]),
        _ => None,
    })
}

/// By ticket, by poster, in a portal: whoever reads the share sees whose it is.
pub(super) fn ways(part: &Part) -> Option<Sheet> {
    table(part, "ways", &["way"], |group| match group {
        Group::Came(came) => Some(vec![part.words.get(came.name()).to_owned()]),
        _ => None,
    })
}
