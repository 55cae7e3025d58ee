//! Texts of people inside HTML. Nothing from a site or a definition gets into a page but through here.

pub(crate) use mot_cua_collector::html::escape;
use mot_cua_contract::Text;

/// The text in every language side by side, for the content of an element: the sheet shows the one that is spoken.
pub(crate) fn spans(text: &Text, languages: &[String]) -> String {
    by_language(languages, |lang| text.get(lang).to_owned())
}

/// The same for words that come language by language. Where all are the same, once and without a language.
pub(crate) fn by_language(languages: &[String], words: impl Fn(&str) -> String) -> String {
    let all: Vec<String> = languages.iter().map(|lang| words(lang)).collect();
    let Some(first) = all.first() else { return String::new() };
    if all.len() > 1 && all.iter().all(|words| words == first) {
        return escape(first);
    }
    let span = |(lang, words): (&String, &String)| {
        format!("<span lang=\"{}\">{}</span>", escape(lang), escape(words))
    };
    languages.iter().zip(&all).map(span).collect()
}

/// JSON inside `<script type="application/json">`: `<` never as itself, so that nothing ends the element.
pub(crate) fn json_block(id: &str, json: &str) -> String {
    format!("<script type=\"application/json\" id=\"{id}\">{}</script>", json.replace('<', "\\u003c"))
}
