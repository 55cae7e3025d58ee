//! A paper that runs out: what a reminder's code says, and the day as a calendar takes it.
//!
//! `remind/1001193/2027-01-15`: the seven digits of the procedure that renews the paper, and its last day. Nothing in it says
//! whose paper it is.

mod calendar;

pub use calendar::{Entry, calendar};

use crate::doubts::is_national;
use crate::ward::Date;

/// What `location.hash` begins with, without `#`.
pub const HASH: &str = "remind/";

/// One paper, as its code says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Of the procedure that renews it: `1.001193`.
    pub code: String,
    /// The last day on which it is good.
    pub until: Date,
}

impl Reminder {
    /// `None`: the code is no national one, and so has no seven digits.
    pub fn new(code: &str, until: Date) -> Option<Self> {
        is_national(code).then(|| Self { code: code.to_owned(), until })
    }

    /// `remind/1001193/2027-01-15`.
    pub fn hash(&self) -> String {
        [HASH, &self.code.replace('.', ""), "/", &self.until.iso()].concat()
    }

    /// What [`Reminder::hash`] wrote, without its beginning. `None`: no reminder.
    pub fn read(rest: &str) -> Option<Self> {
        let (digits, until) = rest.split_once('/')?;
        let (first, others) = digits.split_at_checked(1)?;
        Self::new(&[first, ".", others].concat(), Date::read(until)?)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_says_what_and_when_and_nothing_else() {
        let reminder = Reminder::new("1.001193", Date::read("2027-01-15").unwrap()).unwrap();
        assert_eq!(reminder.hash(), "remind/1001193/2027-01-15");
        assert_eq!(Reminder::read("1001193/2027-01-15"), Some(reminder));
        for rest in
            ["", "/", "1001193", "1001193/", "1001193/2027-02-30", "100119/2027-01-15", "x/2027-01-15"]
        {
            assert_eq!(Reminder::read(rest), None, "{rest}");
        }
        assert_eq!(Reminder::new("QT-01", Date::read("2027-01-15").unwrap()), None);
    }

    proptest! {
        #[test]
        fn any_link_is_read_or_refused(rest in ".{0,60}") {
            if let Some(reminder) = Reminder::read(&rest) {
                prop_assert_eq!(reminder.hash(), format!("remind/{rest}"));
            }
        }
    }
}
