// The screen stays on, where the browser can do it: over HTTPS, while the page is looked at.

let held = false;

export const isAwake = () => held;

export function awake() {
  if (!navigator.wakeLock) return;
  const hold = async () => {
    if (document.visibilityState !== 'visible') return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      held = true;
      lock.addEventListener('release', () => (held = false));
    } catch {
      // A battery that is nearly empty: the device decides.
    }
  };
  document.addEventListener('visibilitychange', hold);
  hold();
}
