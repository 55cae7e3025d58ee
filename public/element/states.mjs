// What may be told of an answer to the page around: that something happened, never what was answered.

/** By the form's own state before the page is up (`data-state`), and by the page's line about keeping after (`data-keep`). */
const EVENT_OF = { sent: 'sent', unsent: 'pending', kept: 'pending', unkept: 'pending', attention: 'pending' };
/** Of the line alone: storage has confirmed. */
const SAVED = /^(sending|kept)$/;

/** Calls `tell` with `rated`, `saved`, `sent` or `pending`. `root` holds the form and the page beside it. */
export function watch(root, form, tell) {
  form.addEventListener('change', () => tell('rated'));
  let [last, safe] = [];
  new MutationObserver(() => {
    const line = root.querySelector('.mc-keeping');
    const event = EVENT_OF[line ? line.dataset.keep : form.dataset.state];
    const saved = Boolean(line) && SAVED.test(line.dataset.keep);
    if (saved && !safe) tell('saved');
    if (event && event !== last) tell(event);
    [last, safe] = [event, saved];
  }).observe(root, { subtree: true, childList: true, attributeFilter: ['data-state', 'data-keep'] });
}
