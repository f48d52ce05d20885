// Reports to the library that a free copy was taken, and neither which nor by whom. The
// link works without this script.
for (const link of document.querySelectorAll("[data-beacon]")) {
  const report = (event) => {
    if (event.type === "auxclick" && event.button !== 1) return; // the middle button opens a link too
    const address = link.dataset.beacon;
    delete link.dataset.beacon; // once a page
    if (address) navigator.sendBeacon(address);
  };
  link.addEventListener("click", report);
  link.addEventListener("auxclick", report);
}
