//! A record of the national database's interface (`MATTHC`, `TENTTHC`, …).

use super::Options;
use super::loose::{Amount, short_code};
use super::members::{Members, Wrong};
use super::record::{Extra, each, is_safe};
use crate::fold::fold;
use crate::model::{By, Case, Channel, Document, Fee, FeeState, Outcome, Procedure, Status, Time, Unit};
use serde_json::Value;

pub(super) fn read(value: &Value, options: &Options) -> Result<Procedure, Wrong> {
    let mut of = Members::of(value, "")?;
    let mut extra = Extra::new();
    let long = of.word("MATTHC")?.unwrap_or_default();
    let code = short_code(&long).to_owned();
    if !is_safe(&code) {
        return Err(of.wrong("MATTHC", "a code like 1.001193.000.00.00.H49"));
    }
    if code != long {
        of.keep("MATTHC", &mut extra);
    }
    let status = status(&mut of, &mut extra)?;
    let mut procedure = Procedure {
        v: 1,
        code,
        title: of.text("TENTTHC")?.ok_or_else(|| of.wrong("TENTTHC", "a title"))?,
        field: field(&mut of, &mut extra)?,
        audience: of.joined("DOITUONGTHUCHIEN", "TENDOITUONG", "; ")?,
        office: of.joined("COQUANTHUCHIEN", "TENCOQUAN", "; ")?,
        ministry: of.word("MACOQUANCONGBO")?,
        kind: of.word("LOAITTHC")?,
        levels: of.names("CAPTHUCHIEN", "CAPTHUCHIEN")?,
        decision: of.word("SOQUYETDINH")?,
        retrieved: options.retrieved.clone(),
        channels: each(of.list("CACHTHUCTHUCHIEN")?, &mut extra, channels)?.into_iter().flatten().collect(),
        cases: each(of.list("THANHPHANHOSO")?, &mut extra, case)?,
        requirements: of.joined("YEUCAU", "TENYEUCAU", "\n")?,
        legal: of.names("CANCUPHAPLY", "SOKYHIEU")?,
        keywords: of.joined("TUKHOA", "TUKHOA", "; ")?,
        status,
        ..Procedure::default()
    };
    procedure.results = of
        .names("KETQUATHUCHIEN", "TENKETQUA")?
        .into_iter()
        .map(|name| Outcome { name, code: None })
        .collect();
    if value.get("KETQUATHUCHIEN").is_some_and(|results| results.to_string().contains("\"MAKETQUA\"")) {
        of.keep("KETQUATHUCHIEN", &mut extra);
    }
    procedure.steps = steps(&mut of, &mut extra)?;
    of.rest(&mut extra);
    Ok(Procedure { extra, ..procedure })
}

/// `None`: nothing, or a word that is not known; it is then in `extra`.
fn status(of: &mut Members, extra: &mut Extra) -> Result<Option<Status>, Wrong> {
    let Some(word) = of.word("TRANGTHAI")? else { return Ok(None) };
    let folded = fold(&word);
    let status = match () {
        () if folded.contains("thay the") => Some(Status::Replaced),
        () if folded.contains("het hieu luc") => Some(Status::Expired),
        () if folded.contains("hieu luc") => Some(Status::InForce),
        () => None,
    };
    if status.is_none() {
        of.keep("TRANGTHAI", extra);
    }
    Ok(status)
}

fn field(of: &mut Members, extra: &mut Extra) -> Result<String, Wrong> {
    let names =
        of.names("LINHVUCTHUCHIEN", "TENLINHVUC").or_else(|_| of.names("LINHVUCTHUCHIEN", "MALINHVUC"))?;
    of.keep("LINHVUCTHUCHIEN", extra);
    Ok(names.into_iter().next().unwrap_or_default())
}

fn steps(of: &mut Members, extra: &mut Extra) -> Result<Option<String>, Wrong> {
    let lists = each(of.list("TRINHTUTHUCHIEN")?, extra, |mut of, extra| {
        let mut lines: Vec<String> = of.text("TRUONGHOP")?.into_iter().collect();
        lines.extend(of.names("TRINHTU", "TENTRINHTU")?);
        of.rest(extra);
        Ok(lines)
    })?;
    let lines: Vec<String> = lists.into_iter().flatten().collect();
    Ok((!lines.is_empty()).then(|| lines.join("\n")))
}

