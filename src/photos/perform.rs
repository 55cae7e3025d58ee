//! What the machine orders, done by the browser.

use mot_cua_outbox::{Outcome, PhotoInput, PhotoOutput, judge_photo, photo_request};
use wasm_bindgen_futures::spawn_local;

use super::Inner;
use crate::browser::picture::Bytes;
use crate::browser::{clock, photo_store, transport};

impl Inner {
    pub(super) fn perform(&'static self, order: PhotoOutput) {
        match order {
            PhotoOutput::Send { key, sha256 } => spawn_local(self.send(key, sha256)),
            PhotoOutput::Mark(photo) => spawn_local(async move {
                // Where that fails, it is sent once more after a reload, and refused again.
                let _ = photo_store::mark(&photo.key(), &photo.text()).await;
            }),
            PhotoOutput::Remove { key } => {
                self.held.borrow_mut().retain(|(of, _)| *of != key);
                spawn_local(async move {
                    // Where that fails, it is sent once more after a reload: the backend has it once.
                    let _ = photo_store::remove(&key).await;
                });
            }
            PhotoOutput::Wait { until } => {
                let wait = until.map(|until| until.saturating_sub(clock::steady_ms()));
                if let Some(timer) = self.timer.get() {
                    timer.set(wait);
                }
            }
        }
    }

    async fn send(&'static self, key: String, sha256: String) {
        let submit = self.delivery.submit();
        let request = photo_request(submit, &sha256);
        let (Some(request), Some(bytes)) = (request, self.bytes(&key).await) else {
            return self.feed(PhotoInput::Gone { key });
        };
        let outcome = match transport::send_bytes(&request, &bytes).await {
            Ok(reply) => Outcome::Judged(judge_photo(submit, &sha256, &reply)),
            Err(failure) => Outcome::Failed(failure),
        };
        self.feed(PhotoInput::Reply { key, outcome });
    }

    async fn bytes(&self, key: &str) -> Option<Bytes> {
        let held = self.held.borrow().iter().find(|(of, _)| of == key).map(|(_, bytes)| bytes.clone());
        match held {
            Some(bytes) => Some(bytes),
            None => photo_store::read(key).await.ok().flatten().map(|(_, bytes)| bytes),
        }
    }
}
