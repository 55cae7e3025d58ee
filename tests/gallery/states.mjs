// Each screen in each of its states: how to come to it on a fresh phone. `wide`: on a tablet.

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
  ward: async (page) => {
    await page.goto('/#ward');
    await page.locator('.mc-screen h1').waitFor();
  },
  'pending, empty': async (page) => {
    await page.goto('/#pending');
    await page.locator('.mc-screen h1').waitFor();
  },
  'pending, refused': async (page) => {
    await page.route('**/api/responses', refuse);
    await tap(page, 1);
    await page.getByRole('button', { name: 'Xem cách xử lý' }).click();
    await page.locator('.mc-acts').first().waitFor();
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
  'kiosk, settings': async (page) => {
    await TABLET['kiosk, faces'](page);
    await page.locator('.mc-aa').tap();
    await page.locator('.mc-aside summary').tap();
    await page.locator('.mc-aside form').waitFor();
  },
};
