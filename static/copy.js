// Copy buttons. Each text is in a read-only field, which can
// be selected and copied without this script; with it, the button after the
// field does so, and announces it to screen readers.
//
//   <textarea id="template" readonly>…</textarea>
//   <button type="button" data-copy="template" hidden>Copy</button>
//
// The buttons are hidden until the script runs. data-copied and data-failed are their
// labels afterwards, in the page's language.
(() => {
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  document.querySelector("main").append(status);

  const copy = async (field) => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch { // not over https, or not allowed: the old way
      return document.execCommand("copy");
    }
  };

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const label = button.firstChild;
    const text = label.data;
    let timer;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const done = await copy(document.getElementById(button.dataset.copy));
      label.data = done ? button.dataset.copied ?? "Copied" : button.dataset.failed ?? "Press Ctrl+C";
      status.textContent = "";
      status.textContent = button.dataset.copied ? label.data
        : done ? "Copied to the clipboard." : "The text is selected. Press Ctrl+C to copy it.";
      if (done) button.focus(); // selecting the field took the focus away
      clearTimeout(timer);
      timer = setTimeout(() => { label.data = text; }, 3000);
    });
  }

  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
