// One request to a backend, as the citizen's page would send it, for the workbench that frames this page; and why it did not arrive.

/** As the page waits (ms). */
const LIMIT = 20000;
/** Of a body (letters). */
const MOST = 1 << 20;
let refused;

// `blockedURI` may be an origin alone.
document.addEventListener('securitypolicyviolation', (event) => (refused = event.violatedDirective));

function within(ms) {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), ms);
  return abort.signal;
}

async function why(signal, url) {
  // The violation is told in a task of its own.
  await new Promise((done) => setTimeout(done));
  if (refused) return 'policy';
  if (!navigator.onLine) return 'offline';
  if (signal.aborted) return 'slow';
  // A server that answers a plain question is there: what is missing is the permission.
  const there = await fetch(new URL('/', url), { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal: within(LIMIT) }).then(() => true, () => false);
  return there && new URL(url).origin !== location.origin ? 'forbidden' : 'nobody';
}

if (parent !== window && parent.location.origin === location.origin) {
  window.carry = async ({ method, url, headers, body, follows }) => {
    refused = '';
    const signal = within(LIMIT);
    const how = { method, headers, body, signal, redirect: follows ? 'follow' : 'manual', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' };
    try {
      const reply = await fetch(url, how);
      if (reply.type === 'opaqueredirect') return { why: 'redirect' };
      return { status: reply.status, contentType: reply.headers.get('content-type') || '', body: (await reply.text()).slice(0, MOST) };
    } catch {
      return { why: await why(signal, url) };
    }
  };
}
