//! "Delete mine".

use mot_cua_contract::adapter::{Submit, Verdict};
use mot_cua_outbox::{Input, Keeping, When};

use crate::phone::{ID, Phone};

#[test]
fn a_deletion_waits_for_the_backend_and_the_answer_does_not_come_back() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    phone.give(Input::Delete { id: ID.into() });
    assert!(matches!(phone.keeping(), Keeping::Deleting { .. }));
    phone.reply(1, Verdict::Acked);
    phone.tap(1, When::Now);
    assert!(matches!(phone.keeping(), Keeping::Deleting { .. }));
    phone.reply(0, Verdict::Acked);
    assert_eq!(phone.keeping(), Keeping::Deleted);
    assert_eq!(phone.sent.len(), 1);
}
