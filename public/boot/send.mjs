// One attempt to deliver the bytes of one revision: to the collector, or as URL-encoded fields.

import { fields, filled, member } from './answer.mjs';

/** A server that says nothing for so long says nothing. */
const LIMIT_MS = 20000;

/** Whether the backend has this very revision: accepted, kept aside, or deleted by its owner. HTML is a Wi-Fi login page. */
export function delivered(status, type, text, id, rev) {
  const body = parsed(text);
  if (!body || /html/i.test(type)) return false;
  if (status === 200 || status === 201) return body.id === id && body.rev === rev;
  return (status === 422 && body.stored === true && /\/conflict$/.test(body.type)) || (status === 410 && /\/deleted$/.test(body.type));
}

/**
 * Whether a rule of the adapter holds (`Rule` of crates/contract/src/adapter.rs, held to it by tests/cases/rules.json). Rules about
 * words, and media types in other case than the rule's, are left to WebAssembly, which sends the same bytes again.
 */
export function holds(rule, status, type, text, answer) {
  if (!rule || !rule.status.includes(status) || rule.text || /html/i.test(type)) return false;
  if (rule.contentType && `${type}`.indexOf(rule.contentType)) return false;
  const { body = {} } = rule;
  const found = parsed(text);
  return Object.keys(body).every((pointer) => {
    const value = member(found, pointer.split('/').slice(1));
    return value != null && (body[pointer] === null || value === filled(body[pointer], answer));
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether this script can speak to the backend: others need WebAssembly, and `final` leaves the sending to the page. */
export function speaks({ kind, revisions }) {
  return kind === 'mot-cua' || (kind === 'form' && revisions !== 'final');
}

/**
 * Calls `end(delivered, retryAfterSeconds)` exactly once. The same bytes every time.
 * `leaving`: the page hides, the request has to outlive it. (Otherwise no `keepalive`: old Chromes refuse it across origins.)
 */
export function send(submit, key, bytes, leaving, end) {
  const [, , id, rev] = key.split('.');
  const form = submit.kind === 'form';
  const answer = JSON.parse(bytes);
  let open = true;
  const finish = (ok, retryAfter) => {
    if (!open) return;
    open = false;
    clearTimeout(limit);
    end(ok, retryAfter);
  };
  const limit = setTimeout(finish, LIMIT_MS, false);
  // What fields are, the browser says itself.
  const own = form ? {} : { 'content-type': 'application/json', 'idempotency-key': `"${id}:${rev}"` };
  const headers = Object.assign(own, submit.headers);
  fetch(submit.url, {
    method: 'POST',
    body: form ? fields(answer, submit.body) : bytes,
    headers,
    redirect: submit.repliesFrom ? 'follow' : 'error',
    credentials: 'omit',
    cache: 'no-store',
    keepalive: leaving,
  })
    .then((reply) =>
      reply.text().then((text) => {
        const { status } = reply;
        const header = (name) => reply.headers.get(name);
        const type = header('content-type');
        const said = (rule) => holds(rule, status, type, text, answer);
        const ok = form ? said(submit.ack) || said(submit.duplicate) : delivered(status, type, text, id, Number(rev));
        finish(ok, Number(header('retry-after')));
      }),
    )
    .catch(() => finish(false));
}

/** Full jitter from 1 s up to 5 min; a server that names a time is obeyed between 1 s and 1 h. */
export function pause(failures, retryAfter) {
  if (retryAfter > 0) return Math.min(Math.max(retryAfter, 1), 3600) * 1000;
  return Math.max(1000, Math.random() * Math.min(300000, 1000 * 2 ** failures));
}
