// Copies what is to be pasted elsewhere, and says so. Without the clipboard the text is selected, to be copied by hand.
(() => {
  const SHOWN = 8000; // milliseconds; gone after that, so that the same words are read aloud when it is copied again

  async function copy(text, said) {
    try {
      await navigator.clipboard.writeText(text.value);
      return said.dataset.copied;
    } catch {
      text.focus();
      text.select();
      return said.dataset.selected;
    }
  }

  function start() {
    for (const field of document.querySelectorAll("[data-dvb-copy]")) {
      const button = field.querySelector("button");
      const said = field.querySelector("[role=status]");
      let timer = 0;

      button.hidden = false;
      button.addEventListener("click", async () => {
        clearTimeout(timer);
        said.textContent = await copy(field.querySelector("input, textarea"), said);
        timer = setTimeout(() => { said.textContent = ""; }, SHOWN);
      });
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
