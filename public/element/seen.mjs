// Nothing is asked of the network for what nobody looks at.

/** Calls `act` when `element` first comes into view; at once where that cannot be known. */
export function whenSeen(element, act) {
  if (!window.IntersectionObserver) {
    act();
    return;
  }
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    act();
  });
  observer.observe(element);
}
