// Says on the page what its policy stopped, each once: the directive, and the address that was refused.
"use strict";

document.addEventListener("securitypolicyviolation", (event) => {
  const report = document.querySelector(".report");
  const list = report?.querySelector("ul");
  const said = `${event.effectiveDirective}: ${event.blockedURI}`;
  if (!list || [...list.children].some((item) => item.textContent === said)) {
    return;
  }
  const item = document.createElement("li");
  item.textContent = said;
  list.append(item);
  for (const part of report.children) {
    part.hidden = false;
  }
});
