// `mode="button"`: one button, in whose place the element opens. Nothing is asked for before it is pressed.

const WORDS = {
  vi: { search: 'Tra cứu thủ tục', procedure: 'Xem thủ tục', results: 'Xem kết quả đánh giá', rate: 'Đánh giá dịch vụ' },
  en: { search: 'Find a procedure', procedure: 'See the procedure', results: 'See the results', rate: 'Rate the service' },
};

/** What the portal wrote inside the tag, else what is behind it. */
export function nameOf(element) {
  const words = element.getAttribute('lang') === 'en' ? WORDS.en : WORDS.vi;
  const view = element.getAttribute('view');
  return element.textContent.trim() || (Object.keys(words).includes(view) ? words[view] : words.rate);
}

/** `press` gives a promise; the button is gone when that is kept. */
export function opener(element, press) {
  const button = Object.assign(document.createElement('button'), { part: 'button', type: 'button', textContent: nameOf(element) });
  button.addEventListener('click', () => {
    button.disabled = true;
    press().then(() => button.remove());
  });
  return button;
}
