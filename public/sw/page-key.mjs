// Under which address a page is kept: one for all spellings of a link, without what only this visit says.
import { BASE } from './site.mjs';

/** `null`: not one of the citizen's pages. A visit token and other parts without a page of their own are left out. */
export function pageKey(pathname) {
  const path = pathname.slice(BASE.length).replace(/index\.html$/, '');
  if (path === '') return BASE;
  const [folder, place, ...parts] = path.toUpperCase().split('/');
  if (folder !== 'Q' || !place) return null;
  const purpose = parts.find((part) => /^D[A-Z]$/.test(part));
  return `${BASE}Q/${place}/${purpose ? `${purpose}/` : ''}`;
}
