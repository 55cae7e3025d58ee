// What can go wrong between phone and backend, each as a function of one exchange.

/** Nothing gets through. */
export const reset = (exchange) => exchange.reset();

/** The backend has it, and nobody learns. */
export async function lostReply(exchange) {
  await exchange.ask();
  exchange.reset();
}

/** The backend has it; the reply breaks off in its middle. */
export async function cutReply(exchange) {
  const { status, headers, body } = await exchange.ask();
  exchange.response.writeHead(status, { ...headers, 'content-length': body.length });
  exchange.response.write(body.subarray(0, body.length >> 1), () => exchange.reset());
}

/** The backend has it; the reply is whole and is half of a JSON text. */
export async function halfJson(exchange) {
  const { status, headers, body } = await exchange.ask();
  exchange.response.writeHead(status, headers).end(body.subarray(0, body.length >> 1));
}

/** Heard, and never answered. */
export const blackHole = (exchange) => exchange.body();

/** The backend has it; its reply comes at a byte a second. */
export async function slowLoris(exchange) {
  const { status, headers, body } = await exchange.ask();
  exchange.response.writeHead(status, { ...headers, 'content-length': body.length });
  let at = 0;
  // The phone may have hung up already: then nothing tells us.
  const drip = setInterval(() => (exchange.response.destroyed ? clearInterval(drip) : exchange.response.write(body.subarray(at, ++at))), 1000);
}

/** A network that wants a log-in answers for everybody. */
export const loginPage = (exchange) =>
  exchange.say(200, { 'content-type': 'text/html; charset=utf-8' }, '<!doctype html><title>Wi-Fi</title><form action="/login">');

export const says = (status, headers, body) => (exchange) => exchange.say(status, headers, body);

export const json = { 'content-type': 'application/json' };

/** `faults` one after the other, then none. */
export function inTurn(...faults) {
  return (exchange) => (faults.shift() ?? ((exchange) => exchange.pass()))(exchange);
}
