// A logo that cannot be loaded leaves no empty plate in the header.
for (const logo of document.querySelectorAll(".site-logo")) {
  const hide = () => { logo.hidden = true; };
  logo.addEventListener("error", hide);
  if (logo.complete && logo.naturalWidth === 0) hide(); // it failed before this script ran
}
