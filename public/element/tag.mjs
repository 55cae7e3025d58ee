// The element: its shadow root, the same form by DOM calls, then the page's WebAssembly beside it.

import { own } from '../boot/form.mjs';
import { readPlace } from '../boot/place.mjs';
import { build } from './build.mjs';
import { configure, read } from './site.mjs';

const EVENT_OF = { chosen: 'rated', sent: 'sent', unsent: 'pending' };

export class MotCua extends HTMLElement {
  connectedCallback() {
    // Moved within the page: it goes on as it is.
    if (this.shadowRoot) return;
    this.attachShadow({ mode: 'open' });
    this.fill().catch((error) => {
      console.warn('mot-cua:', error);
      this.tell('error');
    });
  }

  async fill() {
    const base = new URL(this.getAttribute('src') || '.', this.hasAttribute('src') ? document.baseURI : this.home);
    const site = await read(base);
    const place = readPlace(`/Q/${this.getAttribute('place') || site.units[0].id}`, '');
    const config = await configure(site, base, place, this.getAttribute('lang'));
    const { box, form } = build(config, place);
    if (this.hasAttribute('theme')) box.dataset.theme = this.getAttribute('theme');
    const sheets = config.sheets.map((href) => Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
    // Unstyled faces are shown rather than none at all.
    this.shadowRoot.append(...sheets, box);
    this.watch(form);
    own(form, config.options.submit);
    try {
      const glue = await import(config.entry.glue);
      await glue.default();
      await glue.mount(box, JSON.stringify(config.options));
      this.tell('ready');
    } catch (error) {
      dispatchEvent(new Event('mc-wasm-failed'));
      throw error;
    }
  }

  /** Events of the form's own state. */
  watch(form) {
    let last = 'idle';
    new MutationObserver(() => {
      const state = form.getAttribute('data-state');
      if (state !== last && EVENT_OF[state]) this.tell(EVENT_OF[state]);
      last = state;
    }).observe(form, { attributeFilter: ['data-state'] });
  }

  tell(what) {
    this.dispatchEvent(new CustomEvent(`mot-cua-${what}`, { bubbles: true, composed: true }));
  }
}
