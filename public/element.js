// <mot-cua src="https://danhgia.example.vn/" place="04795-3" lang="vi" theme="light"></mot-cua>
//
// Attributes: `src` (folder of the site; default: where this script came from), `place` (as in a link), `lang`, `theme` (light|dark).
// Events, bubbling and composed, without answers: mot-cua-ready, -rated, -sent, -pending, -error.
// The endpoint comes from site.json on the origin of `src`, never from the host page.

import { MotCua } from './element/tag.mjs';

const home = new URL('.', document.currentScript ? document.currentScript.src : location.href);

if (!customElements.get('mot-cua')) {
  customElements.define(
    'mot-cua',
    class extends MotCua {
      get home() {
        return home;
      }
    },
  );
}
