//! What is doubtful in a record: shown beside what it says, never instead of it.

mod district;
mod markup;

use crate::model::{Case, Channel, Fee, FeeState, Procedure, Status};
use crate::number::whole;

/// Something doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    pub code: DoubtCode,
    /// Where in the record, as in its JSON: `channels[0].fees[1]`.
    pub path: String,
}

macro_rules! doubt_codes {
    ($($(#[$doc:meta])* $name:ident $code:literal $meaning:literal,)*) => {
        /// Kinds of doubt. The words that a citizen reads are in the language packs under [`DoubtCode::as_str`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DoubtCode {
            $($(#[$doc])* $name,)*
        }

        impl DoubtCode {
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// `time-without-unit`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// For the report of an import.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)* }
            }
        }
    };
}

doubt_codes! {
    TimeWithoutUnit "time-without-unit" "a number without a unit: hours, days and working days are all possible",
    TimeMissing "time-missing" "no time is given for this way of filing",
    TimeZero "time-zero" "a time of 0 or less: most likely left empty",
    FeeSeeNote "fee-see-note" "only the note tells the fee: this is not free",
    FeeUnknown "fee-unknown" "nothing is said about the fee: this is not free",
    FeeFreeWithNote "fee-free-with-note" "free, with a note that may say otherwise",
    FeeZero "fee-zero" "a sum of 0: read the note; this is not free",
    FeeNegative "fee-negative" "a sum below 0",
    FeeWithoutSum "fee-without-sum" "a fee is charged, but the sum is missing",
    FeeContradicts "fee-contradicts" "a sum, although the record does not say that it charges one",
    FeeMaybeThousands "fee-maybe-thousands" "the sum was probably typed in thousands of đồng: compare with the note",
    ChannelUncertain "channel-uncertain" "the source could not tell time, fee and note of this way of filing apart",
    ChannelTwice "channel-twice" "the same way of filing is listed again with another time or fee",
    ChannelsMissing "channels-missing" "no way of filing, so no time and no fee",
    DocumentsMissing "documents-missing" "no list of documents",
    DocumentWithoutName "document-without-name" "a document without a name",
    DocumentNoCopies "document-no-copies" "neither an original nor a copy is asked for",
    DocumentManyCopies "document-many-copies" "so many copies that it is most likely another number, such as a year",
    FormNotHttps "form-not-https" "the form's address is no https address: it is not made a link",
    Markup "markup" "a text with tags or a script's address: shown as it stands, never run",
    Superseded "superseded" "no longer in force, or another procedure took its place",
    OldDistrict "old-district" "names the district level, which was abolished on 1 July 2025",
    TitleMissing "title-missing" "no title",
    FieldMissing "field-missing" "no field",
    DecisionMissing "decision-missing" "no decision that published it",
    SourceMissing "source-missing" "not said where it was read",
    SourceNotHttps "source-not-https" "the source is no https address: it is not made a link",
    RetrievedMissing "retrieved-missing" "not said when it was read: it may be out of date",
    CodeOdd "code-odd" "not a national code (1.001193): it fits no QR code",
    /// Of an import, not of a record.
    CodeTwice "code-twice" "this code was there already: the first record was kept",
    ExtraMember "extra-member" "the source says something that this program does not know: kept under `extra`, not shown",
}

/// More copies than this of one document is no number of copies.
const MANY_COPIES: u32 = 20;

/// Everything doubtful in `procedure`, in the order of its members.
pub fn doubts(procedure: &Procedure) -> Vec<Doubt> {
    let mut found = Found(Vec::new());
    found.when(!is_national(&procedure.code), DoubtCode::CodeOdd, "code");
    found.when(procedure.title.trim().is_empty(), DoubtCode::TitleMissing, "title");
    found.when(procedure.field.trim().is_empty(), DoubtCode::FieldMissing, "field");
    found.when(procedure.decision.is_none(), DoubtCode::DecisionMissing, "decision");
    found.when(procedure.source.is_none(), DoubtCode::SourceMissing, "source");
    found.when(
        procedure.source.as_deref().is_some_and(|s| !s.starts_with("https://")),
        DoubtCode::SourceNotHttps,
        "source",
    );
    found.when(procedure.retrieved.is_none(), DoubtCode::RetrievedMissing, "retrieved");
    let ended = !matches!(procedure.status, None | Some(Status::InForce)) || procedure.replaced_by.is_some();
    found.when(ended, DoubtCode::Superseded, "status");
    district::find(procedure, &mut found);
    markup::find(procedure, &mut found);
    found.when(procedure.channels.is_empty(), DoubtCode::ChannelsMissing, "channels");
    for (at, channel) in procedure.channels.iter().enumerate() {
        let path = format!("channels[{at}]");
        let earlier = procedure.channels.iter().take(at).any(|other| other.by == channel.by);
        found.when(earlier, DoubtCode::ChannelTwice, &path);
        found.channel(channel, &path);
    }
    let documents = procedure.cases.iter().map(|case| case.documents.len()).sum::<usize>();
    found.when(documents == 0, DoubtCode::DocumentsMissing, "cases");
    for (at, case) in procedure.cases.iter().enumerate() {
        found.documents(case, &format!("cases[{at}]"));
    }
    for name in procedure.extra.keys() {
        found.when(true, DoubtCode::ExtraMember, &format!("extra[{name}]"));
    }
    found.0
}

/// `1.001193`.
pub fn is_national(code: &str) -> bool {
    code.len() == 8
        && code.bytes().enumerate().all(|(at, b)| if at == 1 { b == b'.' } else { b.is_ascii_digit() })
}

struct Found(Vec<Doubt>);

impl Found {
    fn when(&mut self, doubtful: bool, code: DoubtCode, path: &str) {
        if doubtful {
            self.0.push(Doubt { code, path: path.to_owned() });
        }
    }

    fn channel(&mut self, channel: &Channel, path: &str) {
        self.when(channel.uncertain, DoubtCode::ChannelUncertain, path);
        let at = format!("{path}.time");
        match channel.time {
            None => self.when(true, DoubtCode::TimeMissing, path),
            Some(time) => {
                self.when(time.amount <= 0.0, DoubtCode::TimeZero, &at);
                self.when(time.unit.is_none(), DoubtCode::TimeWithoutUnit, &at);
            }
        }
        self.when(channel.fees.is_empty(), DoubtCode::FeeUnknown, path);
        for (at, fee) in channel.fees.iter().enumerate() {
            self.fee(fee, &format!("{path}.fees[{at}]"));
        }
    }

    fn fee(&mut self, fee: &Fee, path: &str) {
        match fee.state {
            FeeState::Free => self.when(fee.note.is_some(), DoubtCode::FeeFreeWithNote, path),
            FeeState::SeeNote => self.when(true, DoubtCode::FeeSeeNote, path),
            FeeState::Unknown => self.when(true, DoubtCode::FeeUnknown, path),
            FeeState::Amount => self.when(fee.amount.is_none(), DoubtCode::FeeWithoutSum, path),
        }
        if let Some(amount) = fee.amount {
            self.when(fee.state != FeeState::Amount, DoubtCode::FeeContradicts, path);
            self.when(whole(amount) == Some(0), DoubtCode::FeeZero, path);
            self.when(amount < 0.0, DoubtCode::FeeNegative, path);
        }
        self.when(fee.maybe_thousands, DoubtCode::FeeMaybeThousands, path);
    }

    fn documents(&mut self, case: &Case, path: &str) {
        for (at, document) in case.documents.iter().enumerate() {
            let path = format!("{path}.documents[{at}]");
            self.when(document.name.trim().is_empty(), DoubtCode::DocumentWithoutName, &path);
            let odd = document.form_url.as_deref().is_some_and(|url| !url.starts_with("https://"));
            self.when(odd, DoubtCode::FormNotHttps, &format!("{path}.formUrl"));
            let most = document.originals.max(document.copies);
            self.when(most == 0, DoubtCode::DocumentNoCopies, &path);
            self.when(most > MANY_COPIES, DoubtCode::DocumentManyCopies, &path);
        }
    }
}
