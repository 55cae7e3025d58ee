// Quality of ranked lists, cut at ten.
const CUT = 10;

/** Codes → one entry an item: copies of a title that was already listed do not take a place. */
export function places(codes, titleOf) {
  const seen = new Set();
  return codes.filter((code) => !seen.has(titleOf.get(code)) && seen.add(titleOf.get(code))).slice(0, CUT);
}

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1);

export function known(queries, lists) {
  const ranks = queries.map(({ wanted }, at) => lists[at].findIndex((code) => wanted.has(code)));
  const score = { mrr: mean(ranks.map((rank) => (rank < 0 ? 0 : 1 / (rank + 1)))), recall: mean(ranks.map((rank) => (rank < 0 ? 0 : 1))) };
  if (queries[0]?.oracle) {
    score.oracleMrr = mean(queries.map((query) => query.oracle.reciprocal));
    score.oracleRecall = mean(queries.map((query) => query.oracle.found));
  }
  return score;
}

const gain = (grade) => 2 ** grade - 1;
const discounted = (grades) => grades.reduce((sum, grade, at) => sum + gain(grade) / Math.log2(at + 2), 0);

/** Graded everyday queries. Recall is of what was judged 2 or 3. */
export function everyday(queries, lists) {
  const each = queries.map(({ relevant }, at) => {
    const grades = lists[at].map((code) => relevant[code] ?? 0);
    const best = Object.values(relevant).sort((a, b) => b - a).slice(0, CUT);
    const useful = best.filter((grade) => grade >= 2).length;
    const first = grades.findIndex((grade) => grade === 3);
    return {
      recall: useful ? grades.filter((grade) => grade >= 2).length / useful : 1,
      success: grades.some((grade) => grade === 3) ? 1 : 0,
      mrr: first < 0 ? 0 : 1 / (first + 1),
      ndcg: discounted(grades) / discounted(best),
      empty: lists[at].length ? 0 : 1,
    };
  });
  return Object.fromEntries(['ndcg', 'recall', 'success', 'mrr', 'empty'].map((name) => [name, mean(each.map((one) => one[name]))]));
}

export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
