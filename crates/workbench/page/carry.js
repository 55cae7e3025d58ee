// The way of a test answer to a backend: through a frame whose policy allows other hosts. The workbench's own allows none, so that
// whatever else happens in it, nothing else leaves.

let frame;

function opened() {
  const made = Object.assign(document.createElement('iframe'), { src: 'try/', hidden: true });
  made.setAttribute('aria-hidden', 'true');
  return new Promise((done) => {
    made.addEventListener('load', () => done(made), { once: true });
    document.body.append(made);
  });
}

/** `{status, contentType, body}`, or `{why}`. */
window.mcCarry = async (request) => {
  frame = frame || opened();
  const made = await frame;
  try {
    return await made.contentWindow.carry(request);
  } catch {
    // Without a network the frame may not have come.
    made.remove();
    frame = null;
    return { why: navigator.onLine ? 'frame' : 'offline' };
  }
};
