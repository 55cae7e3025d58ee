// What is allowed here: in a portal's page where this was pasted as a tag, or on our own page /doctor/, alone or in a frame.
// It sends nothing anywhere. Words stand here, not in a language pack: they are for whoever looks after a portal.
(() => {
  const script = document.currentScript;
  const home = new URL('.', script.src);
  const host = home.origin;
  const own = Boolean(document.getElementById('doctor-tag'));
  const PATIENCE_MS = 8000;

  const WORDS = {
    script: ['Mã chạy (script) của máy chủ đánh giá', 'Scripts from the rating host'],
    frame: ['Khung (iframe)', 'Frames'],
    connect: ['Kết nối tới máy chủ đánh giá', 'Requests to the rating host'],
    style: ['Kiểu trình bày (CSS)', 'Style sheets'],
    wasm: ['WebAssembly', 'WebAssembly'],
    html: ['HTML không cần Trusted Types', 'HTML without Trusted Types'],
    storage: ['Lưu trên máy khi ở trong khung', 'Storage inside a frame'],
    here: ['Lưu trên máy', 'Storage'],
    yes: ['được', 'allowed'],
    no: ['bị chặn', 'forbidden'],
    title: ['Cổng này cho phép gì?', 'What this portal allows'],
    tag: ['Hãy dùng cách 3: một thẻ.', 'Use way 3: one tag.'],
    element: ['Hãy dùng cách 4: thẻ <mot-cua>. Khung bị chặn ở đây.', 'Use way 4: the element. Frames are forbidden here.'],
    link: ['Hãy dùng cách 1: đường dẫn hoặc mã QR.', 'Use way 1: a link or a code.'],
    framed: ['Cổng cho phép khung: dùng được cách 2.', 'The portal allows frames: way 2 works.'],
    both: ['Cách 4 (thẻ <mot-cua>) cũng dùng được.', 'Way 4 (the element) works too.'],
    unsaved: ['Trong khung, máy không giữ được câu trả lời khi mất mạng.', 'Inside the frame a phone keeps nothing while it has no network.'],
    ask: ['Để mở thêm, gửi người quản trị cổng dòng này:', 'To allow more, send this line to whoever runs the portal:'],
  };

  /** Directive → what it must allow, by way. */
  const NEEDS = {
    tag: { 'script-src': [host], 'frame-src': [host] },
    element: { 'script-src': [host, "'wasm-unsafe-eval'"], 'style-src': [host], 'connect-src': [host] },
  };

  const policies = new Set();
  document.addEventListener('securitypolicyviolation', ({ originalPolicy, disposition }) => disposition !== 'report' && policies.add(originalPolicy));

  /** The policy with what is needed added: to the directive itself, or to a copy of the one that stands in for it. */
  function widened(policy, needs) {
    const lines = policy.split(';').map((line) => line.trim().split(/\s+/)).filter(([name]) => name);
    const find = (name) => lines.find(([found]) => found.toLowerCase() === name);
    for (const name of Object.keys(needs)) {
      let line = find(name);
      if (!line) {
        const instead = (name === 'frame-src' && find('child-src')) || find('default-src');
        if (!instead || needs[name].every((source) => instead.includes(source))) continue;
        line = [name, ...instead.slice(1)];
        lines.push(line);
      }
      const more = needs[name].filter((source) => !line.includes(source));
      line.splice(0, line.length, ...line.filter((source) => more.length === 0 || source !== "'none'"), ...more);
    }
    return lines.map((line) => line.join(' ')).join('; ');
  }

  const settled = (start) =>
    new Promise((done) => {
      start(done);
      setTimeout(done, PATIENCE_MS, false);
    });

  const tests = {
    script: () => true,
    frame: () => settled(frame),
    connect: () => fetch(new URL('manifest.json', home), { credentials: 'omit' }).then((reply) => reply.ok, () => false),
    style: () =>
      settled((done) => {
        const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL('doctor.css', home).href });
        sheet.onload = () => done(true);
        sheet.onerror = () => done(false);
        root.append(sheet);
      }),
    wasm: () => tried(() => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))),
    html: () => tried(() => Object.assign(document.createElement('p'), { innerHTML: '' })),
  };

  function tried(act) {
    try {
      act();
      return true;
    } catch {
      return false;
    }
  }

  function frame(done) {
    const made = document.createElement('iframe');
    made.title = 'doctor';
    made.style.cssText = 'position:absolute;width:1px;height:1px;border:0;opacity:0';
    addEventListener('message', (event) => {
      if (event.source !== made.contentWindow || !event.data || event.data.mc !== 1 || event.data.kind !== 'doctor') return;
      found.storage = event.data.storage === true;
      done(true);
    });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => /^(frame|child)-src/.test(effectiveDirective) && done(false));
    made.src = new URL('doctor/', home).href;
    root.append(made);
  }

  const stores = () => tried(() => {
    localStorage.setItem('mc.doctor', '1');
    localStorage.removeItem('mc.doctor');
  });

  function add(to, name, words, className = '') {
    const node = document.createElement(name);
    if (className) node.className = className;
    const [vi, en] = WORDS[words] || [words];
    node.append(vi);
    if (en && en !== vi) node.append(Object.assign(document.createElement('span'), { lang: 'en', textContent: en }));
    to.append(node);
    return node;
  }

  function row(list, name, yes) {
    const item = document.createElement('li');
    item.className = yes ? 'yes' : 'no';
    item.dataset[name] = yes ? 'yes' : 'no';
    item.append(Object.assign(document.createElement('b'), { textContent: yes ? '✓' : '✕' }));
    const words = [0, 1].map((at) => `${WORDS[name][at]}: ${WORDS[yes ? 'yes' : 'no'][at]}`);
    const text = document.createElement('span');
    text.append(words[0], Object.assign(document.createElement('span'), { lang: 'en', textContent: words[1] }));
    item.append(text);
    list.append(item);
  }

  /** The highest way that works; the tag before the element. */
  function way({ frame, connect, style, wasm, html }) {
    const element = connect && style && wasm && html;
    return { element, best: frame ? 'tag' : element ? 'element' : 'link' };
  }

  function report(box) {
    const { best, element } = way(found);
    add(box, 'h2', 'title');
    const list = box.appendChild(document.createElement('ul'));
    for (const name of Object.keys(found)) row(list, name, found[name]);
    const advice = add(box, 'p', best);
    advice.dataset.way = best;
    if (best === 'tag' && element) add(box, 'p', 'both');
    if (found.storage === false) add(box, 'p', 'unsaved');
    if (best === 'tag' || policies.size === 0) return;
    add(box, 'p', 'ask');
    for (const policy of policies) {
      const line = add(box, 'pre', `Content-Security-Policy: ${widened(policy, NEEDS.tag)}`);
      line.tabIndex = 0;
    }
  }

  const found = {};
  let root;
  if (own) {
    const text = (id, html) => (document.getElementById(id).textContent = html);
    text('doctor-tag', `<a href="${home}doctor/">Kiểm tra cổng</a>\n<script src="${home}doctor.js"></script>`);
    text('doctor-frame', `<iframe src="${home}doctor/" width="100%" height="420"></iframe>`);
    if (window === top) return;
    parent.postMessage({ mc: 1, kind: 'doctor', storage: stores() }, '*');
    const main = document.querySelector('main');
    main.textContent = '';
    add(main, 'h2', 'framed');
    row(main.appendChild(document.createElement('ul')), 'here', stores());
    return;
  }
  const place = document.createElement('div');
  script.before(place);
  root = place.attachShadow({ mode: 'open' });
  const box = root.appendChild(document.createElement('div'));
  box.className = 'doctor';
  const names = Object.keys(tests);
  Promise.all(names.map((name) => tests[name]())).then((results) => {
    const late = found.storage;
    names.forEach((name, at) => (found[name] = results[at]));
    if (late !== undefined) {
      delete found.storage;
      found.storage = late;
    }
    report(box);
    place.dataset.done = '';
  });
})();