/// A channel of ours for each of its times.
fn channels(mut of: Members, extra: &mut Extra) -> Result<Vec<Channel>, Wrong> {
    let by = match of.word("KENH")?.as_deref() {
        Some("1") => By::InPerson,
        Some("2") => By::Online,
        Some("3") => By::Post,
        _ => return Err(of.wrong("KENH", "1 (in person), 2 (online) or 3 (post)")),
    };
    let mut times = each(of.list("THOIGIAN")?, extra, time)?;
    if times.is_empty() {
        times.push(Channel { by, time: None, fees: Vec::new(), note: None, uncertain: false, unsplit: None });
    }
    of.rest(extra);
    Ok(times.into_iter().map(|channel| Channel { by, ..channel }).collect())
}

fn time(mut of: Members, extra: &mut Extra) -> Result<Channel, Wrong> {
    let amount = of.amount("THOIGIANGIAIQUYET")?;
    let word = of.word("DONVITINH")?;
    let unit = word.as_deref().and_then(unit);
    if amount == Amount::Words {
        of.keep("THOIGIANGIAIQUYET", extra);
    }
    if word.is_some() && (unit.is_none() || amount.number().is_none()) {
        of.keep("DONVITINH", extra);
    }
    let channel = Channel {
        by: By::InPerson,
        time: amount.number().map(|amount| Time { amount, unit }),
        fees: each(of.list("PHILEPHI")?, extra, fee)?,
        note: of.text("MOTA")?,
        uncertain: false,
        unsplit: None,
    };
    of.rest(extra);
    Ok(channel)
}

pub(super) fn unit(word: &str) -> Option<Unit> {
    match fold(word).as_str() {
        "gio" | "gio lam viec" | "hour" => Some(Unit::Hour),
        "ngay" | "day" => Some(Unit::Day),
        "ngay lam viec" | "working day" => Some(Unit::WorkingDay),
        "thang" | "month" => Some(Unit::Month),
        "nam" | "year" => Some(Unit::Year),
        _ => None,
    }
}

fn fee(mut of: Members, extra: &mut Extra) -> Result<Fee, Wrong> {
    let (amount, note) = (of.amount("SOTIEN")?, of.text("MOTA")?);
    if amount == Amount::Words {
        of.keep("SOTIEN", extra);
    }
    let fee = Fee { currency: of.word("DONVI")?, ..sum(amount.number(), note) };
    of.rest(extra);
    Ok(fee)
}

/// A fee of 0 is never free by itself: the note tells, or nothing does.
pub(super) fn sum(amount: Option<f64>, note: Option<String>) -> Fee {
    let state = match (&amount, &note) {
        (Some(amount), _) if *amount != 0.0 => FeeState::Amount,
        (_, Some(_)) => FeeState::SeeNote,
        _ => FeeState::Unknown,
    };
    let amount = amount.filter(|_| state == FeeState::Amount);
    Fee { state, amount, currency: None, note, maybe_thousands: false }
}

fn case(mut of: Members, extra: &mut Extra) -> Result<Case, Wrong> {
    let case = Case { name: of.text("TRUONGHOP")?, documents: each(of.list("GIAYTO")?, extra, document)? };
    of.rest(extra);
    Ok(case)
}

fn document(mut of: Members, extra: &mut Extra) -> Result<Document, Wrong> {
    let (form_name, form_url) = (of.text("TENMAUDON")?, of.text("URL")?);
    let document = Document {
        name: of.text("TENGIAYTO")?.unwrap_or_default(),
        originals: of.count_of_word("SOBANCHINH")?,
        copies: of.count_of_word("SOBANSAO")?,
        form: form_name.is_some() || form_url.is_some(),
        form_name,
        form_url,
    };
    of.rest(extra);
    Ok(document)
}
