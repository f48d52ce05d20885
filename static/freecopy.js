// Tells the library that a free copy was taken: that, and nothing of which or by whom. The
// link works without.
for (const link of document.querySelectorAll("[data-beacon]")) {
  const tell = (event) => {
    if (event.type === "auxclick" && event.button !== 1) return; // the middle button opens a link too
    const address = link.dataset.beacon;
    delete link.dataset.beacon; // once a page
    if (address) navigator.sendBeacon(address);
  };
  link.addEventListener("click", tell);
  link.addEventListener("auxclick", tell);
}
