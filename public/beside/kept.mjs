// What stays on this phone; where storage is blocked it lasts as long as the page.

export function get(key) {
  try {
    return localStorage.getItem(`mc.${key}`);
  } catch {
    return null;
  }
}

/** `null` forgets. Whether it will be there tomorrow. */
export function set(key, value) {
  try {
    if (value === null) localStorage.removeItem(`mc.${key}`);
    else localStorage.setItem(`mc.${key}`, value);
    return true;
  } catch {
    return false;
  }
}
