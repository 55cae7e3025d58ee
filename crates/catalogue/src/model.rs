//! One administrative procedure (`thủ tục hành chính`), the file `catalogue/p/<code>.json`.
//!
//! Official text stays as it is. Channels (time and fees) and cases (documents) are two independent lists, as in the
//! national database.

use mot_cua_contract::Pairs;
use mot_cua_contract::{lean_enum, lean_struct};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::number;

/// The whole record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Procedure {
    /// Version of this shape: 1.
    pub v: u8,
    /// `1.001193`.
    pub code: String,
    /// Official title, Vietnamese.
    pub title: String,
    /// What people call it, by language tag: locally written help, never instead of `title`.
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    pub names: Pairs,
    /// Field (`lĩnh vực`).
    pub field: String,
    /// Who may ask (`đối tượng`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// Who handles it (`cơ quan thực hiện`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// Who decides (`cơ quan có thẩm quyền`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// Publishing ministry, as the source names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ministry: Option<String>,
    /// Kind of procedure (`loại`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Levels of government (`cấp thực hiện`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<String>,
    /// Decision that published it, `163/QĐ-BTP`. `None`: the source names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Where it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// When it was read, `2026-11-21`. `None`: not known, and said so on the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<String>,
    /// In a few words. Official text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// How it goes (`trình tự`), a line a paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<String>,
    pub channels: Vec<Channel>,
    pub cases: Vec<Case>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<Outcome>,
    /// What must hold (`yêu cầu, điều kiện`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirements: Option<String>,
    /// Numbers of the laws, decrees and circulars.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub legal: Vec<String>,
    /// Legal bases as running text, where the source has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_text: Option<String>,
    /// Words to find it by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keywords: Option<String>,
    /// Whether it still holds. `None`: the source does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Code of the procedure that took its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// A ward's counter offers it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub at_ward_counter: bool,
    /// Where `title` is a summary in our own words and not a copy of the record: the sample. Shown on the page.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub summary: bool,
    /// What each ward promises for it, a line each: its words by language tag, and the `unit`. Some have a `link`; some hold
    /// only on `days` (digits, `0` is Monday) and `before` a minute of the day, see [`holds`](crate::ward::holds). Only in a
    /// built site: the build writes it from the wards' promises.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ours: Vec<Pairs>,
    /// What the source says and this shape has no place for, verbatim, by its path there. Not shown; kept.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub extra: Map<String, Value>,
}

/// `trạng thái`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    InForce,
    Expired,
    /// Another procedure took its place.
    Replaced,
}

/// A way to file it, with its own time and fees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Channel {
    pub by: By,
    /// `None`: the record gives no time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    #[serde(default)]
    pub fees: Vec<Fee>,
    /// Official words about time, place or fee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The source says that its own text was hard to split into channels.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub uncertain: bool,
    /// With `uncertain`: the beginning of the source's own text, as it was before the splitting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsplit: Option<String>,
}

/// `hình thức`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum By {
    InPerson,
    Online,
    Post,
}

/// `thời hạn giải quyết`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Time {
    #[serde(serialize_with = "number::plain")]
    pub amount: f64,
    /// `None`: the record has a number without a unit. Say so; do not guess.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Unit {
    Hour,
    Day,
    WorkingDay,
    Month,
    Year,
}

/// `phí, lệ phí`. A sum with a note is not free, nothing known is not free.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fee {
    pub state: FeeState,
    /// Only with [`FeeState::Amount`].
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "number::plain_option")]
    pub amount: Option<f64>,
    /// `VND`, `USD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Official words: for what, for whom, who is exempt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The source suspects that the sum was typed in thousands of đồng.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub maybe_thousands: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FeeState {
    /// The record says that it costs nothing.
    Free,
    /// A sum.
    Amount,
    /// Only the note tells.
    SeeNote,
    /// The record says nothing.
    Unknown,
}

/// `trường hợp`, with the documents it needs.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Case {
    /// `None`: the one list for everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    pub documents: Vec<Document>,
}

/// `giấy tờ`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Document {
    pub name: String,
    pub originals: u32,
    pub copies: u32,
    /// There is a form to fill in.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub form: bool,
    /// Name of that form, `Mẫu CT01`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form_name: Option<String>,
    /// Where the form's file is. Only an https address is made a link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form_url: Option<String>,
}

/// `kết quả`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Outcome {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

// `extra` is kept in the file and shown nowhere.
lean_struct!(Procedure {
    v: "v", code: "code", title: "title", names: "names", field: "field" or String::new(), audience: "audience",
    office: "office", authority: "authority", ministry: "ministry", kind: "kind", levels: "levels", decision: "decision",
    source: "source", retrieved: "retrieved", description: "description", steps: "steps", channels: "channels",
    cases: "cases", results: "results", requirements: "requirements", legal: "legal", legal_text: "legalText",
    keywords: "keywords", status: "status", replaced_by: "replacedBy", at_ward_counter: "atWardCounter", summary: "summary", ours: "ours",
    extra: _,
});
lean_enum!(Status { "inForce" => InForce, "expired" => Expired, "replaced" => Replaced });
lean_struct!(Channel {
    by: "by",
    time: "time",
    fees: "fees",
    note: "note",
    uncertain: "uncertain",
    unsplit: "unsplit"
});
lean_enum!(By { "inPerson" => InPerson, "online" => Online, "post" => Post });
lean_struct!(Time { amount: "amount", unit: "unit" });
lean_enum!(Unit { "hour" => Hour, "day" => Day, "workingDay" => WorkingDay, "month" => Month, "year" => Year });
lean_struct!(Fee {
    state: "state",
    amount: "amount",
    currency: "currency",
    note: "note",
    maybe_thousands: "maybeThousands"
});
lean_enum!(FeeState { "free" => Free, "amount" => Amount, "seeNote" => SeeNote, "unknown" => Unknown });
lean_struct!(Case { name: "name", documents: "documents" });
lean_struct!(Document {
    name: "name",
    originals: "originals" or 0,
    copies: "copies" or 0,
    form: "form",
    form_name: "formName",
    form_url: "formUrl",
});
lean_struct!(Outcome { name: "name", code: "code" });

impl Case {
    /// Whether its name is no case at all, but a pile: "Giấy tờ phải nộp", "phải xuất trình". Everybody brings both.
    pub fn is_for_everybody(&self) -> bool {
        let name = self.name.as_deref().unwrap_or_default();
        ["hải nộp", "uất trình"].iter().any(|words| name.contains(words))
    }
}
