// Every component has its pictures: a new sheet in style/ needs a state that shows it. That the state shows all of it is checked
// when the gallery is made.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { SHEETS, STATES, SURVEY, TABLET } from '../gallery/states.mjs';

/** Tokens and lists of other sheets show nothing by themselves; the last two are paper, made by the build and the command line. */
const NO_COMPONENT = ['tokens', 'dark', 'look', 'first', 'critical', 'index', 'rest', 'full', 'more', 'print', 'paper'];

test('every component is in the gallery, in states that are there', () => {
  const sheets = readdirSync(new URL('../../style/', import.meta.url), { recursive: true })
    .filter((name) => name.endsWith('.css')).map((name) => name.slice(0, -4)).filter((name) => !NO_COMPONENT.includes(name));
  assert.deepEqual(sheets.sort(), Object.keys(SHEETS).sort());
  const states = Object.keys({ ...STATES, ...SURVEY, ...TABLET });
  for (const [sheet, pattern] of Object.entries(SHEETS)) assert.ok(states.some((state) => new RegExp(`^(?:${pattern})`).test(state)), sheet);
});
