//! What was last put into the document.
//!
//! Of a long survey most texts are made again after every answer and come out the same; asking the document takes a cheap phone
//! longer than remembering. The small page has too few of them to remember any.

#[cfg(feature = "full")]
pub(super) enum News {
    /// Nothing was put there yet.
    First,
    /// `None`: it was taken away.
    Last(Option<String>),
}

#[cfg(feature = "full")]
impl News {
    pub(super) fn none() -> Self {
        Self::First
    }

    /// Whether `now` is another than the last one; it is the last one from here on.
    pub(super) fn is(&mut self, now: Option<&str>) -> bool {
        let is_new = !matches!(self, Self::Last(last) if last.as_deref() == now);
        if is_new {
            *self = Self::Last(now.map(str::to_owned));
        }
        is_new
    }
}

#[cfg(not(feature = "full"))]
pub(super) struct News;

#[cfg(not(feature = "full"))]
impl News {
    pub(super) fn none() -> Self {
        Self
    }

    #[inline(always)]
    #[allow(clippy::inline_always, clippy::unused_self, reason = "not a byte of it in the small page")]
    pub(super) fn is(&mut self, _: Option<&str>) -> bool {
        true
    }
}
