//! What a ward's web editor pastes into a portal (docs/embedding.md), for one place.

use mot_cua_contract::Place;

/// Three ways, the best first.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tags {
    pub(crate) script: String,
    pub(crate) frame: String,
    pub(crate) link: String,
}

/// `base`: address of the site without a stroke at its end. `words`: what the link says.
pub(crate) fn tags(base: &str, place: &Place, words: &str) -> Tags {
    let href = escape(&[base, "/", &mot_cua_link::write(place, None)].concat());
    let (base, words) = (escape(base), escape(words));
    let link = ["<a href=\"", &href, "\">", &words, "</a>"].concat();
    let script = [&link, "\n<script src=\"", &base, "/embed.js\"></script>"].concat();
    let frame =
        ["<iframe src=\"", &href, "\" title=\"", &words, "\" width=\"100%\" height=\"900\"></iframe>"]
            .concat();
    Tags { script, frame, link }
}

/// A name may hold anything; pasted, it must stay a text.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_those_of_the_documentation_and_no_name_breaks_out() {
        let place = Place { counter: Some("3".to_owned()), ..Place::unit("04795") };
        let docs = include_str!("../../../../docs/embedding.md");
        let made = tags("https://danhgia.example.vn", &place, "Đánh giá Quầy 3");
        for tag in [made.script, made.frame, made.link] {
            assert!(docs.contains(&tag), "{tag}");
        }
        let hostile = tags("https://x.vn", &place, "\"><script>alert(1)</script>");
        assert!(!hostile.frame.contains("<script") && !hostile.link.contains("\"><script"));
    }
}
