// What stands beside the rating and is loaded when somebody asks: settings and reading aloud, a place kept for later, the tablet
// at the counter. The page works without all of it.

export { later, remind } from './beside/later.mjs';
export { mode } from './beside/mode.mjs';
export { settings } from './beside/settings.mjs';
