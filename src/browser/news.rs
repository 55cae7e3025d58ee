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

/// What a name of an element was last given; the same is not given again.
#[cfg(feature = "full")]
pub(super) enum Given {
    Text(String),
    Word(&'static str),
    /// It follows its signals, and knows by itself.
    Live,
}

#[cfg(feature = "full")]
impl Given {
    pub(super) fn text(text: String) -> Self {
        Self::Text(text)
    }

    pub(super) fn word(word: &'static str) -> Self {
        Self::Word(word)
    }

    pub(super) fn live() -> Self {
        Self::Live
    }

    pub(super) fn says(&self, now: &str) -> bool {
        match self {
            Self::Text(text) => text == now,
            Self::Word(word) => *word == now,
            Self::Live => false,
        }
    }
}

#[cfg(not(feature = "full"))]
pub(super) struct Given;

#[cfg(not(feature = "full"))]
#[allow(clippy::inline_always, clippy::unused_self, clippy::needless_pass_by_value, reason = "as above")]
impl Given {
    #[inline(always)]
    pub(super) fn text(_: String) -> Self {
        Self
    }

    #[inline(always)]
    pub(super) fn word(_: &'static str) -> Self {
        Self
    }

    #[inline(always)]
    pub(super) fn live() -> Self {
        Self
    }

    #[inline(always)]
    pub(super) fn says(&self, _: &str) -> bool {
        false
    }
}
