// The public figures: a page that the collector serves, or one that `mot-cua report` wrote and that lies beside the site.

/** Its address, if there is one. */
export async function figures(site, base, unit, lang) {
  const { kind = 'mot-cua', url = '/api/responses' } = site.submit || {};
  const served = kind === 'mot-cua' && new URL(url, base).origin === base.origin;
  const { into = unit } = (site.merged || []).find(({ id }) => id === unit) || {};
  const known = site.units.find(({ id }) => id === into) || site.units[0];
  const file = site.units.length > 1 ? `results-${known.id}.html` : 'results.html';
  const address = new URL(served ? 'results/public' : file, base);
  if (served) address.search = new URLSearchParams(lang ? { unit: known.id, lang } : { unit: known.id });
  // Without this a host without figures would show its page for lost visitors.
  const found = await fetch(address, { method: 'HEAD', credentials: 'omit' });
  if (!found.ok) throw new Error(`no figures are published at ${address}; docs/embedding.md says how`);
  return address.href;
}
