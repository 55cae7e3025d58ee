//! The reckoning at the end of a schedule.

use mot_cua_contract::adapter::Revisions;
use mot_cua_contract::{Answer, Context, Place};
use mot_cua_outbox::Keeping;
use serde_json::json;

use crate::book::Deletion;
use crate::world::World;

impl World {
    /// What was said in a page that stayed open arrives, promised or not.
    pub(crate) fn check_open_pages(&self) {
        for (id, story) in &self.book.stories {
            let page = self.tabs.iter().find(|page| page.name == story.tab);
            let open = page
                .is_some_and(|page| !matches!(page.outbox.keeping(id), Keeping::Refused { status: 409, .. }));
            if story.deletion == Deletion::No && open {
                let counted = self.server.counted(id).map(|(_, number)| number);
                assert_eq!(counted, Some(story.last), "an open page lost {id}");
            }
        }
    }

    pub(crate) fn check_all(&self) {
        assert!(self.server.conflicts.is_empty(), "two texts under one key: {:?}", self.server.conflicts);
        for (id, story) in &self.book.stories {
            let (_, counted) = self.server.counted(id).unwrap_or((0, 0));
            match story.deletion {
                Deletion::No => {
                    assert!(counted >= story.promised, "lost: {id} has {counted} of {}", story.promised);
                    assert!(counted <= story.last);
                    assert_eq!(counted, self.server.highest_number(id), "an older text counts: {id}");
                    let revisions = self.server.stored.get(id);
                    match self.submit.revisions {
                        Revisions::Append => {}
                        Revisions::Replace => {
                            let highest = self.server.highest.get(id).copied().unwrap_or(0);
                            assert_eq!(
                                self.server.counted(id).map_or(0, |(rev, _)| rev),
                                highest,
                                "overwritten: {id}"
                            );
                        }
                        Revisions::Final => {
                            assert!(revisions.is_none_or(|revs| revs.len() == 1), "counted twice: {id}");
                            continue;
                        }
                    }
                    let text = revisions
                        .and_then(|revs| revs.last_key_value())
                        .is_some_and(|(_, body)| body.contains("chờ"));
                    // What was only in the memory of a page that died was never promised.
                    let owed = counted > 0 && story.promised >= counted && has_words(counted);
                    assert!(text || !owed, "its long text is lost: {id}");
                }
                Deletion::Told => assert_eq!(counted, 0, "came back after its deletion: {id}"),
                Deletion::Asked => {}
            }
        }
        assert!(self.server.stored.keys().all(|id| self.book.stories.contains_key(id)));
        assert!(self.disk.local.is_empty(), "left behind: {:?}", self.disk.local);
        // In mode `final` a text that was too large stays on the phone: the backend would count it as a second answer.
        // So does a change that came after the answer was closed.
        let late = |keeping: &Keeping| {
            matches!(keeping, Keeping::Shortened | Keeping::Refused { status: 409 | 413, .. })
        };
        let stays = |keeping: &Keeping| self.submit.revisions == Revisions::Final && late(keeping);
        let pending = self.tabs[0].outbox.pending();
        assert!(pending.iter().all(|item| stays(&item.keeping)), "left behind: {pending:?}");
        assert_eq!(self.disk.rows.len(), pending.len(), "left behind: {:?}", self.disk.rows);
        assert!(self.tabs[0].outbox.damaged().is_empty());
    }
}

/// Every third change has a long text.
fn has_words(number: u64) -> bool {
    number.is_multiple_of(3)
}

/// Change number `number` of the answer `id`.
pub(crate) fn answer(id: &str, rev: u32, number: u64) -> Answer {
    let mut answers = serde_json::Map::new();
    answers.insert("n".into(), json!(number));
    if has_words(number) {
        answers.insert("words".into(), json!("chờ lâu ".repeat(60)));
    }
    Answer {
        v: 1,
        id: id.to_owned(),
        rev,
        survey: "quick".into(),
        survey_version: String::new(),
        place: Place::unit("04795"),
        answers,
        complete: false,
        saved_at: "2026-11-21T09:00:00+07:00".into(),
        seconds: None,
        lang: "vi".into(),
        app: "0.1.0".into(),
        context: Context::default(),
        token: None,
    }
}
