// Numbers as people read them.
export const three = (value) => (value === undefined ? '' : value.toFixed(3).replace(/^0\./, '.'));
export const ms = (value) => `${value.toFixed(value < 100 ? 2 : 0)} ms`;
export const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
export const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
/** What a row is compared by. */
export const key = (score) => score.ndcg ?? score.mrr;
