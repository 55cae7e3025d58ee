// The screen of what is still on this phone.
export class PendingPage {
  constructor(page) {
    this.page = page;
  }
  async open(origin) {
    await this.page.goto(`${origin}/#pending`);
    await this.page.getByRole('heading', { level: 1, name: 'Đánh giá trên máy này' }).waitFor();
    return this;
  }
  row(nth = 0) {
    return this.page.locator('.mc-way[data-row]').nth(nth);
  }
  act(name, nth = 0) {
    return this.row(nth).locator(`[data-act="${name}"]`);
  }
  /** The file that the row's link saves, as text. */
  async file(nth = 0) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.act('file', nth).click()]);
    const parts = [];
    for await (const part of await download.createReadStream()) parts.push(part);
    return { name: download.suggestedFilename(), text: Buffer.concat(parts).toString() };
  }
  async copy(nth = 0) {
    await this.act('copy', nth).click();
    return this.row(nth).locator('.mc-copy').innerText();
  }
  async delete(nth = 0) {
    await this.act('delete', nth).click();
    await this.act('delete-yes', nth).click();
  }
  sendNow() {
    return this.page.getByRole('button', { name: 'Gửi ngay' }).click();
  }
  again(nth = 0) {
    return this.row(nth).getByRole('button', { name: 'Thử gửi lại' }).click();
  }
  empty() {
    return this.page.getByText('Không có đánh giá nào').waitFor();
  }
}
