if (parent !== window) {
  let host = "", told = 0;
  const say = (message) => parent.postMessage(Object.assign({ mc: 1 }, message), host || "*");
  const measure = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (!host || height === told) return;
    told = height;
    say({ kind: "height", height });
  };
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || !data || data.mc !== 1 || data.kind !== "hello") return;
    host = origin === "null" ? "*" : origin;
    told = 0;
    measure();
  });
  new ResizeObserver(measure).observe(document.body);
  say({ kind: "here" });
}
