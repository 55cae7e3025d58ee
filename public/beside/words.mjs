// The words of what stands beside the page, in the language that is spoken: `locales/side/<lang>.json`.

export const root = document.documentElement;
export const site = JSON.parse(document.getElementById('mc-site').textContent);

const packs = new Map();

/** A function from key (without `side.`) to words, `{0}` filled in. */
export async function words() {
  const { lang } = root;
  if (!packs.has(lang)) {
    const reply = await fetch((site.locales[lang] || Object.values(site.locales)[0]).replace('locales/core/', 'locales/side/'));
    packs.set(lang, await reply.json());
  }
  return (key, value) => packs.get(lang)[`side.${key}`].replace('{0}', value);
}

/** What a line of the static page says, in the language that is spoken. */
export function said(selector) {
  const line = document.querySelector(selector);
  return (line.querySelector(`span[lang="${root.lang}"]`) || line).textContent.trim();
}

/** Calls `then` whenever another language is spoken. */
export function onLanguage(then) {
  new MutationObserver(then).observe(root, { attributeFilter: ['lang'] });
}
