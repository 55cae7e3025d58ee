// Runs within both pages: finds a question, answers it as a citizen would, and says when the frame is there.
export function helpers() {
  /** The question's own box on either page; null where it is not shown. */
  function box(at) {
    const words = (one) => one.querySelector('legend, .mc-label')?.firstChild.textContent;
    return document.querySelector(`[data-name="q${at}"]`) ?? [...document.querySelectorAll('.mc-question')].find((one) => words(one) === `Câu ${at}`) ?? null;
  }
  const fields = (at) => [...(box(at)?.querySelectorAll('input, textarea') ?? [])];

  /** Looking at every frame would hold up what is waited for. */
  const soon = () => new Promise((done) => setTimeout(done, 20));
  /** The next task: all that the one before set off at once is done. */
  const task = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(0);
  });
  /** After the next frame was drawn. */
  const drawn = () => new Promise((done) => requestAnimationFrame(() => done(task())));

  /** As the keyboard would: our page follows the letters, SurveyJS the moment when the field is left. */
  function write(field, words) {
    field.focus();
    const own = field.tagName === 'INPUT' ? HTMLInputElement : HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(own.prototype, 'value').set.call(field, words);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: words, inputType: 'insertText' }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.blur();
  }

  window.measured = {
    /** Milliseconds from the navigation until the first question can be answered and is drawn. */
    async first() {
      while (fields(0).length === 0) await soon();
      return drawn();
    },
    /** Whether it can be answered; it is then in the middle of the screen. */
    async ready(at) {
      if (fields(at).length === 0 || fields(at)[0].matches(':disabled, [readonly]')) return false;
      box(at).scrollIntoView({ block: 'center' });
      await drawn();
      await drawn();
      return true;
    },
    /** Milliseconds from the event until all that it set off is done, and until the frame is drawn. */
    async answer(at, kind) {
      const all = fields(at);
      const start = performance.now();
      if (kind === 'number' || kind === 'comment') write(all[0], kind === 'number' ? '57' : 'lời');
      else all[1].click();
      const frame = drawn();
      return { settled: (await task()) - start, paint: (await frame) - start };
    },
    /** Until one of ten questions from this one on is shown. */
    async part(first) {
      while (Array.from({ length: 10 }, (_, at) => box(first + at)).every((one) => one === null)) await soon();
      await new Promise((done) => setTimeout(done, 300));
    },
  };
}
