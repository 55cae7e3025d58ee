// Texts in one or several languages, as `contract::Text`: "one" or {"vi": "một", "en": "one"}.

/** The words for `lang`, else for `default`, else Vietnamese, else whatever is first. */
export function words(text, lang) {
  if (typeof text === 'string') return text;
  return text[lang] || text.default || text.vi || Object.values(text)[0] || '';
}

/** One `<span lang>` a language, as the stamped page has them. */
export function spans(text, languages) {
  return languages.map((lang) => {
    const span = document.createElement('span');
    span.lang = lang;
    span.textContent = words(text, lang);
    return span;
  });
}
