//! The reckoning at the end of a schedule.

use mot_cua_contract::{Answer, Context, Place};
use serde_json::json;

use crate::book::Deletion;
use crate::world::World;

impl World {
    /// What was said in a page that stayed open arrives, promised or not.
    pub(crate) fn check_open_pages(&self) {
        for (id, story) in &self.book.stories {
            if story.deletion == Deletion::No && self.tabs.iter().any(|page| page.name == story.tab) {
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
                }
                Deletion::Told => assert_eq!(counted, 0, "came back after its deletion: {id}"),
                Deletion::Asked => {}
            }
        }
        assert!(self.server.stored.keys().all(|id| self.book.stories.contains_key(id)));
        assert!(self.disk.rows.is_empty(), "left behind: {:?}", self.disk.rows);
        assert!(self.disk.local.is_empty(), "left behind: {:?}", self.disk.local);
        assert!(self.tabs[0].outbox.pending().is_empty());
        assert!(self.tabs[0].outbox.damaged().is_empty());
    }
}

/// Change number `number` of the answer `id`.
pub(crate) fn answer(id: &str, rev: u32, number: u64) -> Answer {
    let mut answers = serde_json::Map::new();
    answers.insert("n".into(), json!(number));
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
