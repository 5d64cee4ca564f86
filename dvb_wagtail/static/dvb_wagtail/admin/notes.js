// Brings the notes on a page's form up to date when Wagtail has saved by itself, which leaves the form as it is.
(() => {
  let latest = 0;

  async function refresh(panel, page, turn) {
    const response = await fetch(panel.dataset.dvbNotes.replace("/0/", `/${page}/`));
    if (!response.ok || turn !== latest) return;
    const told = panel.querySelector("[data-dvb-told]");
    told.innerHTML = await response.text();
    panel.hidden = told.childElementCount === 0;
  }

  document.addEventListener("w-autosave:success", (event) => {
    latest += 1;
    for (const panel of document.querySelectorAll("[data-dvb-notes]")) {
      refresh(panel, event.detail.response.pk, latest);
    }
  });
})();
