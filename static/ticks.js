// The ticks of the test list, kept in this browser for the next visit. Each checkbox has
// a name of its own; the list of ticked names is kept by the page's path.
//
//   <ol data-ticks><li><input type="checkbox" name="book">…</ol>
//   <p data-ticks-note>What applies without this script.</p>
//   <button type="button" data-ticks-clear hidden>Clear all ticks</button>
(() => {
  const key = "lendlink.ticks:" + location.pathname;
  const boxes = [...document.querySelectorAll("[data-ticks] input[type=checkbox]")];
  const clear = document.querySelector("[data-ticks-clear]");
  const save = () => localStorage.setItem(key, JSON.stringify(boxes.filter((b) => b.checked).map((b) => b.name)));
  try {
    const ticked = JSON.parse(localStorage.getItem(key) || "[]");
    for (const box of boxes) box.checked = ticked.includes(box.name);
    save(); // throws where nothing can be kept
  } catch {
    return;
  }
  document.querySelector("[data-ticks-note]").textContent = "Ticks are kept in this browser.";
  for (const box of boxes) box.addEventListener("change", save);
  clear.hidden = false;
  clear.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    save();
  });
})();
