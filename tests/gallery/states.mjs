// Each screen in each of its states: how to come to it on a fresh phone.

const DESK = '/Q/04795-3/DR';
const ready = (page) => page.locator('.mc-nav').waitFor();
const face = (page, value) => page.locator(`label.mc-face:has(input[value="${value}"])`);

async function open(page, path = DESK) {
  await page.goto(path);
  await ready(page);
}

async function tap(page, value = 2) {
  await open(page);
  await face(page, value).tap();
  await page.locator('.mc-more-screen').waitFor();
}

async function settings(page) {
  await open(page);
  await page.locator('.mc-aa').tap();
  await page.locator('.mc-aside').waitFor();
}

async function kiosk(page) {
  await page.goto(`${DESK}?mode=kiosk`);
  await page.locator('.mc-cover-touch').waitFor();
}

const refuse = (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body: '{"type":"/problems/invalid","title":"","status":422}' });
const fail = (route) => route.abort();

export const STATES = {
  rate: open,
  'rate, before WebAssembly': async (page) => {
    await page.route('**/*.wasm', fail);
    await page.goto(DESK);
    await face(page, 4).tap();
    await page.locator('[data-state="sent"]').waitFor();
  },
  'rate, come back to': async (page) => {
    await tap(page);
    await page.locator('[data-act="again"]').tap();
    await page.locator('.mc-peek').waitFor();
  },
  'rate, face shown when asked': async (page) => {
    await STATES['rate, come back to'](page);
    await page.locator('.mc-peek').tap();
  },
  'rate, later at home': async (page) => {
    await open(page);
    await page.locator('.mc-later').tap();
    await page.locator('.mc-notice[tabindex]').waitFor();
  },
  'rate, at home': async (page) => {
    await STATES['rate, later at home'](page);
    await open(page, '/Q/04795-1/DR');
    await page.locator('.mc-notice[tabindex]').waitFor();
  },
  more: tap,
  thanks: async (page) => {
    await tap(page, 5);
    await page.locator('[data-act="done"]').tap();
    await page.locator('.mc-thanks .mc-keeping[data-keep="sent"]').waitFor();
  },
  'thanks, not sent yet': async (page) => {
    await page.route('**/api/responses', fail);
    await tap(page, 5);
    await page.locator('[data-act="done"]').tap();
    await page.locator('.mc-thanks .mc-keeping').waitFor();
  },
  settings,
  'settings, no voice': async (page) => {
    await settings(page);
    await page.getByRole('button', { name: 'Đọc trang này' }).tap();
    await page.locator('.mc-aside [role="status"]:not(:empty)').waitFor();
  },
  'settings, read aloud': async (page) => {
    // A voice that never comes to the end of its first sentence.
    await page.addInitScript(() => {
      const speech = Object.assign(new EventTarget(), { getVoices: () => [{ lang: 'vi-VN' }], speak() {}, cancel() {} });
      Object.defineProperty(window, 'speechSynthesis', { value: speech });
      window.SpeechSynthesisUtterance = class extends EventTarget {};
    });
    await settings(page);
    await page.getByRole('button', { name: 'Đọc trang này' }).tap();
    await page.locator('.mc-said').waitFor();
  },
  look: (page) => page.goto('/Q/04795/DL').then(() => page.locator('.mc-hits .mc-hit').first().waitFor()),
  'look, found': async (page) => {
    await STATES.look(page);
    await page.locator('#mc-query').fill('khai sinh');
    await page.locator('.mc-hits mark').first().waitFor();
  },
  'look, nothing found': async (page) => {
    await STATES.look(page);
    await page.locator('#mc-query').fill('zzzzqqqq');
    await page.locator('.mc-told').first().waitFor();
  },
  procedure: async (page) => {
    await page.goto('/#p/1.001193');
    await page.locator('.mc-documents').first().waitFor();
  },
  'procedure, not there': async (page) => {
    await page.goto('/#p/9.999999');
    await page.getByText('Không có mục này').first().waitFor();
  },
  'procedure, not loaded': async (page) => {
    await page.route('**/catalogue/p/**', fail);
    await page.goto('/#p/1.001193');
    await page.getByText('Chưa tải được').waitFor();
  },
  'procedure, no network': async (page) => {
    await open(page, '/Q/04795/DL');
    await page.context().setOffline(true);
    await page.evaluate(() => { location.hash = '#p/1.001193'; });
    await page.getByText('không có mạng').waitFor();
  },
  'procedure, opening': async (page) => {
    await page.route('**/catalogue/p/**', () => {});
    await page.goto('/#p/1.001193');
    await page.getByText('Đang mở').waitFor();
  },
  'look, not loaded': async (page) => {
    await page.route('**/catalogue/index*', fail);
    await page.goto('/#look');
    await page.getByText('Chưa tải được').waitFor();
  },
  'look, before WebAssembly came': async (page) => {
    await page.route('**/*.wasm', fail);
    await page.goto('/Q/04795/DL');
    await page.getByText('Chưa mở được phần tra cứu').waitFor();
  },
  'look, filtered': async (page) => {
    await page.goto('/#p/1.001193');
    await page.locator('.mc-documents').first().waitFor();
    await page.goto('/#filter/khai%20sinh');
    await page.locator('.mc-filter').waitFor();
  },
  'look, opened before': async (page) => {
    await STATES['look, filtered'](page);
    await page.locator('#mc-query').fill('');
    await page.locator('.mc-pin').first().waitFor();
  },
  life: (page) => page.goto('/#life').then(() => page.locator('.mc-life .mc-hit').first().waitFor()),
  'life, a checklist': async (page) => {
    await STATES.life(page);
    await page.locator('.mc-life .mc-hit').first().tap();
    await page.locator('.mc-life .mc-document').first().waitFor();
  },
  desk: (page) => page.goto('/#desk/1.004194').then(() => page.locator('.mc-missing').waitFor()),
  'desk, everyday name': (page) => page.goto('/#desk/1.001193').then(() => page.locator('.mc-need-title').waitFor()),
  'slip, clerk': async (page) => {
    await page.goto('/#slip/new/1.004194');
    await page.locator('.mc-document input').first().check();
    await page.locator('.mc-slip [data-qr]').waitFor();
  },
  remind: (page) => page.goto('/#remind/1002755/2026-12-01').then(() => page.locator('.mc-day').waitFor()),
  'remind, empty': (page) => page.goto('/#remind').then(() => page.locator('.mc-screen h1').waitFor()),
  'ward, not loaded': async (page) => {
    await page.route('**/wards.json', fail);
    await page.goto('/#ward');
    await page.locator('.mc-notice[role]:not([hidden])').waitFor();
  },
  'a wrong link': (page) => open(page, '/no/such/page'),
  'thanks, nothing rated': (page) => page.goto('/#thanks').then(() => page.locator('.mc-thanks h1').waitFor()),
  ward: async (page) => {
    await page.goto('/#ward');
    await page.locator('.mc-week').waitFor();
  },
  'pending, empty': async (page) => {
    await page.goto('/#pending');
    await page.locator('.mc-screen h1').waitFor();
  },
  'pending, refused': async (page) => {
    await page.route('**/api/responses', refuse);
    await tap(page, 1);
    await page.getByRole('button', { name: 'Xem cách xử lý' }).click();
    await page.locator('[data-act="copy"]').click();
    await page.locator('[data-act="delete"]').click();
    await page.locator('.mc-ask').waitFor();
  },
  'part of the link lost': (page) => open(page, '/Q/04795-9/DR'),
  broken: async (page) => {
    await open(page);
    await page.evaluate(() => { document.getElementById('mc-broken').hidden = false; });
  },
  'paper, typed in': (page) => page.goto(`${DESK}?mode=paper`).then(() => page.locator('.mc-strip').waitFor()),
  'assisted': (page) => page.goto(`${DESK}?mode=assist`).then(() => page.locator('.mc-strip').waitFor()),
};

