// Somebody who has a keyboard and nothing else. Wherever the focus stops it can be seen, and it is never lost.
import assert from 'node:assert/strict';

export class Keys {
  constructor(page) {
    this.page = page;
  }
  press(key) {
    return this.page.keyboard.press(key);
  }
  /** By Tab alone to what the selector names; each stop on the way is looked at. */
  async to(selector) {
    for (let step = 0; step < 80; step++) {
      await this.page.keyboard.press('Tab');
      const stop = await this.page.evaluate(look, selector);
      assert.ok(stop.seen, `the focus cannot be seen at ${stop.name}`);
      if (stop.there) return;
    }
    assert.fail(`Tab never comes to ${selector}`);
  }
  async enter(selector) {
    await this.to(selector);
    await this.page.keyboard.press('Enter');
  }
  /** The next screen has the focus: on its heading, or on `main` where it has none to give. */
  async arrived(selector) {
    const at = () => this.page.evaluate(() => `${document.activeElement.tagName} ${document.activeElement.innerText.slice(0, 60)}`);
    await this.page.waitForFunction((selector) => document.activeElement.matches(selector), selector).catch(async () => assert.fail(`the focus is not at ${selector} but at ${await at()}`));
  }
}

/** A frame of two pixels or more around it, or around the row or chip that it fills; and nothing of it outside the window. */
function look(selector) {
  const on = document.activeElement;
  // Past the last stop the browser's own buttons have their turn.
  if (on === document.body) return { seen: true, there: false };
  const framed = (node) => node && getComputedStyle(node).outlineStyle !== 'none' && parseFloat(getComputedStyle(node).outlineWidth) >= 2;
  const { top, bottom, height } = on.getBoundingClientRect();
  const inside = height > 0 && bottom > 0 && top < innerHeight;
  // Nothing lies on it (2.4.11).
  const { left, right } = on.getBoundingClientRect();
  const over = inside && document.elementFromPoint((left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
  const free = over && (on.contains(over) || over.contains(on) || over.closest('label')?.contains(on));
  return { seen: inside && free && (framed(on) || framed(on.closest('label'))), there: on.matches(selector), name: on.outerHTML.slice(0, 120) };
}
