// The first rating of a definition, as `mot_cua_survey` finds it: five levels, 1 to 5 (`mot-cua build` checked that).

/** `{name, title, faces: [{value, text}]}`, the happiest face first. */
export function first(definition) {
  const pages = definition.pages || [definition];
  const elements = [].concat(...pages.map((page) => page.elements || page.questions || []));
  const question = elements.find((element) => element.type === 'rating');
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
