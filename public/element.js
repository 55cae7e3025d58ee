// <mot-cua place="04795-3"><a href="https://danhgia.example.vn/Q/04795-3">Đánh giá Quầy 3</a></mot-cua>
// <script async src="https://danhgia.example.vn/element.js"></script>
//
// What is inside the element is shown where this script, or what it needs, is forbidden: a link to the page.
//
// @attr src    folder of the site, on the host of this script; default: where this script came from. Read once
// @attr place  as in a link: 04795-3 or 04795-3/DR; default: the site's first unit. Read once
// @attr lang   vi, en, or another language of the site; default: the site's first. Read once
// @attr theme  light or dark, whatever the phone asks for; default: as the phone says. May change at any time
// @attr view   search: the look-up; procedure: the one that place names (04795/P1001193); results: the public figures of the unit
//              that place names; default: the faces. Read once
// @attr mode   button: a button, called like the text inside the tag, in whose place all of it opens; default: inline. Read once
//
// Events, bubbling and composed, without any detail: that something happened, never what was answered.
// @event mot-cua-ready    the whole page is up in the element
// @event mot-cua-rated    a face was chosen
// @event mot-cua-saved    the answer, or a change of it, is safe on this phone
// @event mot-cua-sent     the answer has arrived
// @event mot-cua-pending  the answer is on this phone and has not arrived yet
// @event mot-cua-resize   the element has another height
// @event mot-cua-error    something is forbidden or out of reach; the faces work without the rest if they are there
//
// @method reset    the faces again, none marked, for the next citizen; what was answered is kept and sent. A promise
// @method flush    sends what has not arrived, without waiting for its turn
// @method pending  how many answers are on this phone and have not arrived
//
// @part button    what opens it, with mode="button"
// @part box       all of it; no part of the figures, which are a frame
// @part place     name of the counter
// @part question  the question above the faces
// @part face      each of the five
// @part status    what became of the answer
//
// Nothing is asked for before the element is in view. The endpoint comes from site.json on the host of this script, never from
// the portal.

import { MotCua } from './element/tag.mjs';

// A module does not know its own tag.
const script = document.currentScript || document.querySelector('script[src$="/element.js"]');
const home = new URL('.', script ? script.src : location.href);

if (!customElements.get('mot-cua')) {
  customElements.define(
    'mot-cua',
    class extends MotCua {
      get home() {
        return home;
      }
    },
  );
}
