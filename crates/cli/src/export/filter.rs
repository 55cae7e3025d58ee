//! Which answers are wanted.

use anyhow::bail;
use mot_cua_sheets::Answer;

#[derive(Debug, clap::Args)]
pub(crate) struct Filter {
    /// First month, by the day the server received the answer
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    from: Option<String>,
    /// Last month, all of it
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    to: Option<String>,
    /// Only of this unit; may be repeated
    #[arg(long, value_name = "ID")]
    unit: Vec<String>,
    /// Only of this survey; may be repeated
    #[arg(long, value_name = "NAME")]
    survey: Vec<String>,
}

impl Filter {
    /// A period that ends before it begins is a mistake, not an empty export.
    pub(crate) fn ensure_in_order(&self) -> anyhow::Result<()> {
        match (&self.from, &self.to) {
            (Some(from), Some(to)) if from > to => bail!("--from {from} is after --to {to}"),
            _ => Ok(()),
        }
    }

    pub(crate) fn takes(&self, answer: &Answer) -> bool {
        let month = answer.received_at.get(..7).unwrap_or_default();
        let unit = answer.inside("place", "unit").and_then(|unit| unit.as_str());
        let one_of = |wanted: &[String], found: Option<&str>| {
            wanted.is_empty() || found.is_some_and(|found| wanted.iter().any(|wanted| wanted == found))
        };
        // Months of this form sort as text.
        self.from.as_deref().is_none_or(|from| from <= month)
            && self.to.as_deref().is_none_or(|to| month <= to)
            && one_of(&self.unit, unit)
            && one_of(&self.survey, answer.text("survey"))
    }
}

fn month(text: &str) -> Result<String, String> {
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('-') {
        Some((year, month)) if digits(year, 4) && digits(month, 2) && ("01"..="12").contains(&month) => {
            Ok(text.to_owned())
        }
        _ => Err("expected a year and a month, like 2026-11".to_owned()),
    }
}