export const TABLET = {
  'kiosk, waiting': kiosk,
  'kiosk, faces': async (page) => {
    await kiosk(page);
    await page.locator('.mc-cover-touch').tap();
    await face(page, 3).waitFor();
  },
  'kiosk, thanks': async (page) => {
    await TABLET['kiosk, faces'](page);
    await face(page, 3).tap();
    await page.locator('.mc-cover h1').waitFor();
  },
  'kiosk, faces, one not sent': async (page) => {
    await page.route('**/api/responses', fail);
    await page.goto(`${DESK}?mode=kiosk&thanks=0.1`);
    await page.locator('.mc-cover-touch').tap();
    await face(page, 3).tap();
    await page.locator('.mc-cover-touch').tap();
    await page.locator('.mc-waiting').waitFor({ state: 'attached' });
  },
  'kiosk, settings': async (page) => {
    await TABLET['kiosk, faces'](page);
    await page.locator('.mc-aa').tap();
    await page.locator('.mc-aside summary').tap();
    await page.locator('.mc-aside form').waitFor();
  },
};

/** A survey with a question of every type, in a site of its own. */
const part = (at) => async (page) => {
  const { SurveyPage } = await import('../browser/pages/survey.mjs');
  const survey = await new SurveyPage(page).open('');
  await survey.start();
  for (let step = 0; step < at; step++) {
    const before = page.url();
    await survey.fill();
    await survey.next();
    await page.waitForURL((url) => url.href !== before);
  }
  const add = page.locator('[data-act="add"]');
  if (await add.count()) await add.click();
  if (at) await survey.fill();
  // One is ranked, the others wait.
  const rank = page.locator('.mc-tag-add').first();
  if (await rank.count()) await rank.click();
};

/** A picture of one dot. */
const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

export const SURVEY = {
  'survey, start': (page) => page.goto(DESK).then(() => page.locator('[data-act="start"]').waitFor()),
  'survey, first part': part(0),
  'survey, with faults': async (page) => {
    await part(0)(page);
    await page.locator('[data-act="done"]').click();
    await page.locator('#mc-faults').waitFor();
  },
  'survey, a photo': async (page) => {
    await part(0)(page);
    await page.locator('input[type=file]').setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: DOT });
    await page.locator('.mc-photo').waitFor();
  },
  'survey, second part': part(1),
  'survey, third part': part(2),
  'survey, all answers once more': part(3),
  'survey, thanks': async (page) => {
    await part(3)(page);
    await page.locator('[data-act="done"]').click();
    await page.locator('.mc-thanks').waitFor();
  },
};

/** Each sheet of a component, and the states that show all of it: kept complete by tests/unit/gallery.test.mjs, checked by `make.mjs`. */
export const SHEETS = {
  base: 'rate',
  top: 'rate',
  face: 'rate',
  button: 'rate|thanks|settings',
  status: 'rate',
  notice: 'part of the link lost',
  keeping: 'thanks|pending, refused',
  question: 'more|survey',
  nav: 'rate',
  search: 'look|choose',
  procedure: 'procedure|desk',
  thanks: 'thanks',
  beside: 'settings|assisted',
  'beside/kiosk': 'kiosk',
  'full/survey': 'survey',
  'full/question': 'survey',
  'full/rating': 'survey',
  'full/desk': 'desk|settings',
  'full/ward': 'ward',
  'full/slip': 'slip',
  'full/look': 'look',
  'full/life': 'life',
  'full/remind': 'remind',
};
