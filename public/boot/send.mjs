// One attempt to deliver the bytes of one revision to the collector.

/** A server that says nothing for so long says nothing. */
const LIMIT_MS = 20000;

/** Whether the backend has this very revision: accepted, kept aside, or deleted by its owner. HTML is a Wi-Fi login page. */
export function delivered(status, type, text, id, rev) {
  if (/html/i.test(type)) return false;
  let body;
  try {
    body = JSON.parse(text) || {};
  } catch {
    return false;
  }
  if (status === 200 || status === 201) return body.id === id && body.rev === rev;
  return (status === 422 && body.stored === true && /\/conflict$/.test(body.type)) || (status === 410 && /\/deleted$/.test(body.type));
}

/**
 * Calls `end(delivered, retryAfterSeconds)` exactly once. The same bytes every time.
 * `leaving`: the page hides, the request has to outlive it. (Otherwise no `keepalive`: old Chromes refuse it across origins.)
 */
export function send(url, key, bytes, leaving, end) {
  const [, , id, rev] = key.split('.');
  let open = true;
  const finish = (ok, retryAfter) => {
    if (!open) return;
    open = false;
    clearTimeout(limit);
    end(ok, retryAfter);
  };
  const limit = setTimeout(finish, LIMIT_MS, false);
  fetch(url, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'application/json', 'idempotency-key': `"${id}:${rev}"` },
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    keepalive: leaving,
  })
    .then((answer) =>
      answer.text().then((text) => {
        const header = (name) => answer.headers.get(name);
        finish(delivered(answer.status, header('content-type'), text, id, Number(rev)), Number(header('retry-after')));
      }),
    )
    .catch(() => finish(false));
}

/** Full jitter from 1 s up to 5 min; a server that names a time is obeyed between 1 s and 1 h. */
export function pause(failures, retryAfter) {
  if (retryAfter > 0) return Math.min(Math.max(retryAfter, 1), 3600) * 1000;
  return Math.max(1000, Math.random() * Math.min(300000, 1000 * 2 ** failures));
}
