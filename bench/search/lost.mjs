// What failed, to be read by whoever tunes. Held-out queries are never named: looking at them would be tuning on them.
export function lost(row, lists, titleOf) {
  if (row.name.includes('held out') || row.name.includes('other half')) return;
  row.queries.forEach(({ query, wanted, relevant }, at) => {
    const right = relevant ? Object.keys(relevant).filter((code) => relevant[code] === 3) : [...wanted];
    const list = lists[at].slice(0, 10);
    const rank = list.findIndex((code) => right.includes(code));
    const missing = relevant && right.filter((code) => !list.includes(code));
    if (rank === 0 && !missing?.length) return;
    const first = list.slice(0, 3).map((code) => `${code} ${titleOf.get(code).slice(0, 60)}`);
    console.log(`[${row.name}] ${query.slice(0, 100)}\n   rank ${rank + 1}, wanted ${right}${missing?.length ? `, missing ${missing}` : ''}; found ${first.join(' | ')}`);
  });
}
