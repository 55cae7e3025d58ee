// Going back, or loading the page again, shows what was left: the words, the filters, the place on the screen. The browser does it
// for what stands in the page from the first; here it comes later. Kept in this tab, by screen; whoever comes anew begins anew.

const fields = () => [...document.querySelectorAll('#mc-query, .mc-filter select')];
const key = () => `mc.left${location.hash}`;

/** Fails where storage is blocked: nothing can be kept then. */
export async function back() {
  const kept = sessionStorage;
  let left;
  const grown = new ResizeObserver(() => {
    fields().forEach((field, at) => {
      if (field.value || !left[at + 1]) return;
      field.value = left[at + 1];
      field.dispatchEvent(new Event('input'));
    });
    scrollTo(0, left[0]);
  });
  const come = () => {
    grown.disconnect();
    left = kept[key()]?.split('\n');
    if (left) grown.observe(document.body);
  };
  // `PerformanceNavigation.TYPE_NAVIGATE` is 0.
  if (performance.navigation.type) come();
  addEventListener('popstate', come);
  const keep = () => {
    kept[key()] = [scrollY, ...fields().map(({ value }) => value)].join('\n');
  };
  // Before the press has led anywhere. An answer leads nowhere, and to ask for the place on the screen would hold it up.
  addEventListener('click', ({ target }) => target.closest('a, button') && keep(), true);
  addEventListener('pagehide', keep);
  // Whoever touches the page goes on from where it is.
  onpointerdown = onkeydown = onwheel = () => grown.disconnect();
}
