//! One record as community crawls publish it. Beside each member of ours stands the source's name of it.

use mot_cua_contract::Pairs;
use serde_json::{Map, Value};

use super::Options;
use super::members::{Members, Wrong};
use crate::model::{By, Case, Channel, Document, Fee, FeeState, Outcome, Procedure, Time, Unit};

pub(super) type Extra = Map<String, Value>;

pub(super) fn read(value: &Value, options: &Options) -> Result<Procedure, Wrong> {
    let mut of = Members::of(value, "")?;
    let mut extra = Extra::new();
    let code = of.text("ma")?.filter(|code| is_safe(code));
    let code = code.ok_or_else(|| of.wrong("ma", "a code like 1.001193 (letters, digits, dots, hyphens)"))?;
    let procedure = Procedure {
        v: 1,
        code,
        title: of.text("ten")?.ok_or_else(|| of.wrong("ten", "a title"))?,
        names: Pairs::new(),
        field: of.text("linh_vuc")?.unwrap_or_default(),
        audience: of.text("doi_tuong")?,
        office: of.text("co_quan_thuc_hien")?,
        authority: of.text("co_quan_tham_quyen")?,
        ministry: of.text("bo_nganh")?,
        kind: of.text("loai")?,
        levels: of.texts("cap_thuc_hien")?,
        decision: of.text("so_quyet_dinh")?,
        source: of.text("url")?,
        retrieved: options.retrieved.clone(),
        description: of.text("mo_ta")?,
        steps: of.text("trinh_tu")?,
        channels: each(of.list("cach_thuc")?, &mut extra, channel)?,
        cases: each(of.list("thanh_phan_ho_so")?, &mut extra, case)?,
        results: each(of.list("ket_qua")?, &mut extra, outcome)?,
        requirements: of.text("yeu_cau_dieu_kien")?,
        legal: of.texts("can_cu_phap_ly_so_hieu")?,
        legal_text: of.text("can_cu_phap_ly_raw")?,
        keywords: of.text("tu_khoa")?,
        status: None,
        replaced_by: None,
        at_ward_counter: of.flag("goi_y_quay_mot_cua_cap_xa")?,
        summary: false,
        ours: Vec::new(),
        extra: Extra::new(),
    };
    of.rest(&mut extra);
    Ok(Procedure { extra, ..procedure })
}

/// Reads every entry of a list.
pub(super) fn each<T>(
    entries: Vec<(String, &Value)>,
    extra: &mut Extra,
    read: fn(Members, &mut Extra) -> Result<T, Wrong>,
) -> Result<Vec<T>, Wrong> {
    entries.into_iter().map(|(path, value)| read(Members::of(value, &path)?, extra)).collect()
}

fn channel(mut of: Members, extra: &mut Extra) -> Result<Channel, Wrong> {
    let by = match of.text("hinh_thuc")?.as_deref() {
        Some("Trực tiếp") => By::InPerson,
        Some("Trực tuyến") => By::Online,
        Some("Dịch vụ bưu chính") => By::Post,
        _ => return Err(of.wrong("hinh_thuc", "\"Trực tiếp\", \"Trực tuyến\" or \"Dịch vụ bưu chính\"")),
    };
    let word = of.text("thoi_han_don_vi")?;
    let unit = match word.as_deref() {
        Some("Giờ") => Some(Unit::Hour),
        Some("Ngày") => Some(Unit::Day),
        Some("Ngày làm việc") => Some(Unit::WorkingDay),
        Some("Tháng") => Some(Unit::Month),
        Some("Năm") => Some(Unit::Year),
        _ => None,
    };
    let amount = of.number("thoi_han_so")?;
    if word.is_some() && (unit.is_none() || amount.is_none()) {
        of.keep("thoi_han_don_vi", extra);
    }
    let unsplit = of.text("mo_ho_khi_tach")?;
    let channel = Channel {
        by,
        time: amount.map(|amount| Time { amount, unit }),
        fees: each(of.list("phi_le_phi")?, extra, fee)?,
        note: of.text("mo_ta")?,
        uncertain: unsplit.is_some(),
        unsplit,
    };
    of.rest(extra);
    Ok(channel)
}

fn fee(mut of: Members, extra: &mut Extra) -> Result<Fee, Wrong> {
    let state = match of.text("trang_thai")?.as_deref() {
        Some("mien_phi") => FeeState::Free,
        Some("so_tien") => FeeState::Amount,
        Some("xem_ghi_chu") => FeeState::SeeNote,
        Some("khong_co_thong_tin") | None => FeeState::Unknown,
        Some(_) => {
            of.keep("trang_thai", extra);
            FeeState::Unknown
        }
    };
    let fee = Fee {
        state,
        amount: of.number("so_tien")?,
        currency: of.text("tien_te")?,
        note: of.text("ghi_chu")?,
        maybe_thousands: of.flag("nghi_don_vi_nghin_dong")?,
    };
    of.rest(extra);
    Ok(fee)
}

fn case(mut of: Members, extra: &mut Extra) -> Result<Case, Wrong> {
    let case = Case { name: of.text("truong_hop")?, documents: each(of.list("giay_to")?, extra, document)? };
    of.rest(extra);
    Ok(case)
}

fn document(mut of: Members, extra: &mut Extra) -> Result<Document, Wrong> {
    let document = Document {
        name: of.text("ten")?.unwrap_or_default(),
        originals: of.count("ban_chinh")?,
        copies: of.count("ban_sao")?,
        form: of.flag("co_bieu_mau")?,
        form_name: None,
        form_url: None,
    };
    of.rest(extra);
    Ok(document)
}

fn outcome(mut of: Members, extra: &mut Extra) -> Result<Outcome, Wrong> {
    let outcome = Outcome { name: of.text("ten")?.unwrap_or_default(), code: of.text("ma")? };
    of.rest(extra);
    Ok(outcome)
}

/// Whether the code can name a file on any system, and no other folder.
pub(super) fn is_safe(code: &str) -> bool {
    let plain = !code.is_empty() && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
    plain && code.len() <= 40 && !code.starts_with(['.', '-']) && !code.ends_with('.') && !code.contains("..")
}
