// A page of ours in the frame that Lendlink's script opens over Primo: it reports its height
// and when it is to be closed, to the sites that the settings name, and to our own guide.
(() => {
  const origins = [location.origin, ...document.currentScript.dataset.origins.split(" ")];
  if (window.parent === window) return;
  let parentOrigin; // the origin of the page below, once it has said hello
  const say = (what) => {
    if (parentOrigin) window.parent.postMessage({ lendlink: what, height: document.documentElement.getBoundingClientRect().height }, parentOrigin);
  };
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || !origins.includes(event.origin)) return;
    if (!event.data || event.data.lendlink !== "hello") return;
    parentOrigin = event.origin;
    say("page");
  });
  new ResizeObserver(() => say("page")).observe(document.documentElement);
  // Links lead out of the frame, but for those to places on this page.
  for (const link of document.querySelectorAll('a[href^="#"]')) link.target = "_self";
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) say("close");
  });
})();
