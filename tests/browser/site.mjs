// A site of one's own for a test: the sample with other records beside or instead of its catalogue.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './harness.mjs';

/**
 * A folder for `Collector.start({ site })`. `wards`: what the ward's file says of the one unit; `null` takes the file away.
 * `unit`: more members of that unit in `site.json`.
 */
export async function siteWith(records, { wards, unit } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-site-'));
  await cp(join(ROOT, 'public'), folder, { recursive: true });
  for (const record of records) await writeFile(join(folder, 'catalogue/p', `${record.code}.json`), JSON.stringify(record));
  const file = join(folder, 'catalogue/wards.json');
  if (wards === null) await rm(file);
  else if (wards) await writeFile(file, JSON.stringify({ v: 1, units: [{ id: '04795', ...wards }] }));
  if (unit) {
    const path = join(folder, 'site.json');
    const site = JSON.parse(await readFile(path, 'utf8'));
    Object.assign(site.units[0], unit);
    await writeFile(path, JSON.stringify(site));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A record with all that it must have, and what is said of it. */
export const record = (code, more) => ({
  v: 1, code, title: `Thủ tục ${code}`, field: 'Hộ tịch', decision: '1/QĐ-BTP', retrieved: '2026-11-20',
  source: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/x', channels: [], cases: [], ...more,
});
