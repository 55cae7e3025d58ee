//! A file from the citizen becomes a photo of the answer.

use mot_cua_outbox::{Durability, Photo, PhotoInput};

use super::Photos;
use crate::app::App;
use crate::browser::photo_store;
use crate::browser::picture::{self, File, Unfit};
use crate::rating;

/// A photo that is kept, and that no answer names yet.
pub(crate) struct Given {
    pub(crate) photo: Photo,
    durability: Durability,
}

impl Photos {
    /// Makes it small and keeps it on this phone. It is not sent before [`Photos::named`]. `None`: the answer that it was for is
    /// another one by now.
    pub(crate) async fn keep(self, app: App, file: File, largest: usize) -> Result<Option<Given>, Unfit> {
        let id = rating::own_id(app);
        self.0.busy.update(|busy| *busy += 1);
        let made = self.make(&id, &file, largest).await;
        self.0.busy.update(|busy| *busy -= 1);
        let same = app.answer.with_untracked(|answer| answer.as_ref().is_some_and(|answer| answer.id == id));
        match made {
            Ok(given) if !same => {
                self.0.feed(PhotoInput::TakenOut { key: given.photo.key() });
                Ok(None)
            }
            made => made.map(Some),
        }
    }

    /// The answer names it now: it may follow the answer.
    pub(crate) fn named(self, given: Given) {
        self.0.feed(PhotoInput::Added(given.photo, given.durability));
    }

    async fn make(self, id: &str, file: &File, largest: usize) -> Result<Given, Unfit> {
        let bytes = picture::small_jpeg(file, largest).await?;
        let photo = Photo { id: id.to_owned(), sha256: sha256(&picture::copy_of(&bytes)), refused: None };
        let key = photo.key();
        let durability = if photo_store::put(&key, &photo.text(), &bytes).await.is_ok() {
            Durability::Durable
        } else {
            self.0.held.borrow_mut().push((key, bytes.clone()));
            Durability::Volatile
        };
        self.0.show(&photo.sha256, &bytes);
        Ok(Given { photo, durability })
    }
}

/// Hex. By our own code: `crypto.subtle` is absent where a ward tries this first, at `http://192.168.…`.
fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble)).map_or('0', |digit| char::from(*digit));
    Sha256::digest(bytes).iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
