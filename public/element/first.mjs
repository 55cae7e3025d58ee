// The question that the faces ask, as `mot-cua build` finds it: the small page asks the first rating there is; the full page
// one of five levels that nothing comes before and nothing hides or changes.

const RULES = ['visible', 'visibleIf', 'enableIf', 'readOnly', 'valueName'];
const SHOWN = ['html', 'image', 'expression'];

const listed = (page) => page.elements || page.questions || [];
const plain = (one) => !RULES.some((rule) => rule in one);
const words = (title) => Object.values(Object(title)).join('');

function opens(definition, page, question) {
  const first = listed(page).find((element) => !SHOWN.includes(element.type));
  const { rateValues, rateMin = 1, rateMax = 5 } = question;
  const levels = rateValues ? rateValues.length : rateMax - rateMin + 1;
  const flows = !definition.firstPageIsStartPage && definition.questionsOnPageMode !== 'inputPerPage';
  return first === question && plain(page) && plain(question) && levels === 5 && flows && !words(question.title).includes('{');
}

/** `{name, title, faces: [{value, text}]}`, the happiest face first. `null`: the survey begins with something else. */
export function first(definition, build) {
  const pages = definition.pages || [definition];
  const question = [].concat(...pages.map(listed)).find((element) => element.type === 'rating');
  if (!question || (build === 'full' && !opens(definition, pages[0], question))) return null;
  const texts = {};
  for (const item of question.rateValues || []) {
    const [value, text] = typeof item === 'string' ? item.split('|') : [item.value, item.text];
    texts[value] = text;
  }
  return {
    name: question.name,
    title: question.title || question.name,
    faces: [5, 4, 3, 2, 1].map((value) => ({ value, text: texts[value] || String(value) })),
  };
}
