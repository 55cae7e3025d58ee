// Five faces, drawn once: `crates/cli/src/build/faces.rs` holds the same paths, and a test compares them.

/** Mouths by value, in a box of 48 × 48. */
export const MOUTHS = {
  5: 'M13 28c3 9 19 9 22 0z',
  4: 'M14 29c4 6 16 6 20 0',
  3: 'M15 32h18',
  2: 'M15 34c4-5 14-5 18 0',
  1: 'M14 36c4-8 16-8 20 0',
};

/** As stamped: skin, eyes, mouth. */
export function face(value) {
  const svg = shape('svg', { viewBox: '0 0 48 48', 'aria-hidden': 'true' });
  svg.append(
    shape('circle', { class: 'mc-skin', cx: 24, cy: 24, r: 21 }),
    shape('path', { d: 'M17 17.5v2.5M31 17.5v2.5' + MOUTHS[value] }),
  );
  return svg;
}

function shape(name, attributes) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const key of Object.keys(attributes)) node.setAttribute(key, attributes[key]);
  return node;
}
