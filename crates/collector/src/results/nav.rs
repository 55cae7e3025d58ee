//! What leads from one page of the desk to another: months, the inbox, the way out.

use mot_cua_survey::figures::Month;

use super::escape;
use super::words::Words;

/// Where the pages are. Only paths of ours, nothing of anybody's.
#[derive(Debug, Clone)]
pub struct Links {
    /// Folder of the site, with both slashes.
    pub base: String,
    /// The latest month there can be.
    pub newest: Month,
}

/// Months that can be chosen.
const MONTHS: u32 = 13;

impl Links {
    pub(super) fn nav(&self, words: &Words, month: Month) -> String {
        let base = escape(&self.base);
        let months = (0..MONTHS).map(|ago| {
            let of = self.newest.before(ago);
            let chosen = if of == month { " selected" } else { "" };
            format!("<option value=\"{of}\"{chosen}>{}</option>", escape(&words.month(of)))
        });
        let say = |key: &str| escape(&words.get(key));
        format!(
            "<nav><form method=\"get\" action=\"{base}results\"><label>{} <select name=\"month\">{}</select></label>\
             <button>{}</button></form><a href=\"{base}results/inbox?month={month}\">{}</a>\
             <a href=\"{base}results/tv\">{}</a>\
             <form method=\"post\" action=\"{base}results/leave\"><button class=\"quiet\">{}</button></form></nav>",
            say("month"),
            months.collect::<String>(),
            say("nav.show"),
            say("nav.inbox"),
            say("nav.tv"),
            say("nav.leave"),
        )
    }
}
