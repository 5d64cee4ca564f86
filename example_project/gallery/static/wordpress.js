// What a WordPress site does with what the frames in it say, as observed.
"use strict";

const LOWEST = 200;
const HIGHEST = 1000;

addEventListener("message", ({ data, source }) => {
  if (!data || /[^a-zA-Z0-9]/.test(data.secret)) {
    return;
  }
  const withSecret = (name) => document.querySelectorAll(`${name}[data-secret="${data.secret}"]`);
  for (const quotation of withSecret("blockquote")) {
    quotation.style.display = "none";
  }
  for (const frame of withSecret("iframe")) {
    if (frame.contentWindow === source) {
      frame.removeAttribute("style");
      obey(frame, data);
    }
  }
});

// Frames may ask for a height, and to leave for another page of their own host once the visitor is in them.
function obey(frame, { message, value }) {
  if (message === "height") {
    frame.height = Math.min(HIGHEST, Math.max(LOWEST, Number.parseInt(value, 10) || 0));
  } else if (message === "link" && document.activeElement === frame) {
    const target = URL.parse(value);
    if (/^https?:$/.test(target?.protocol) && target.host === new URL(frame.src).host) {
      location.href = target.href;
    }
  }
}

// A frame that was quicker than this script says its height again.
document.addEventListener("DOMContentLoaded", () => {
  for (const frame of document.querySelectorAll("iframe.wp-embedded-content")) {
    frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
  }
});
