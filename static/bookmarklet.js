// The bookmarklet: finds what the page at hand describes and opens Lendlink's
// confirmation page with it. The app puts its own address in, minifies this
// file and makes a javascript: address of it (package bookmarklet).
//
// It loads nothing and works under any content security policy: no inline
// styles, no markup from strings, no eval. Only the item's metadata leaves the
// page: no address, no referrer, no session or source of a ContextObject.
(() => {
  const base = "LENDLINK_BASE";

  const find = (selector) => [...document.querySelectorAll(selector)];

  // ── What running text tells ──

  // The genre, or dissertation, that a word for a type of work stands for.
  const kindIn = (type) => [["dissertation", /thes[ei]s|dissert/i], ["bookitem", /chapter|book.?(part|section|item)/i],
    ["proceeding", /conference|proceeding/i], ["report", /report/i], ["article", /article/i], ["book", /book|monograph/i]]
    .find(([, words]) => words.test(type))?.[0];

  const doiIn = (text) => (/\b10\.\d{4,9}\/[^\s"'<>?#&]+/.exec(text) || [""])[0]
    .replace(/(\/(full|abs|e?pdf|epub|html?|meta|summary)\w*|\.pdf|[.,;]+)+$/i, "");

  // The first ISBN with a valid check digit that stands behind the pattern `before`.
  const isbnIn = (text, before) => {
    const number = "((?:97[89][- ]?)?(?:\\d[- ]?){9}[\\dX])(?![\\dX-])";
    for (const match of text.matchAll(new RegExp(before + number, "gi"))) {
      const digits = match[1].replace(/[- ]/g, "").toUpperCase();
      const long = digits.length > 10;
      const sum = [...digits].reduce((sum, c, i) => sum + (c == "X" ? 10 : +c) * (long ? 1 + i % 2 * 2 : 10 - i), 0);
      if (sum % (long ? 10 : 11) == 0) return digits;
    }
    return "";
  };

  // ── Items: lists of key=value pairs in key/encoded-value form ──

  const pair = (key, value) => key + "=" + encodeURIComponent(String(value).trim().replace(/\s+/g, " ")).replace(/%20/g, "+");

  // An item of fields named as in the KEV formats, plus kind (a genre, or
  // dissertation), title (its own), container, doi and pmid.
  const item = ({ kind, title, container, doi, pmid, ...rest }) => {
    const part = /article|item|proceeding/.test(kind);
    const fields = {
      rft_val_fmt: kind && "info:ofi/fmt:kev:mtx:" + ({ article: "journal", dissertation: kind }[kind] || "book"),
      "rft.genre": kind != "dissertation" && kind,
      rft_id: [doi && "info:doi/" + doi, pmid && "info:pmid/" + pmid],
      ["rft." + (part ? "atitle" : /book|report/.test(kind) ? "btitle" : "title")]: title,
      ["rft." + (kind == "article" ? "jtitle" : part ? "btitle" : "series")]: container,
    };
    for (const key in rest) fields["rft." + key] = rest[key];
    return Object.entries(fields).flatMap(([key, values]) => [].concat(values).filter(Boolean).map((v) => pair(key, v)));
  };

  // What an item says: the first value of the keys given.
  const said = (pairs, ...keys) => {
    const query = new URLSearchParams(pairs.join("&"));
    return keys.map((key) => query.get("rft." + key) || query.get(key)).find(Boolean) || "";
  };
  const titleOf = (pairs) => said(pairs, "atitle", "btitle", "title", "jtitle");
  const containerOf = (pairs) => said(pairs, "atitle") && said(pairs, "btitle", "jtitle", "title");

  // Two descriptions of one item: same title, and in no other container.
  const alike = (a, b) => [titleOf, containerOf].every((of, i) => {
    const [x, y] = [a, b].map((pairs) => of(pairs).toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
    return x == y || i && (!x || !y);
  });

  // Adds to an item what only another description of it tells of.
  const topics = [/^rft\.au/, /^rft\.[bjs]?title/, /^rft\.[se]?page/];
  const topic = (pair) => topics.findIndex((keys) => keys.test(pair)) + 1 || pair.split("=")[0];
  const fill = (item, other) => {
    const known = item.map(topic);
    item.push(...other.filter((pair) => !known.includes(topic(pair))));
  };

  // ── Sources ──

  // COinS, in the page or in what is selected. Requester, resolver, services,
  // private data and what cites the item are left out, but not rfe_dat, which
  // holds OCLC numbers.
  const coins = (within) => [...new Set(find(".Z3988, .z3988").filter(within).map((span) => span.title.replace(/&amp;/g, "&").split("&")
    .filter((pair) => pair && !/^(re[qs]|svc|rfr|rfe\.|rfe_(?!dat)|pid=|sid=|user_ip|url_)/i.test(pair)).join("&")))]
    .filter(Boolean).map((query) => query.split("&"));

  // <meta>: Highwire, PRISM, Dublin Core, Open Graph. What several say, the first of these says.
  const tagged = () => {
    let tags = {};
    for (const vocabulary of [/^(bepress_)?citation_/, /^prism[.:]/, /^dc(terms)?[.:]/, /^books?:/, /^og:(?=title)/]) {
      const own = {};
      for (const tag of find("meta[content]")) {
        const name = (tag.name || tag.getAttribute("property") || "").toLowerCase();
        if (vocabulary.test(name) && tag.content.trim()) (own[name.replace(vocabulary, "")] ||= []).push(tag.content);
      }
      tags = { ...own, ...tags };
    }
    const all = (names) => names.split(" ").map((name) => tags[name]).find(Boolean) || [];
    const one = (names) => all(names)[0] || "";

    const ids = all("identifier").join(" "), isbn = one("isbn") || isbnIn(ids, "isbn:? ?");
    const institution = one("dissertation_institution"), office = one("technical_report_institution");
    const book = one("inbook_title book_title"), journal = one("journal_title"), conference = one("conference_title"), periodical = one("publicationname");
    const kind = institution ? "dissertation" : book ? "bookitem" : journal ? "article" : conference ? "proceeding" : office ? "report"
      : kindIn(one("type article_type contenttype")) || (isbn ? periodical ? "bookitem" : "book" : periodical && "article");
    const doi = doiIn(one("doi") + " " + ids), title = one("title");
    const au = all("author authors creator contributor.author").filter((name) => !/^http/.test(name));
    return title && (kind || doi || au[0]) ? [item({
      kind, title, doi, au, isbn,
      container: book || journal || conference || periodical || one("ispartof relation.ispartof"),
      pmid: one("pmid"),
      date: one("publication_date date year online_date publicationdate issued date.issued release_date").replace(/\//g, "-").slice(0, 10),
      [kind == "dissertation" ? "inst" : "pub"]: institution || office || one("publisher"),
      issn: one("issn eissn"),
      volume: one("volume"),
      issue: one("issue number"),
      spage: one("firstpage startingpage"),
      epage: one("lastpage endingpage"),
    })] : [];
  };

  // schema.org in JSON-LD: the works that no other work here holds.
  const linked = () => {
    const works = [], named = {};
    const kindOf = (node) => [].concat(node["@type"]).map((type) => /(^|[/:#])(Book|Chapter|(Medical)?ScholarlyArticle|Thesis)$/.test(type) && kindIn(type)).find(Boolean);
    const walk = (node) => {
      if (!node || typeof node != "object") return;
      if (node["@type"]) named[node["@id"]] = node;
      if (kindOf(node)) works.push(node);
      else Object.values(node).forEach(walk);
    };
    for (const script of find('script[type="application/ld+json"]')) {
      try { walk(JSON.parse(script.textContent)); } catch { /* not ours to mend */ }
    }
    const list = (value) => [].concat(value ?? []).map((node) => node["@id"] && named[node["@id"]] || node);
    const text = (value) => { const [node] = list(value); return String(node?.name ?? node?.["@value"] ?? (typeof node == "object" ? "" : node ?? "")); };
    const people = (value) => list(value).map((who) => who.familyName ? who.familyName + (who.givenName ? ", " + who.givenName : "") : text(who));
    const holders = (work) => { const found = []; while (work && found.length < 5) if ((work = list(work.isPartOf)[0])) found.push(work); return found; };
    const held = works.flatMap(holders);
    return works.filter((work) => !held.includes(work)).map((work) => {
      const kind = kindOf(work), above = holders(work), chain = [work, ...above];
      const from = (...keys) => text(chain.flatMap((node) => keys.map((key) => node[key])).find((value) => text(value)));
      const names = above.map((node) => text(node)).filter(Boolean);
      return item({
        kind,
        title: text(work.name || work.headline),
        container: kind == "article" ? names.pop() : names[0],
        doi: doiIn(JSON.stringify([work.doi, work.identifier, work.sameAs, work["@id"], work.url])),
        au: people(work.author || work.creator),
        date: from("datePublished", "copyrightYear").slice(0, 10),
        [kind == "dissertation" ? "inst" : "pub"]: from("publisher", "sourceOrganization"),
        isbn: from("isbn"),
        issn: from("issn"),
        volume: from("volumeNumber"),
        issue: from("issueNumber"),
        spage: text(work.pageStart),
        epage: text(work.pageEnd),
        pages: text(work.pagination),
        edition: text(work.bookEdition),
      });
    });
  };

  // A DOI or an ISBN in the address, or an ISBN that a page like a shop's shows.
  const numbered = () => {
    let address = location.href;
    try { address = decodeURIComponent(address); } catch { /* a bad %: as it is */ }
    const doi = doiIn(address);
    if (doi) return [item({ doi })];
    const isbn = isbnIn(address, "(?:\\b(?:dp|product|isbn)[/=:]|(?<![\\d-])(?=97[89]))") || isbnIn(document.body.innerText, "ISBN(?:.?1[03])?[^\\dX]{0,20}");
    return isbn ? [item({ kind: "book", title: find("#productTitle, h1[itemprop=name]")[0]?.textContent, isbn })] : [];
  };

  // What staff have selected goes before what the page says.
  const selected = () => {
    const selection = getSelection(), text = String(selection).trim();
    if (!text) return [];
    // The span is empty and often stands behind the citation that it describes.
    const inside = coins((span) => [span, span.previousElementSibling].some((node) => node && selection.containsNode(node, true)));
    if (inside[0]) return inside;
    const doi = doiIn(text), isbn = doi ? "" : isbnIn(text, "(?<![\\d-])");
    if (doi) return [item({ doi })];
    if (isbn) return [item({ kind: "book", isbn })];
    return text.length > 300 ? [] : [item({ title: text })];
  };

  // The page's own work, in several vocabularies maybe, then the works it cites.
  const onPage = () => {
    const items = [];
    const add = (found, among) => {
      const same = among.find((one) => alike(one, found));
      if (same) fill(same, found); else items.push(found);
    };
    for (const found of tagged().concat(linked())) add(found, items);
    const own = [...items];
    for (const found of coins(() => true)) add(found, own);
    return items[0] ? items : numbered();
  };

  // ── Opening ──

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const link = (href, ...children) => make("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
  const address = (pairs) => base + "/confirm?" + ["url_ver=Z39.88-2004", ...pairs, pair("rfr_id", "info:sid/lendlink:bookmarklet")].join("&");

  // The dialog sits in a shadow root: neither the page's styles nor its scripts meet it.
  const choose = (items) => {
    document.getElementById("lendlink-chooser")?.remove();
    const host = make("div", { id: "lendlink-chooser", lang: "en" });
    const root = host.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(":host{all:initial}" +
      "dialog{box-sizing:border-box;width:min(36rem,92vw);max-height:86vh;padding:0 28px 20px;border:0;border-radius:14px;font:16px/1.5 system-ui,sans-serif;color:#1b2430;background:#fff}" +
      "::backdrop{background:#101820a6}" +
      "header{position:sticky;top:0;display:flex;gap:16px;align-items:center;justify-content:space-between;padding:20px 0 12px;background:#fff}" +
      "h2{margin:0;font-size:21px;line-height:1.25}" +
      "ul{margin:0;padding:0;list-style:none}" +
      "a{display:block;margin:0 -12px;padding:12px;border-top:1px solid #e3e7ec;color:#0a4b78;overflow-wrap:anywhere}" +
      "a:hover{background:#eef4f9}" +
      "small{display:inline-block;width:100%;color:#4d5866}" +
      "button{font:inherit;padding:5px 14px}" +
      ":focus-visible{outline:3px solid #0a4b78;outline-offset:-3px}");
    root.adoptedStyleSheets = [style];
    const heading = make("h2", { id: "heading" }, items[0] ? "Which item do you want?" : "No item found on this page");
    const close = make("button", { type: "button", onclick: () => dialog.close() }, "Close");
    const entries = items.map((pairs) => link(address(pairs), titleOf(pairs) || said(pairs, "rft_id", "isbn", "issn"), " ",
      make("small", {}, [said(pairs, "au", "aulast", "aucorp"), containerOf(pairs), said(pairs, "date")].filter(Boolean).join(" · "))));
    const dialog = make("dialog", { onclose: () => host.remove() }, make("header", {}, heading, close), items[0]
      ? make("ul", {}, ...entries.map((entry) => make("li", {}, entry)))
      : make("p", {}, "Select a title, DOI or ISBN on the page and use the bookmark again.", link(base + "/", "Or fill in a blank form")));
    dialog.setAttribute("aria-labelledby", "heading");
    (entries[0] || close).autofocus = true;
    root.append(dialog);
    document.documentElement.append(host);
    dialog.showModal();
  };

  const chosen = selected(), items = chosen[0] ? chosen : onPage();
  if (items.length == 1) link(address(items[0])).click();
  else choose(items);
})();
