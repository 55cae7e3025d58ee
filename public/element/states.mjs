// What may be told of a form to the page around it: that something happened, never what was answered.

const EVENT_OF = { chosen: 'rated', sent: 'sent', unsent: 'pending' };

/** Calls `tell` with `rated`, `sent` or `pending` when the form comes into that state. */
export function watch(form, tell) {
  let last = 'idle';
  new MutationObserver(() => {
    const state = form.getAttribute('data-state');
    if (state !== last && EVENT_OF[state]) tell(EVENT_OF[state]);
    last = state;
  }).observe(form, { attributeFilter: ['data-state'] });
}
