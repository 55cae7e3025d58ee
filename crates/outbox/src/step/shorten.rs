//! "Too large": the rating goes without its long texts, and they stay here.

use mot_cua_contract::{Answer, lean};

use crate::entry::{Disk, Due, Entry, Owner};
use crate::outbox::Outbox;
use crate::record::{Phase, Record, parse, same_content};

/// Content Too Large (RFC 9110, 15.5.14).
pub(crate) const TOO_LARGE: u16 = 413;
/// Conflict (RFC 9110, 15.5.10): said here, never by a backend, of a change that came after its answer was closed.
const CLOSED: u16 = 409;
/// A value is short up to so many bytes of JSON: every choice of a rating, of chips, of a list.
const SHORT: usize = 64;

impl Outbox {
    /// The backend said of revision `n` that it is too large, so it has no `n`: the short answers go under that number, and
    /// its row holds the whole as well. (Should the backend have it all the same, it knows the key, and the first stays.)
    /// Once it is acknowledged the whole stands there as `n + 1`, refused from the start: on the phone, visible, for its
    /// owner to carry away, to shorten (a change opens `n + 2`), to delete or to try again. So nothing that was written is
    /// dropped in silence, and a later text that this phone forgot is not written over.
    pub(super) fn shorten(&mut self, at: usize) -> bool {
        let Some(entry) = self.entries.get_mut(at) else { return false };
        let Some(short) = entry.record.answer().and_then(shortened) else { return false };
        entry.record.whole = Some(std::mem::replace(&mut entry.record.bytes, short.to_json()));
        entry.disk = Disk::Writing;
        self.keep(at);
        true
    }

    /// A change of an answer that was closed by then: it stays here, visible.
    pub(super) fn came_late(&mut self, text: &str) {
        if let Some(at) = self.refuse(text, CLOSED).and_then(|record| self.position(&record.key())) {
            self.keep(at);
        }
    }

    /// Enters what stays here although the backend does not take it; the caller sees to its being written.
    pub(super) fn refuse(&mut self, whole: &str, status: u16) -> Option<Record> {
        let mut answer = parse(whole)?;
        let known = self.newest(&answer.id).and_then(|entry| parse(entry.record.all()));
        if known.is_some_and(|known| same_content(&known, &answer)) {
            return None;
        }
        let rev = self.highest(&answer.id).saturating_add(1);
        answer.rev = rev;
        let phase = Phase::Refused { status, field: None };
        let (bytes, seq) = (answer.to_json(), self.seq());
        let record = Record { id: answer.id, rev, seq, edit: 1, bytes, phase, ..Record::default() };
        let (disk, due, owner) = (Disk::Writing, Due::Now, Owner::Ours);
        self.insert(Entry { record: record.clone(), disk, ticket: 0, due, source: None, owner });
        Some(record)
    }
}

/// Without its long values. It is then no complete answer: a question that must be answered may be among them. `None`: none
/// is long, or all are.
fn shortened(mut answer: Answer) -> Option<Answer> {
    let before = answer.answers.len();
    answer.answers.retain(|_, value| lean::write(value).len() <= SHORT);
    answer.complete = false;
    (!answer.answers.is_empty() && answer.answers.len() < before).then_some(answer)
}
