// What the frame tells the page that it stands in: its height, and in WordPress which link was followed. Everything is
// there without it. Nothing is read from the host, kept, or sent anywhere else.
(() => {
  const host = window.parent;
  if (host === window) return;

  // WordPress puts a secret after the address, and listens to who knows it.
  const hash = location.hash;
  const secret = (/[#?&]secret=(\w+)/.exec(hash) || [])[1];
  const root = document.documentElement;
  // CSS pixels: the border that browsers give a frame, where a host's style sheet counts it as part of the height.
  const BORDER = 4;

  function tell(message, value, more) {
    host.postMessage({ type: "dvb-embed", v: 1, message, value, ...more, secret }, "*");
  }

  function tellHeight() {
    const height = Math.ceil(root.getBoundingClientRect().height) + BORDER;
    tell("height", height, { height });
  }

  // At once: nothing is resized while a host hides the frame, as WordPress does until it has heard of a height.
  tellHeight();
  new ResizeObserver(tellHeight).observe(root);
  // One that listens late asks.
  addEventListener("message", (event) => {
    if (event.source === host && event.data && event.data.message === "ready") tellHeight();
  });

  if (secret) {
    // What opens in this place is another frame of ours, which must know the secret too.
    for (const link of document.querySelectorAll("a[href]:not([target], [download])")) link.hash = hash;
    // Its sandbox opens no tabs: it follows links to our own site itself.
    addEventListener("click", (event) => {
      const link = event.target.closest("a[target]");
      if (link && self.origin === "null" && link.origin === location.origin) {
        event.preventDefault();
        tell("link", link.href);
      }
    });
  }
})();
