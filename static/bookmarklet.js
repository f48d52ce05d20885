// The bookmarklet: finds what the page at hand describes and opens Lendlink's
// confirmation page with it. The app puts its own address in, minifies this
// file and makes a javascript: address of it (package bookmarklet).
//
// It loads nothing and works under any content security policy: no inline
// styles, no markup from strings, no eval. Only the item's metadata leaves the
// page: no address, no referrer, no session or source of a ContextObject.
// Every regular expression takes time linear in the text: repetitions are
// bounded, or cannot overlap.
(() => {
  const base = "LENDLINK_BASE", texts = "LENDLINK_TEXTS";

  // A page's own markup can hide properties of the document and of forms
  // (<img name=querySelectorAll>, <input name=title>): methods come from the prototypes.
  const { querySelectorAll, createElement } = Document.prototype, { getAttribute, closest } = Element.prototype;
  const find = (selector) => [...querySelectorAll.call(document, selector)];
  const attempt = (source, input) => { try { return source(input); } catch { return []; } };
  const first = (values) => values.find(Boolean);
  const attr = (element, ...names) => element && first(names.map((name) => getAttribute.call(element, name))) || "";
  const isAddress = (text) => /^(https?|urn|info):/i.test(text);

  // ── Identifiers and types in running text ──

  // The genre, or dissertation, that a word for a type of work means.
  const kinds = { dissertation: /thes[ei]s|dissert/i, bookitem: /chapter|book.?(part|section|item)/i, proceeding: /conference|proceeding/i,
    report: /report/i, article: /article|serial/i, book: /book|monograph/i };
  const kindIn = (type) => Object.keys(kinds).find((kind) => kinds[kind].test(type));

  // The first DOI. Between < and > of a SICI (10.1002/(SICI)1097-0258(1998)17:15<1661::AID-SIM968>3.0.CO;2-#) more is allowed.
  const doiIn = (text) => {
    let [doi] = /\b10\.\d{4,9}\/[^\s"'<>?#&]{1,300}(<[^\s"<>]{1,99}>[^\s"'<>?#&]{0,99}((?<=;2-)#)?)?/
      .exec(text.replace(/&lt;/g, "<").replace(/&gt;/g, ">")) || [""], before;
    do {
      before = doi;
      const end = doi.at(-1), open = { ")": "(", "]": "[" }[end];
      if (open ? doi.split(open).length < doi.split(end).length : /[.,;:]$/.test(doi)) doi = doi.slice(0, -1);
      doi = doi.replace(/(\/(full|abs|e?pdf|epub|html?|meta|summary)\w{0,20}|\.(full|pdf|html?))$/i, "");
    } while (doi != before);
    return doi;
  };

  // The first ISBN with a valid check digit after the pattern `before`.
  const isbnIn = (text, before) => {
    for (const [, number] of text.matchAll(RegExp(before + "((?:97[89][- ]?)?(?:\\d[- ]?){9}[\\dX])(?![\\dX-])", "gi"))) {
      const digits = number.replace(/[- ]/g, "").toUpperCase(), long = digits.length > 10;
      const sum = [...digits].reduce((sum, c, i) => sum + (c == "X" ? 10 : +c) * (long ? 1 + i % 2 * 2 : 10 - i), 0);
      if (sum % (long ? 10 : 11) == 0) return digits;
    }
    return "";
  };
  const named = "isbn(?:.?1[03])?\\D{0,40}?", alone = "(?<![\\d./-])(?=97[89])";
  const pmidIn = (text) => /(?:pmid|pubmed)\D{0,40}(\d{1,8})(?!\d)/i.exec(text)?.[1];

  // An ISO date without its time, with hyphens; any other as it is.
  const day = (date) => date.trim().replace(/^(\d{4})\D(\d\d)\D(\d\d)(?!\d)[^]*/, "$1-$2-$3");

  // ── Items: lists of key=value pairs in key/encoded-value form ──

  const pair = (key, value) => key + "=" + encodeURIComponent(String(value).slice(0, 2e3).toWellFormed().trim().replace(/\s+/g, " ")).replace(/%20/g, "+");

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
    for (const key in rest) fields["rft." + (key + kind == "pubdissertation" ? "inst" : key)] = rest[key];
    return Object.entries(fields).flatMap(([key, values]) => [].concat(values).filter((v) => v && /\S/.test(v)).map((v) => pair(key, v)));
  };

  const fold = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

  // What an item says. Kept until the item changes.
  const about = (pairs) => pairs.about ||= (() => {
    const query = new URLSearchParams(pairs.join("&"));
    const one = (...keys) => first(keys.flatMap((key) => ["rft.", "rft_", ""].map((prefix) => query.get(prefix + key)))) || "";
    const title = one("atitle", "btitle", "title", "jtitle", "stitle"), container = one("atitle") && one("btitle", "jtitle", "title");
    return {
      title, container, own: fold(title), host: fold(container),
      genre: one("genre", "val_fmt"), who: one("au", "aulast", "aucorp"), date: one("date"),
      doi: doiIn(query.getAll("rft_id") + " " + one("id", "doi")).toLowerCase(),
      isbn: one("isbn").replace(/\D/g, ""), number: one("id", "isbn", "issn"),
    };
  })();

  // An item has a title, or a number by which it can be found.
  const real = (pairs) => pairs.some((pair) => {
    const [key, value] = pair.split("=");
    return /title$/.test(key) ? /[\p{L}\p{N}]/u.test(decode(value)) : /(id|is[bs]n|oclc\w*|lccn|doi|rfe_dat)$/.test(key) && /\d/.test(decode(value));
  });

  // Two descriptions of one item: the same DOI; or the same title, and no other
  // container; or the same ISBN, where one has no title.
  const alike = (a, b) => {
    const x = about(a), y = about(b);
    if (x.doi && y.doi) return x.doi == y.doi;
    if (!x.own || !y.own) return x.isbn && x.isbn == y.isbn;
    return x.own == y.own && (x.host == y.host || !x.host || !y.host);
  };

  // Adds to an item what only another description of it has.
  const topics = [/^rft\.au/, /^rft\.[bjs]?title/, /^rft\.[se]?page/];
  const topic = (pair) => topics.findIndex((keys) => keys.test(pair)) + 1 || pair.split("=")[0];
  const fill = (item, other) => {
    const known = item.map(topic);
    item.push(...other.filter((pair) => !known.includes(topic(pair))));
    item.about = 0;
  };

  // ── COinS and other text in key/encoded-value form ──

  const decode = (text) => { text = text.replace(/\+/g, " "); try { return decodeURIComponent(text); } catch { return unescape(text); } };
  const decodeAll = (text, times = 5) => times ? decodeAll(decode(text), times - 1) : text;

  // The keys that describe the item. All others stay on the page: requester,
  // resolver, services, source, private data. rfe_dat holds OCLC numbers.
  const ours = /^(ctx_(ver|enc)|rfe_dat|rft[._](?!dat$|ref)\w+|id|genre|[abjs]?title|au\w*|date|year|pub|place|volume|issue|part|ssn|quarter|[se]?pages?|artnum|e?is[bs]n|coden|[sb]ici|edition|series|doi|pmid|oclc\w*|lccn)$/;
  // What belongs to a person, as a key inside of text: "&user_ip=", "<sessionid>", ";jsessionid:".
  const personal = /[&?;<]\W{0,9}(\w{0,30}(user|uid|netid|mail|sess|token|patron|passw|borrow|barcode|ticket|login|account|card)\w{0,30}|ip|pi|rk|[ps]id|(re[qs]|svc)[._]\w{0,30})\W{0,5}([=>]|:(?!\s))/i;

  // The pairs about the item. A piece that is not a pair continues the value before it ("Salt & Roads").
  const kev = (text) => {
    const kept = [];
    let open = false;
    for (const piece of text.replace(/&amp;/gi, "&").split("&")) {
      const at = piece.indexOf("="), plain = "&" + decodeAll(piece);
      const key = decodeAll(piece.slice(0, at + 1)).replace(/[^\w.]/g, "").toLowerCase();
      if (ours.test(key) && !personal.test("&" + key.replace(/^rft./, "") + "=")) open = kept.push([key, decode(piece.slice(at + 1))]);
      else if (at >= 0 && !/\S\s+\S/.test(decode(piece.slice(0, at))) || personal.test(plain) || /@|%[\da-f]{2}/i.test(plain)) open = false;
      else if (open) kept.at(-1)[1] += "&" + decode(piece);
    }
    return kept.flatMap(([key, value]) => {
      const plain = decodeAll(value), from = plain.search(personal);
      if (from >= 0) value = plain.slice(0, from);
      const known = !/^(rft[._])?id$/.test(key) || /^\s*(info:[^s]|urn:|https?:|10\.|doi|pm|bibcode|oai|is[bs]n|oclc|hdl|arxiv)[^@]*$/i.test(value);
      return known && value.trim() ? pair(key, value) : [];
    });
  };

  // In the page or in what is selected, each description once.
  const coins = (within) => [...new Set(find(".Z3988,.z3988").filter(within).map((element) => kev(attr(element, "title")).join("&")))]
    .map((query) => query.split("&")).filter(real);

  // ── <meta>: Highwire, PRISM, EPrints, Dublin Core, Open Graph ──

  // What several vocabularies say, the first of these says.
  const tagged = () => {
    let tags = {};
    for (const vocabulary of [/^(\w{1,9}_)?citation_/, /^(prism|eprints)[.:]/,
      /^dc(terms)?[.:](\w+\.(?!title))?/, /^(books?:|og:(?=title|isbn))/]) {
      const own = { __proto__: null };
      for (const tag of find("meta[content]")) {
        const name = attr(tag, "name", "property").toLowerCase(), content = attr(tag, "content");
        if (vocabulary.test(name) && content.trim()) (own[name.replace(vocabulary, "")] ||= []).push((/identifier$/.test(name) ? attr(tag, "scheme") + ":" : "") + content);
      }
      tags = { __proto__: null, ...own, ...tags };
    }
    const every = (names) => names.split(",").flatMap((name) => tags[name] || []);
    const all = (names) => first(names.split(",").map((name) => tags[name])) || [];
    const one = (names) => all(names)[0] || "";

    const cited = kev(all("bibliographiccitation").find((text) => /(^|[&;?])(rft[._]|ctx_)\w/i.test(text)) || "");
    const ids = every("doi,identifier,id,id_number,isbn,pmid").join(" ");
    const title = one("title").trim(), spage = one("firstpage,startpage,startingpage,spage"), doi = doiIn(ids);
    const isbn = one("isbn,eisbn") || isbnIn(ids, named) || isbnIn(ids, alone);
    const issn = one("issn,eissn") || /issn\W{0,9}(\d{4}-?\d{3}[\dx])/i.exec(every("ispartof,source,identifier"))?.[1];
    const institution = one("dissertation_institution"), office = one("technical_report_institution"), conference = one("conference_title,conference");
    const journal = one("journal_title"), periodical = one("publicationname,publication") || issn && one("source");
    let book = one("inbook_title,book_title").trim();
    // A book's own title without its subtitle is not a container.
    const whole = book && fold(title).startsWith(fold(book)) && /^\s*([^\s\p{L}\p{N}]|$)/u.test(title.slice(book.length)) && !(parseInt(spage) > 1);
    if (whole) book = "";
    const kind = institution ? "dissertation" : book ? "bookitem" : journal ? "article" : conference ? "proceeding" : office ? "report"
      : whole ? "book" : kindIn(about(cited).genre.replace(/.*:journal/, "article")) || isbn && spage && "bookitem"
      || kindIn(every("type,articletype,contenttype")) || (isbn ? periodical ? "bookitem" : "book" : (periodical || issn) && "article");
    const people = (names) => all(names).filter((name) => !isAddress(name));
    const au = people("author,authors,creator,personalname,creators_name");
    const found = item({
      kind, title, doi,
      au: au[0] ? au : people((kind == "bookitem" ? "" : "editor,editors_name,") + "contributor"),
      isbn,
      container: [book, journal, conference, periodical, one("ispartof")].find((name) => name && !isAddress(name)),
      pmid: one("pmid") || pmidIn(ids),
      date: day(one("publication_date,cover_date,coverdate,date,year,online_date,publicationdate,issued,release_date")),
      pub: institution || office || one("publisher"),
      issn,
      volume: one("volume"),
      issue: one("issue,number"),
      spage,
      epage: one("lastpage,endpage,endingpage,epage"),
      pages: !spage && one("pages,pagerange,pagenumber"),
      edition: one("edition"),
    });
    fill(found, cited);
    return (title ? kind || doi || au[0] : doi || isbn || cited[0]) ? [found] : [];
  };

  // ── schema.org: JSON-LD, microdata, RDFa ──

  const local = (name) => name.replace(/^.*[/:#]/, "").replace(/^(id|type)$/, "@$1");

  // A value of JSON-LD, its keys without prefixes and addresses, nulls left out.
  const plain = (value) => {
    if (Array.isArray(value)) return value.filter((one) => one != null).map(plain);
    if (value !== Object(value)) return value;
    const node = { __proto__: null };
    for (const key in value) if (value[key] != null) node[local(key)] ??= plain(value[key]);
    return node;
  };

  // The outermost nodes that attributes mark. A link's value is its address and its text.
  const marked = ([scope, type, property]) => {
    const nodes = new Map(find(`[${scope}]`).map((element) =>
      [element, { __proto__: null, "@type": attr(element, type).split(/\s+/), "@id": attr(element, "itemid", "resource") }]));
    const inner = new Set();
    for (const element of find(`[${scope}] [${property}]`)) {
      const text = attr(element, "content", "datetime") || element.textContent;
      const address = attr(element, "href", "resource");
      const value = nodes.get(element) || (address ? { "@id": address, name: text } : text);
      inner.add(value);
      for (const name of attr(element, property).split(/\s+/)) (nodes.get(closest.call(element.parentElement, `[${scope}]`))[local(name)] ||= []).push(value);
    }
    return [...nodes.values()].filter((node) => !inner.has(node));
  };

  // Line breaks in strings are a common mistake.
  const script = (element) => plain(JSON.parse(element.textContent.replace(/[\0-\x1f]+/g, " ")));

  // The works that no other work here holds.
  const linked = () => {
    const works = [], known = new Map();
    const list = (value) => [].concat(value ?? []).flatMap((one) => one["@list"] || one["@set"] || one).map((one) => known.get(one["@id"] || one) || one);
    const text = (value) => first(list(value).map((one) => (one === Object(one) ? text(one.name ?? one["@value"]) : String(one)).trim())) || "";
    const is = (node, pattern) => first(list(node["@type"]).map((type) => pattern.exec(local(String(type)))))?.[0];
    const numbers = (node) => JSON.stringify([node.identifier, node.productID, node.gtin13, node.sku]);
    const isbnOf = (node) => text(node.isbn) || isbnIn(numbers(node), named) || is(node, /Product/) && isbnIn(numbers(node), alone);
    const kindOf = (node) => kindIn(is(node, /^(Book|Chapter|Thesis|Report)$|ScholarlyArticle/)) || is(node, /Product/) && isbnOf(node) && "book";
    const walk = (node, inside) => {
      if (node !== Object(node)) return;
      if (node["@type"] && node["@id"]) known.set(node["@id"], node);
      const work = kindOf(node);
      if (work && !inside) works.push(node);
      for (const key in node) walk(node[key], inside || work);
    };
    for (const element of find('script[type^="application/ld+json" i]')) walk(attempt(script, element));
    walk(attempt(marked, ["itemscope", "itemtype", "itemprop"]));
    walk(attempt(marked, ["typeof", "typeof", "property"]));
    const people = (value) => list(value).map((who) => [text(who.familyName), text(who.givenName)].filter(Boolean).join(", ") || text(who)).filter((name) => name && !isAddress(name));
    const holders = (work) => {
      const chain = [work];
      for (const node of chain) for (const up of list(node.isPartOf)) if (chain.length < 9 && !chain.includes(up) && !is(up, /^Web/)) chain.push(up);
      return chain.slice(1);
    };
    const held = new Set(works.flatMap(holders));
    return works.filter((work) => !held.has(work)).slice(0, 300).map((work) => {
      const kind = kindOf(work), part = /article|item/.test(kind), above = holders(work), editions = list(work.workExample);
      const chain = [work, ...above, ...(editions[1] || part ? [] : editions)];
      const from = (...keys) => first(chain.flatMap((node) => keys.map((key) => text(node[key])))) || "";
      const names = above.map(text).filter((name) => name && !isAddress(name));
      const ids = JSON.stringify([work.doi, work.identifier, work.sameAs, work["@id"], work.url]);
      return item({
        kind,
        title: text(work.name || work.headline),
        container: kind == "article" ? text(above.find((node) => is(node, /Periodical|Journal/))) || names.pop() : names[0],
        doi: doiIn(ids), pmid: pmidIn(ids),
        au: [work.author, work.creator, part ? [] : work.editor, work.contributor].map(people).find((found) => found[0]),
        date: day(from("datePublished", "copyrightYear")),
        pub: from("publisher", "sourceOrganization"),
        isbn: first(chain.map(isbnOf)),
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

  // ── The page's address and what it shows ──

  const address = decode(location.href);
  const title = find("title")[0]?.textContent.trim() || "";

  // The title on a page like a shop's. A heading is the title if the page's name begins with it.
  const product = () => {
    const heads = find("h1"), head = heads[1] ? "" : heads[0]?.textContent.trim();
    const shared = attr(find('meta[property="og:title"]')[0], "content");
    return find("#productTitle,h1[itemprop=name],[itemprop=name] h1")[0]?.textContent ||
      (head && [shared, title].some((name) => name > head && name.startsWith(head)) ? head : shared);
  };

  // A DOI or an ISBN in the address, or an ISBN that a page like a shop's shows.
  const numbered = () => {
    const doi = doiIn(address);
    const isbn = isbnIn(address, "(?:\\b(?:dp|product|isbn)[/=:]|(?<![\\d-])(?=97[89]))") || isbnIn(find("body")[0].innerText, named);
    return [item(doi ? { doi } : { kind: "book", title: isbn && product(), isbn })];
  };

  // What is selected. The span of a COinS is empty and often after the citation that it describes.
  const selection = getSelection(), chosen = String(selection).trim();
  const selected = () => coins((span) => [span, span.previousElementSibling].some((node) => node && selection.containsNode(node, true)));

  // The page's own work, in several vocabularies maybe, then the works it cites.
  const onPage = () => {
    const items = [];
    const add = (found, among) => {
      const at = items.indexOf(among.find((one) => alike(one, found)));
      if (at < 0) return items.push(found);
      // A description that says what the item is counts for more than one that does not.
      if (about(items[at]).genre || !about(found).genre) return fill(items[at], found);
      fill(found, items[at]);
      items[at] = found;
    };
    for (const found of [...attempt(tagged), ...attempt(linked)].filter(real)) add(found, items);
    const own = [...items];
    for (const found of coins(() => true)) add(found, own);
    const [one] = items, doi = doiIn(address);
    // The DOI in the address is that of the page's own work, or of none of those it cites.
    if (one && doi && !items.some((item) => about(item).doi == doi.toLowerCase())) {
      if (own[0] ? !own[1] && !about(one).doi : !items[1] && fold(title).includes(about(one).own)) one.push(pair("rft_id", "info:doi/" + doi));
      else if (!own[0]) items.unshift(item({ doi }));
    }
    return items;
  };

  // ── Opening ──

  const make = (tag, properties, ...children) => {
    const element = Object.assign(createElement.call(document, tag), properties);
    element.append(...children);
    return element;
  };
  const request = (pairs) => base + "/confirm?url_ver=Z39.88-2004&" + pairs.join("&") + "&rfr_id=info:sid/lendlink:bookmarklet";

  const anchor = (href, ...children) => make("a", { href, rel: "noreferrer" }, ...children);

  // Opens an address in a new window, without referrer or opener. Returns nothing where the page forbids it.
  const launch = (href) => {
    const opened = open("", "_blank"), link = anchor(href);
    if (opened) {
      opened.opener = null;
      opened.document.body.append(link);
      link.click();
    }
    return opened;
  };

  // The dialog sits in a shadow root: neither the page's styles nor its scripts meet it.
  // It is in one of the library's languages: the browser's, else the first.
  const choose = (choices, blocked) => {
    const [lang, which, done, why] = (texts.find(([lang]) => navigator.language.startsWith(lang)) || texts[0]).map(decode);
    find("#lendlink-ask")[0]?.remove();
    const host = make("div", { id: "lendlink-ask", lang });
    const root = host.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(":host{all:initial}" +
      "dialog{width:32rem;padding:0 28px 20px;border:0;border-radius:14px;font:16px/1.5 system-ui}" +
      "header{position:sticky;top:0;padding:20px 0 12px;background:white}" +
      "h2{margin:0}" +
      "ul{padding:0;list-style:none}" +
      "a{display:block;padding:12px 0;border-top:1px solid #ccd;overflow-wrap:anywhere}" +
      "small{display:block}" +
      "button{float:right;font:inherit}");
    root.adoptedStyleSheets = [style];
    const links = choices.map(([href, title, more]) => {
      const link = anchor(href, title, " ", make("small", {}, more));
      if (!blocked) link.onclick = (event) => {
        event.preventDefault();
        if (!launch(href)) choose(choices, true);
      };
      return link;
    });
    const ariaLabel = blocked ? why : which;
    const dialog = make("dialog", { ariaLabel, onclose: () => host.remove() },
      make("header", {}, make("button", { onclick: () => dialog.close() }, done), make("h2", {}, ariaLabel)),
      make("ul", {}, ...links.map((link) => make("li", {}, link))));
    links[0].autofocus = true;
    root.append(dialog);
    find(":root")[0].append(host);
    dialog.showModal();
  };

  // What staff have selected counts before what the page says. Text goes to the library's
  // page in the fragment, which no server sees, and is read there as if it had been pasted.
  // Where nothing is found, that page says so.
  const items = (chosen ? [selected] : [onPage, numbered]).map((source) => attempt(source).filter(real)).find((found) => found[0]) || [[]];
  const choices = items.map((pairs) => {
    const { title, number, who, container, date } = about(pairs);
    return [pairs[0] || !chosen ? request(pairs) : base + "/#paste=" + encodeURIComponent(chosen.slice(0, 2e4).toWellFormed()),
      title || number || chosen || base, [who, container, date].filter(Boolean).join(", ")];
  });
  if (choices[1] || !launch(choices[0][0])) choose(choices, !choices[1]);
})();
