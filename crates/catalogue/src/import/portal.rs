//! A record as the national portal of 2026 serves it (`code`, `executionMethods`, …).

use serde_json::Value;

use super::Options;
use super::loose::{Amount, short_code};
use super::members::{Members, Wrong};
use super::official::sum;
use super::record::{Extra, each, is_safe};
use crate::model::{By, Case, Channel, Document, Fee, Outcome, Procedure, Time, Unit};

/// Flags of the source → levels as the other shapes name them.
const LEVELS: [(&str, &str); 4] = [
    ("isMinistry", "Cấp bộ"),
    ("isProvince", "Cấp tỉnh"),
    ("isWard", "Cấp xã"),
    ("isOtherAgency", "Cơ quan khác"),
];

pub(super) fn read(value: &Value, options: &Options) -> Result<Procedure, Wrong> {
    let mut of = Members::of(value, "")?;
    let mut extra = Extra::new();
    let long = of.word("code")?.unwrap_or_default();
    let code = short_code(&long).to_owned();
    if !is_safe(&code) {
        return Err(of.wrong("code", "a code like 1.001193"));
    }
    if code != long {
        of.keep("code", &mut extra);
    }
    let mut levels = Vec::new();
    for (flag, level) in LEVELS {
        if of.flag(flag)? {
            levels.push(level.to_owned());
        }
    }
    let results = of.names("resultsDetails", "name")?;
    let procedure = Procedure {
        v: 1,
        code,
        title: of.text("name")?.ok_or_else(|| of.wrong("name", "a title"))?,
        field: of.joined("field", "name", "; ")?.unwrap_or_default(),
        kind: of.word("formalityType")?,
        levels,
        decision: of.word("decisionNo")?,
        source: of.word("id")?.filter(|id| is_safe(id)).map(|id| [PAGE, &id].concat()),
        retrieved: options.retrieved.clone(),
        steps: of.joined("executionSteps", "name", "\n")?,
        channels: each(of.list("executionMethods")?, &mut extra, channel)?,
        cases: each(of.list("executionCases")?, &mut extra, case)?,
        results: results.into_iter().map(|name| Outcome { name, code: None }).collect(),
        requirements: of.joined("requirementsAndConditions", "name", "\n")?,
        legal: of.names("legalBasisesDetails", "code")?,
        keywords: of.joined("keywords", "name", "; ")?,
        ..Procedure::default()
    };
    of.rest(&mut extra);
    Ok(Procedure { extra, ..procedure })
}

/// Pages of the portal, by the record's id.
const PAGE: &str = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/";

fn channel(mut of: Members, extra: &mut Extra) -> Result<Channel, Wrong> {
    let by = match of.text("submissionMethod")?.as_deref() {
        Some("DIRECT") => By::InPerson,
        Some("ONLINE") => By::Online,
        Some("POSTAL") => By::Post,
        _ => return Err(of.wrong("submissionMethod", "\"DIRECT\", \"ONLINE\" or \"POSTAL\"")),
    };
    let word = of.text("processingTimeUnit")?;
    let unit = match word.as_deref() {
        Some("HOUR") => Some(Unit::Hour),
        Some("DAY") => Some(Unit::Day),
        Some("WORKING_DAY") => Some(Unit::WorkingDay),
        Some("MONTH") => Some(Unit::Month),
        Some("YEAR") => Some(Unit::Year),
        _ => None,
    };
    let amount = of.amount("processingTime")?;
    if amount == Amount::Words {
        of.keep("processingTime", extra);
    }
    if word.is_some() && (unit.is_none() || amount.number().is_none()) {
        of.keep("processingTimeUnit", extra);
    }
    let channel = Channel {
        by,
        time: amount.number().map(|amount| Time { amount, unit }),
        fees: each(of.list("fees")?, extra, fee)?,
        note: of.text("description")?,
        uncertain: false,
        unsplit: None,
    };
    of.rest(extra);
    Ok(channel)
}

fn fee(mut of: Members, extra: &mut Extra) -> Result<Fee, Wrong> {
    let (amount, note) = (of.amount("value")?, of.text("description")?);
    if amount == Amount::Words {
        of.keep("value", extra);
    }
    of.rest(extra);
    Ok(sum(amount.number(), note))
}

fn case(mut of: Members, extra: &mut Extra) -> Result<Case, Wrong> {
    let documents = each(of.list("profileComponents")?, extra, document)?;
    let case = Case { name: of.text("name")?, documents };
    of.rest(extra);
    Ok(case)
}

fn document(mut of: Members, extra: &mut Extra) -> Result<Document, Wrong> {
    // "required" has no place in the record and goes to `extra`; the files beside the first go there too.
    let files = of.list("attachments")?;
    let (mut form_name, mut form_url) = (None, None);
    if let Some((path, file)) = files.first() {
        let mut file = Members::of(file, path)?;
        (form_name, form_url) = (file.text("name")?, file.text("url")?);
        file.rest(extra);
    }
    if files.len() > 1 {
        of.keep("attachments", extra);
    }
    let document = Document {
        name: of.text("name")?.unwrap_or_default(),
        originals: of.count_of_word("originalQty")?,
        copies: of.count_of_word("copyQty")?,
        form: of.flag("hasElectronicForm")? || form_name.is_some() || form_url.is_some(),
        form_name,
        form_url,
    };
    of.rest(extra);
    Ok(document)
}
