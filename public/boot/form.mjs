// One form of faces, until the page takes it over with the event `mc-takeover`: keep each tap, send it.
// It never says "kept": localStorage is not flushed at once.

import { receipt, revision } from './answer.mjs';
import { pause, send, speaks } from './send.mjs';
import * as store from './store.mjs';

/** So long the page may take to come and send by itself. */
const WAIT_MS = 4000;
const CHECKED = 'input[type=radio]:checked';

export function hidden(form, name) {
  return form.querySelector(`input[type=hidden][name=${name}]`);
}

/** An empty hidden field is disabled: a plain post then leaves it out. */
export function put(form, name, value) {
  const input = hidden(form, name);
  input.value = value || '';
  input.disabled = !value;
}

/** `submit`: the adapter of the site. */
export function own(form, submit) {
  /** The latest revision `{answer, frozen}`, null before the first tap. Frozen: its bytes were sent, or are under way. */
  let now = resumed(form);
  /** waiting → sending → waiting …; `over`: the page has the form. */
  let phase = 'waiting';
  let [failures, timer] = [0, 0];
  /** How long the page may take to come; nothing once it is known not to come. */
  let patience = WAIT_MS;
  /** What is left where fetch is missing or forbidden: posting the form, once a tap. */
  let blocked = !window.fetch;
  let mayPost = false;

  const fact = (name) => form.getAttribute(`data-${name}`) || undefined;
  const field = (name) => hidden(form, name).value || undefined;
  const state = (name) => form.setAttribute('data-state', name);
  const key = () => now && store.keyOf(now.answer);
  const note = () => store.set('sessionStorage', 'mc.now', JSON.stringify(now));
  const later = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(go, ms);
  };

  function tap(radio) {
    if (phase === 'over') return;
    const old = now && now.answer;
    const rev = old ? old.rev + (now.frozen ? 1 : 0) : 1;
    now = { answer: revision(old, rev, radio.name, Number(radio.value), fact, field), frozen: false };
    const kept = store.keep(key(), JSON.stringify(now.answer));
    note();
    show();
    state('chosen');
    mayPost = true;
    failures = 0;
    later(kept ? patience : 0);
  }

  function show() {
    put(form, 'id', now.answer.id);
    put(form, 'rev', now.answer.rev);
    const code = form.querySelector('[data-receipt]');
    if (code) code.textContent = receipt(now.answer.id);
  }

  /** The current revision first, then what earlier visits left. */
  function go(leaving) {
    if (phase !== 'waiting') return;
    clearTimeout(timer);
    const keys = store.waiting();
    const mine = keys.includes(key());
    if (!speaks(submit)) {
      if (mine) state('unsent');
    } else if (blocked) {
      if (mine && leaving !== true) post();
    } else if (keys.length) {
      attempt(mine ? key() : keys[0], leaving === true);
    }
  }

  function attempt(name, leaving) {
    phase = 'sending';
    if (name === key()) {
      freeze();
      state('sending');
    }
    send(submit, name, store.bytesOf(name), leaving, (ok, retryAfter) => {
      if (phase === 'over') return;
      phase = 'waiting';
      if (ok) store.acknowledge(name);
      if (name === key()) state(ok ? 'sent' : 'unsent');
      failures = ok ? 0 : failures + 1;
      later(ok ? 0 : pause(failures, retryAfter));
    });
  }

  function freeze() {
    now.frozen = true;
    note();
  }

  function post() {
    document.documentElement.classList.remove('mc-js');
    if (!mayPost || navigator.onLine === false) {
      state('unsent');
      return;
    }
    mayPost = false;
    freeze();
    state('sending');
    form.submit();
  }

  const on = (target, name, act) => target.addEventListener(name, act);
  on(form, 'change', (event) => event.target.type === 'radio' && tap(event.target));
  // Enter in a radio submits the form; with a working fetch the tap alone sends.
  on(form, 'submit', (event) => {
    if (blocked && phase !== 'over') return;
    event.preventDefault();
    go();
  });
  on(form, 'mc-takeover', () => {
    phase = 'over';
    clearTimeout(timer);
  });
  on(document, 'securitypolicyviolation', (event) => {
    if (/^connect/.test(event.effectiveDirective)) blocked = true;
  });
  on(document, 'visibilitychange', () => document.visibilityState === 'hidden' && go(true));
  on(window, 'pagehide', () => go(true));
  on(window, 'online', () => failures && go());
  on(window, 'mc-wasm-failed', () => {
    patience = 0;
    go();
  });

  const before = form.querySelector(CHECKED);
  const again = now && radioOf(form, now.answer);
  if (now) {
    show();
    state(store.isAcknowledged(key()) ? 'sent' : 'chosen');
    if (again && !before) again.checked = true;
  }
  // A tap before this script was here counts.
  if (before && before !== again) tap(before);
  else later(now ? patience : 5 * patience);
}

/** What this tab began before a reload goes on under its own id, if it is about the same desk and not finished. */
function resumed(form) {
  let now;
  try {
    now = JSON.parse(store.get('sessionStorage', 'mc.now'));
  } catch {
    return null;
  }
  const answer = now && now.answer;
  const same = (name) => (answer.place[name] || '') === hidden(form, name).value;
  const goesOn =
    answer && answer.place && answer.answers && !answer.complete && answer.survey === form.getAttribute('data-survey') && same('unit') && same('counter');
  return goesOn ? now : null;
}

function radioOf(form, answer) {
  const radios = Array.from(form.querySelectorAll('input[type=radio]'));
  return radios.find((radio) => Number(radio.value) === answer.answers[radio.name]);
}
