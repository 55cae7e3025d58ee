// The one place where a text may become HTML: static fragments of our own views. No handler, no address, no script.

const TAGS =
  'a|b|br|button|code|dd|details|div|dl|dt|em|fieldset|h[1-6]|hr|i|input|label|legend|li|nav|ol|option|output|p|section|select|small|span|strong|sub|summary|sup|table|tbody|td|textarea|th|thead|time|tr|ul|svg|g|path|circle|rect|line|ellipse|title';
const NAMES =
  'aria-[a-z]+|data-[a-z-]+|class|id|for|name|type|value|role|lang|dir|hidden|tabindex|disabled|checked|selected|required|readonly|autocomplete|inputmode|maxlength|rows|cols|open|scope|colspan|rowspan|datetime|viewBox|d|cx|cy|r|rx|ry|x|y|x1|x2|y1|y2|width|height|fill|stroke|stroke-width|stroke-linecap|stroke-linejoin';
const ATTRIBUTE = `\\s+(?:${NAMES})(?:=(?:"[^"<>]*"|[\\w.-]+))?`;
const WHOLE = new RegExp(`^(?:[^<]|</?(?:${TAGS})(?:${ATTRIBUTE})*\\s*/?>|<!-*>|<!--[\\w\\s-]*-->)*$`);

/** The text itself if all of it is on the list. Anything else is a mistake of ours or an attack: refused loudly. */
export function clean(text) {
  if (WHOLE.test(text)) return text;
  throw new TypeError(`not on the list: ${text.slice(0, 200)}`);
}
