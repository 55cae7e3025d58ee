// The element: its shadow root, the same form by DOM calls, then the page's WebAssembly beside it.

import { own } from '../boot/form.mjs';
import { readPlace } from '../boot/place.mjs';
import { set, waiting } from '../boot/store.mjs';
import { framed } from '../embed/framed.mjs';
import { build } from './build.mjs';
import { figures } from './figures.mjs';
import { nameOf, opener } from './opener.mjs';
import { whenSeen } from './seen.mjs';
import { configure, read } from './site.mjs';
import { watch } from './states.mjs';

/** The answer of this tab, which a reload would go on with. */
function forget() {
  set('sessionStorage', 'mc.now', '');
}

/** As tall as what is in it, not as the window; what the page's own frame pads, the box pads. The button stands before any other sheet. */
const SHEET =
  ':host{display:block}.mc-box{min-block-size:0;padding-block-start:1rem}.mc-box>:not(.mc-bar){padding-inline:1rem}.mc-box:focus{outline:0}' +
  'button[part=button]{min-block-size:3.25rem;padding:.5rem 1.5rem;border:2px solid #0b5446;border-radius:.9rem;background:#0b5446;color:#fff;' +
  'font:700 1.25rem/1.3 system-ui,sans-serif;cursor:pointer}button[part=button]:focus-visible{outline:3px solid;outline-offset:3px}' +
  'button[part=button]:disabled{cursor:progress}';
/** Pixels kept free for figures until their page says how tall it is. */
const FIGURES = 640;

export class MotCua extends HTMLElement {
  static get observedAttributes() {
    return ['theme'];
  }

  connectedCallback() {
    // Moved within the page, or put back: it goes on as it is.
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    if (root.adoptedStyleSheets) {
      // No <style>: a portal's policy may forbid it.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(SHEET);
      root.adoptedStyleSheets = [sheet];
    }
    if (this.getAttribute('mode') === 'button') {
      root.append(opener(this, () => this.open()));
      return;
    }
    this.begin();
    // Without this a portal with ten elements asks for ten sites.
    whenSeen(this, () => this.start());
  }

  /** In the button's place; whoever pressed it by a key, or hears it, is led on to what has opened. */
  async open() {
    this.begin();
    const slot = this.shadowRoot.querySelector('slot');
    slot.hidden = true;
    slot.hidden = await this.start();
    const opened = this.shadowRoot.querySelector('.mc-box, iframe');
    if (!opened) return;
    opened.tabIndex = -1;
    opened.focus({ preventScroll: true });
  }

  /** What the portal put inside is in view until the faces, or what was asked for, stand in its place. */
  begin() {
    const button = this.shadowRoot.querySelector('button[part=button]');
    this.shadowRoot.textContent = '';
    this.shadowRoot.append(...(button ? [button] : []), document.createElement('slot'));
  }

  start() {
    this.up = this.fill().then(
      () => true,
      (error) => this.fail(error),
    );
    return this.up;
  }

  /** The faces again, none marked, for the next citizen. What was answered is kept and sent all the same. */
  async reset() {
    if (await this.up) return this.ask('mc-reset');
    if (!this.up) return;
    // Without the page the form knows one answer only: another one takes its place.
    forget();
    this.begin();
    await this.start();
  }

  flush() {
    this.ask('mc-flush');
  }

  /** A number: answers of this phone, of earlier visits too. */
  pending() {
    const form = this.form();
    const count = form && form.dataset.pending;
    return count ? Number(count) : waiting().length;
  }

  form() {
    return this.shadowRoot && this.shadowRoot.querySelector('form');
  }

  ask(what) {
    const form = this.form();
    if (form) form.dispatchEvent(new Event(what));
  }

  attributeChangedCallback() {
    const box = this.shadowRoot && this.shadowRoot.querySelector('.mc-box');
    if (box) this.paint(box);
  }

  paint(box) {
    if (this.hasAttribute('theme')) box.dataset.theme = this.getAttribute('theme');
    else delete box.dataset.theme;
  }

  async fill() {
    const base = new URL(this.getAttribute('src') || this.home, document.baseURI);
    if (base.origin !== this.home.origin) throw new Error(`src leaves ${this.home.origin}`);
    const site = await read(base);
    const place = readPlace(`/Q/${this.getAttribute('place') || site.units[0].id}`, '');
    const view = this.getAttribute('view');
    if (view === 'results') {
      this.frame(await figures(site, base, place.unit, this.getAttribute('lang')));
      return;
    }
    if (view === 'search' || view === 'procedure') place.purpose = 'look';
    if (view === 'search') delete place.procedure;
    const looks = place.purpose === 'look';
    const config = await configure(site, base, place, this.getAttribute('lang'), looks);
    const { box, form } = build(config, place);
    this.paint(box);
    const sheets = config.sheets.map((href) => Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
    // Unstyled faces are shown rather than none at all; nothing can be looked up before the page is there.
    form.hidden = looks;
    if (!looks) this.shadowRoot.querySelector('slot').remove();
    this.shadowRoot.append(...sheets, box);
    watch(box, form, (what) => this.tell(what));
    if (window.ResizeObserver) new ResizeObserver(() => this.tell('resize')).observe(box);
    own(form, config.options.submit);
    try {
      const glue = await import(config.entry.glue);
      await glue.default();
      await glue.mount(box, JSON.stringify(config.options));
      if (looks) this.shadowRoot.querySelector('slot').remove();
      this.tell('ready');
    } catch (error) {
      dispatchEvent(new Event('mc-wasm-failed'));
      throw error;
    }
  }

  /** A page of its own: what is inside the tag is out of sight while it stands there. */
  frame(address) {
    const slot = this.shadowRoot.querySelector('slot');
    slot.hidden = true;
    const gone = () => {
      slot.hidden = false;
      this.fail(`${address} may not stand in a frame here`);
    };
    this.shadowRoot.append(framed(address, nameOf(this), FIGURES, gone));
  }

  fail(error) {
    console.warn('mot-cua:', error);
    this.tell('error');
    return false;
  }

  tell(what) {
    this.dispatchEvent(new CustomEvent(`mot-cua-${what}`, { bubbles: true, composed: true }));
  }
}
