// What the address says about the place: the rules of `mot-cua-link`, held to them by tests/cases/place-links.json.

/** The longest place that is read at all. */
const MOST = 256;
const DESK = /^([A-Z0-9]{2,12})(?:-(.*))?$/;
const COUNTER = /^[A-Z0-9]{1,4}$/;
const PART = { F: /^[A-Z0-9]{1,12}$/, P: /^\d{7}$/, D: /^[RLS]$/, T: /^[A-Z2-7]{1,128}$/ };
const NAME = { F: 'field', P: 'procedure', D: 'purpose', T: 'token' };
const PURPOSE = { R: 'rate', L: 'look', S: 'say' };

/**
 * `{unit, counter, field, procedure, purpose, token}` as far as the address has them; `lost`: how many parts were dropped;
 * `link`: the place without its token, '' if there is none; `alias`: it stood in `?q=`.
 */
export function readPlace(path, query) {
  const place = { lost: 0, link: '' };
  path = plain(path).replace(/\/+$/, '');
  const at = path.lastIndexOf('/Q/');
  const asked = /(?:^\??|&)q=([^&]*)/i.exec(query);
  place.alias = at < 0;
  const text = (at < 0 ? plain(asked ? asked[1] : '') : path.slice(at + 3)).replace(/^\/+/, '');
  const [desk, ...parts] = text.split('/').filter((part) => part && part !== 'INDEX.HTML');
  const known = text.length > MOST ? null : DESK.exec(desk || '');
  if (!known) {
    place.lost = text ? 1 : 0;
    return place;
  }
  place.unit = known[1];
  if (COUNTER.test(known[2])) place.counter = known[2];
  else if (known[2] !== undefined) place.lost++;
  for (const part of parts) readPart(place, part[0], part.slice(1));
  place.link = [desk, ...parts.filter((part) => part[0] !== 'T')].join('/');
  return place;
}

function readPart(place, tag, value) {
  const name = NAME[tag];
  if (!name || place[name] || !PART[tag].test(value)) place.lost++;
  else if (tag === 'P') place[name] = `${value[0]}.${value.slice(1)}`;
  else place[name] = tag === 'D' ? PURPOSE[value] : value;
}

/** Decodes `%20` to `%7F` once and makes ASCII letters upper case; nothing else can be part of a place. */
function plain(text) {
  const decoded = text.replace(/%([2-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return `/${decoded}`.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
