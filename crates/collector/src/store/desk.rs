//! What the ward's own people keep: publications, replies, keys.

use serde::{Deserialize, Serialize};

use super::note::Note;
use super::{Refused, Store, Trouble};

/// To whom a reply is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shown {
    /// Who has the receipt.
    Code,
    /// Everybody.
    All,
}

/// What the ward said to what somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub receipt: String,
    /// Empty: it was read, and nothing said.
    pub words: String,
    /// `2026-11-21`.
    pub day: String,
    pub shown: Shown,
}

impl Shown {
    pub fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::All => "all",
        }
    }
}

const SAID: &str = "SELECT receipt, words, day, shown FROM replies";

impl Store {
    /// What was told of a closed month (`2026-10`). `None`: nothing yet.
    ///
    /// # Errors
    /// The database said no.
    pub async fn publication(&self, unit: &str, month: &str) -> Result<Option<String>, Trouble> {
        let sql = "SELECT body FROM publications WHERE unit = $1 AND month = $2";
        let rows = self.ask(sql, &[unit, month], 1).await?;
        Ok(rows.into_iter().flatten().next())
    }

    /// Whether any answer of that unit came in that month.
    ///
    /// # Errors
    /// The database said no.
    pub async fn has_any(&self, unit: &str, month: &str) -> Result<bool, Trouble> {
        let sql = "SELECT unit FROM responses WHERE unit = $1 AND month = $2 LIMIT 1";
        Ok(!self.ask(sql, &[unit, month], 1).await?.is_empty())
    }

    /// Keeps it for ever; of two the first stays. Ask [`Store::publication`] for the one that stayed.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn publish(&self, unit: &str, month: &str, body: &str) -> Result<(), Refused> {
        let sql = "INSERT INTO publications (unit, month, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        self.note(Note::new(sql, &[unit, month, body])).await
    }

    /// `None`: nobody has read it, or there is no such answer; which of both is nobody's to know.
    ///
    /// # Errors
    /// The database said no.
    pub async fn said(&self, receipt: &str) -> Result<Option<Said>, Trouble> {
        let rows = self.ask(&format!("{SAID} WHERE receipt = $1"), &[receipt], 4).await?;
        Ok(rows.into_iter().find_map(said))
    }

    /// What everybody may read, latest first.
    ///
    /// # Errors
    /// The database said no.
    pub async fn said_to_all(&self) -> Result<Vec<Said>, Trouble> {
        let sql = format!("{SAID} WHERE shown = 'all' AND words <> '' ORDER BY day DESC, receipt LIMIT 50");
        Ok(self.ask(&sql, &[], 4).await?.into_iter().filter_map(said).collect())
    }

    /// Says it, or says it anew.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn say(&self, said: &Said) -> Result<(), Refused> {
        let sql = "INSERT INTO replies (receipt, words, day, shown) VALUES ($1, $2, $3, $4)
             ON CONFLICT (receipt) DO UPDATE SET words = excluded.words, day = excluded.day, shown = excluded.shown";
        self.note(Note::new(sql, &[&said.receipt, &said.words, &said.day, said.shown.name()])).await
    }

    /// Names of desks and Argon2 of their keys.
    ///
    /// # Errors
    /// The database said no.
    pub async fn desk_keys(&self) -> Result<Vec<(String, String)>, Trouble> {
        let rows = self.ask("SELECT name, hash FROM desk_keys ORDER BY name", &[], 2).await?;
        let pair = |row: Vec<String>| <[String; 2]>::try_from(row).ok().map(|[name, hash]| (name, hash));
        Ok(rows.into_iter().filter_map(pair).collect())
    }

    /// A key under a name; one that was there before ends.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn set_desk_key(&self, name: &str, hash: &str) -> Result<(), Refused> {
        let sql = "INSERT INTO desk_keys (name, hash) VALUES ($1, $2)
             ON CONFLICT (name) DO UPDATE SET hash = excluded.hash";
        self.note(Note::new(sql, &[name, hash])).await
    }

    /// Ends a key, and whoever is in with it.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn end_desk_key(&self, name: &str) -> Result<(), Refused> {
        self.note(Note::new("DELETE FROM desk_keys WHERE name = $1", &[name])).await
    }
}

fn said(row: Vec<String>) -> Option<Said> {
    let [receipt, words, day, shown] = <[String; 4]>::try_from(row).ok()?;
    let shown = if shown == "all" { Shown::All } else { Shown::Code };
    Some(Said { receipt, words, day, shown })
}
