// Turns what a library's page says of books and articles into links that
// request them through Lendlink:
//
//   <script src="https://ill.example.edu/static/embed.js" data-library="demo" defer></script>
//
// A link follows each COinS span (class Z3988) and goes into each element with
// data-lendlink, whose value is a DOI, an ISBN or an OpenURL query:
//
//   <li data-lendlink="9780306406157">Edges of the Sea</li>
//   <a data-lendlink="genre=article&atitle=Slack+water&issn=1234-5679">Slack water</a>
//
// On the script: data-library is the library's code (may be absent where there
// is only one); data-confirm makes links show the confirmation page always;
// data-text is the links' text in place of the one in the page's language.
// Links have the class lendlink, for the page to style. Nothing else is touched,
// nothing is requested before a link is followed, and content that comes later
// gets its links too.
(() => {
  const script = document.currentScript;
  const { library, confirm, text } = script.dataset;
  const base = script.src.replace(/\/static\/[^/]*$/, "") + (library ? "/" + encodeURIComponent(library) : "") +
    (confirm === undefined ? "/openurl?" : "/confirm?");
  const texts = {
    en: "Request through interlibrary loan",
    es: "Solicitar por préstamo interbibliotecario",
    fr: "Demander par prêt entre bibliothèques",
    de: "Per Fernleihe bestellen",
  };

  const query = (value) => {
    value = value.trim().replace(/^\?/, "");
    const doi = /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(value);
    if (doi) return "rft_id=info%3Adoi%2F" + encodeURIComponent(doi[1]);
    const isbn = /^(?:isbn:? ?)?((?:97[89])?\d{9}[\dX])$/i.exec(value.replace(/(\d)[- ](?=[\dX])/gi, "$1"));
    if (isbn) return "rft.genre=book&rft.isbn=" + isbn[1];
    // Spans of catalogues may hold the session of whoever saved the page.
    return value.includes("=") ? value.replace(/&amp;/g, "&").split("&").filter((pair) => !/^(req|svc|res)[._]/.test(pair)).join("&") : "";
  };

  // The title by which people who do not see the page tell one link from the next.
  const titleIn = (query) => {
    const pairs = new URLSearchParams(query);
    return ["atitle", "btitle", "title", "jtitle"].flatMap((key) => [pairs.get("rft." + key), pairs.get(key)]).find(Boolean);
  };

  const fillIn = (link, value, name) => {
    const openurl = query(value);
    if (!openurl) return null;
    const source = /(^|&)(rfr_id|sid)=/.test(openurl) ? "" : "&rfr_id=info%3Asid%2F" + location.hostname;
    link.href = base + openurl + source;
    link.rel = "nofollow";
    link.classList.add("lendlink");
    if (link.textContent.trim()) return link;
    const page = (name.closest("[lang]") || document.documentElement).lang.slice(0, 2).toLowerCase();
    const language = texts[page] ? page : "en";
    link.textContent = text || texts[language];
    if (!text) link.lang = language;
    const title = titleIn(openurl) || name.textContent.trim().replace(/\s+/g, " ") || value;
    link.setAttribute("aria-label", link.textContent + ": " + title);
    return link;
  };

  const visit = (element) => {
    const value = element.dataset.lendlink;
    if (element.matches("a[data-lendlink]")) {
      if (!element.hasAttribute("href")) fillIn(element, value, element);
    } else if (element.closest("a")) {
      return; // a link cannot hold a link
    } else if (value !== undefined) {
      if (element.querySelector(":scope > a.lendlink")) return;
      const link = fillIn(document.createElement("a"), value, element);
      if (link) element.append(" ", link);
    } else if (!element.nextElementSibling?.matches("a.lendlink")) {
      const link = fillIn(document.createElement("a"), element.title, element);
      if (link) element.after(" ", link);
    }
  };

  const wanted = "span.Z3988, [data-lendlink]";
  const scan = (root) => {
    if (root.matches?.(wanted)) visit(root);
    root.querySelectorAll(wanted).forEach(visit);
  };

  scan(document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node.nodeType == 1) scan(node);
  }).observe(document, { childList: true, subtree: true });
})();
