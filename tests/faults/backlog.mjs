// Answers of earlier visits, put into the phone's queue as the page itself writes them.
import { randomUUID } from 'node:crypto';

/** Rows of the queue, each an answer that no request was made for. */
export function backlog(count) {
  return Array.from({ length: count }, (_, at) => {
    const id = randomUUID();
    const answer = {
      v: 1, id, rev: 1, survey: 'quick', surveyVersion: `sha256:${'0'.repeat(64)}`, place: { unit: '04795', counter: '3' },
      answers: { overall: 1 + (at % 5), words: `số ${at}` }, complete: true, savedAt: '2026-11-21T09:00:00+07:00', lang: 'vi', app: '0.1.0',
      context: { mode: 'page', assisted: false },
    };
    return { id, rev: 1, seq: at + 1, edit: 1, bytes: JSON.stringify(answer), phase: 'draft', attempts: 0 };
  });
}

/** Puts them there; the page has to have been open once. */
export function stuff(page, rows) {
  return page.evaluate(async (rows) => {
    const request = indexedDB.open('mot-cua');
    await new Promise((done) => (request.onsuccess = done));
    const all = request.result.transaction('queue', 'readwrite');
    for (const row of rows) all.objectStore('queue').put(JSON.stringify(row), `${row.id}:${row.rev}`);
    await new Promise((done) => (all.oncomplete = done));
    request.result.close();
  }, rows);
}
