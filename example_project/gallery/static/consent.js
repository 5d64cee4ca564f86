// Asks before anything comes from another site. The answer counts for all frames of the same host, on this page alone:
// a real site would remember it.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const hosts = (gate) => JSON.parse(gate.dataset.src).map((address) => new URL(address).host).join(" ");

  const open = (gate) => {
    gate.querySelector(".gate-notice").remove();
    const template = gate.querySelector("template");
    template.replaceWith(template.content);
  };

  for (const gate of document.querySelectorAll(".gate")) {
    gate.querySelector(".gate-notice").hidden = false;
    gate.querySelector("button").addEventListener("click", () => {
      for (const other of document.querySelectorAll(".gate:has(template)")) {
        if (hosts(other) === hosts(gate)) {
          open(other);
        }
      }
      // The button is gone: go on in what it gave way to.
      gate.querySelector("iframe").focus();
    });
  }
});
