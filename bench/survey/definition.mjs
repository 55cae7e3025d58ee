// 500 questions on 50 pages with 300 expressions, and answers to them: always the same ones.
const QUESTIONS = 500;
export const PER_PAGE = 10;
export const CHOICES = ['a', 'b', 'c', 'd', 'e'];

/** A small generator of numbers (mulberry32): the same seed, the same survey. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const KINDS = ['radiogroup', 'rating', 'checkbox', 'number', 'comment'];
export const kind = (at) => KINDS[at % KINDS.length];

function question(at) {
  const common = { name: `q${at}`, title: `Câu ${at}` };
  switch (kind(at)) {
    case 'rating': return { type: 'rating', ...common, rateMin: 1, rateMax: 5, displayMode: 'buttons', minRateDescription: 'kém', maxRateDescription: 'tốt' };
    case 'radiogroup': return { type: 'radiogroup', ...common, choices: CHOICES };
    case 'checkbox': return { type: 'checkbox', ...common, choices: CHOICES };
    case 'number': return { type: 'text', inputType: 'number', ...common };
    default: return { type: 'comment', ...common };
  }
}

/** A condition on an earlier question. */
function about(at, roll) {
  switch (kind(at)) {
    case 'rating': return `{q${at}} <= ${1 + roll(4)}`;
    case 'radiogroup': return `{q${at}} = '${CHOICES[roll(5)]}'`;
    case 'checkbox': return `{q${at}} contains '${CHOICES[roll(5)]}'`;
    case 'number': return `{q${at}} > ${roll(100)}`;
    default: return `{q${at}} notempty`;
  }
}

/** 150 visibleIf, 50 requiredIf, 50 enableIf, 50 calculated values. */
export function definition() {
  const roll = dice(2026);
  const all = Array.from({ length: QUESTIONS }, (_, at) => question(at));
  const earlier = (at) => roll(Math.max(1, at));
  const put = (member, count) => {
    for (let done = 0; done < count; ) {
      const at = 20 + roll(QUESTIONS - 20);
      if (all[at][member]) continue;
      all[at][member] = `${about(earlier(at), roll)} ${roll(2) ? 'and' : 'or'} ${about(earlier(at), roll)}`;
      done += 1;
    }
  };
  put('visibleIf', 150);
  put('requiredIf', 50);
  put('enableIf', 50);
  const number = () => `{q${3 + 5 * roll(QUESTIONS / 5)}}`;
  const calculatedValues = Array.from({ length: 50 }, (_, at) => ({
    name: `c${at}`, expression: `sum(${number()}, ${number()}) * ${1 + roll(9)}`, includeIntoResult: true,
  }));
  const pages = Array.from({ length: QUESTIONS / PER_PAGE }, (_, at) => ({
    name: `p${at}`, elements: all.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
  }));
  return { pages, calculatedValues };
}

/** `count` answers, to questions all over the survey. */
export function answers(count) {
  const roll = dice(11);
  return Array.from({ length: count }, () => {
    const at = roll(QUESTIONS);
    const value = {
      rating: () => 1 + roll(5), radiogroup: () => CHOICES[roll(5)], number: () => roll(200), comment: () => `lời ${roll(1000)}`,
      checkbox: () => CHOICES.filter(() => roll(2)),
    }[kind(at)]();
    return { name: `q${at}`, value: Array.isArray(value) && value.length === 0 ? ['a'] : value };
  });
}
