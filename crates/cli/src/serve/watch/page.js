// Served by `mot-cua serve --watch` alone: opens the page again when its site has changed, and shows what is wrong in the files.
const script = document.currentScript;
const WORDS = {
  vi: { broken: 'Trang này là bản cũ: các tệp đang có lỗi', doubtful: 'Cần xem lại', expected: 'cần', hide: 'Ẩn' },
  en: { broken: 'This page is the last good one: the files have errors', doubtful: 'Worth a look', expected: 'expected', hide: 'Hide' },
};
const SHEET = `
  :host { position: sticky; inset-block-end: 0; z-index: 9; display: block }
  section { max-block-size: 45vh; overflow: auto; padding: .75rem 1rem; background: #fff8e1; color: #1a1a1a;
    border-block-start: 4px solid #8a5a00; font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere }
  section.error { background: #fdecea; border-color: #a11212 }
  header { display: flex; gap: 1rem; justify-content: space-between; align-items: start; font-weight: 700 }
  button { min-block-size: 48px; min-inline-size: 64px; font: inherit; color: inherit; background: none; border: 2px solid; border-radius: 8px }
  ul { margin: .5rem 0 0; padding-inline-start: 1.2rem }
  li { margin-block-end: .5rem }
  b { font-weight: 700 }`;

let host;

function add(parent, name, text = '', kind = '') {
  const element = document.createElement(name);
  element.textContent = text;
  if (kind) element.className = kind;
  parent.append(element);
  return element;
}

function show(told) {
  host?.remove();
  host = undefined;
  if (told.length === 0) return;
  const words = WORDS[document.documentElement.lang] ?? WORDS.en;
  const broken = told.some((one) => one.grade === 'error');
  host = document.createElement('mot-cua-watch');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets = [sheet];
  const box = add(root, 'section', '', broken ? 'error' : '');
  box.setAttribute('role', 'status');
  const head = add(box, 'header');
  add(head, 'span', broken ? words.broken : words.doubtful);
  add(head, 'button', words.hide).addEventListener('click', () => host?.remove());
  const list = add(box, 'ul');
  for (const one of told) {
    const item = add(list, 'li');
    add(item, 'b', [one.file, one.path].filter(Boolean).join(': '));
    add(item, 'div', one.expected ? `${one.found}; ${words.expected}: ${one.expected}` : one.found);
  }
  document.body.append(host);
}

new EventSource(new URL('mot-cua-watch', script.src)).onmessage = (event) => {
  const news = JSON.parse(event.data);
  if (news.made === script.dataset.made) return show(news.told);
  // A citizen who is mid-way finishes on the questions they began; who writes them wants to see the new ones.
  try { sessionStorage.removeItem('mc.definition'); } catch { /* A browser that keeps nothing has none. */ }
  location.reload();
};
