// Lendlink on the pages of Primo, classic (AngularJS) and new (NDE): a note on
// interlibrary loans in My Account, and requests in place. The app puts the library's
// settings in and minifies this file (package primo).
//
// Functions of the page are wrapped and passed on, never replaced: what others have put
// around them stays. Elements of Primo get nothing but a child or a neighbour. An error
// here leaves the page as it is. What the answers say of loans is kept in memory and goes
// nowhere. Nothing is made from strings of markup, no inline style or script is needed.
(() => {
  const settings = "LENDLINK_SETTINGS";
  const script = document.currentScript;
  // The library's address: from the settings, or from this script's own, which may lack the code.
  const from = settings.base || (script && /\/primo\.js/.test(script.src) ? script.src.replace(/\/primo\.js.*$/, "") : "");
  const base = from && from.replace(RegExp("(/" + settings.code + ")?$"), "/" + settings.code);
  const mark = Symbol.for("lendlink.primo");
  if (window[mark]) return; // loaded twice: by the view's package and the consortium's, say

  const safely = (work) => function (...args) {
    try { return work.apply(this, args); } catch (error) { console.warn("Lendlink:", error); }
  };
  const find = (selector, from) => [...(from || document).querySelectorAll(selector)];
  const on = (target, type, listener, first) => target.addEventListener(type, listener, first);
  const set = (node, name, value) => value === null ? node.removeAttribute(name) : node.setAttribute(name, value);
  const element = (tag, name, ...children) => {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...children);
    return made;
  };

  // ── Language: that of the address or of the document, whichever changed last ──

  const seen = {};
  const language = () => {
    const now = { address: new URLSearchParams(location.search).get("lang") || "", page: document.documentElement.lang };
    if (now.address !== seen.address) seen.current = now.address || now.page;
    else if (now.page !== seen.page) seen.current = now.page || now.address;
    Object.assign(seen, now);
    return (seen.current || "").slice(0, 2).toLowerCase();
  };
  // Returns a text in the language of the page, or in the first of the library's languages
  // that has one, and the language that it is in; "" is for all.
  const inLanguage = (texts) => {
    const wanted = language(), found = [wanted, ...settings.languages, ""].find((code) => code in texts);
    return found === undefined ? {} : { text: texts[found], lang: found === wanted ? "" : found };
  };
  const label = (name) => {
    const { text, lang } = inLanguage(settings.texts);
    return { text: text[name], lang };
  };

  // ── Loans: what Primo fetched of them ──

  // The lists of loans by their address without page and language.
  const lists = new Map();
  const maxLists = 20;
  const title = (text) => String(text || "").normalize("NFC").toLowerCase().replace(/\s+/g, " ").replace(/[\s/:;,.=]+$/, "").trim();
  const lower = (text) => String(text || "").trim().toLowerCase();
  const numbers = (text) => (String(text || "").match(/\d+/g) || []).map(Number);
  // Returns the numbers of a date such as 20261203 or 03/12/2026, in whatever order.
  const anyOrder = (numbers) => numbers.sort().join();
  const dateIn = (text) => anyOrder(numbers(String(text || "").replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3")));
  const tests = { is: (value, wanted) => value === wanted, has: (value, wanted) => value.includes(wanted) };
  // Whether some rule holds for a value of the fields whose names match.
  const matchesRule = (fields, valueOf) => settings.rules.some(([names, test, ...wanted]) => names.split(" ").some((name) => {
    const value = fields.test(name) && lower(valueOf(name));
    return value && wanted.some((one) => tests[test](value, lower(one)));
  }));
  const isInterlibrary = (loan) => matchesRule(/./, (field) => loan[field]);

  const takeLoans = (address, answer) => {
    const url = new URL(address, location.href), of = url.searchParams, offset = Number(of.get("offset")) || 1;
    for (const name of ["bulk", "lang", "offset"]) of.delete(name);
    const key = url.pathname + "?" + of, past = of.get("type") === "history";
    const data = answer && answer.status !== "failed" && answer.data && answer.data.loans;
    const loans = [].concat(data && data.loan || []).filter(Boolean).map((loan) => ({
      id: String(loan.loanid), title: title(loan.title), interlibrary: !past && isInterlibrary(loan),
      number: String(loan.itembarcode || ""), due: dateIn(loan.duedate),
    }));
    const before = offset > 1 && lists.get(key) || [];
    const known = new Set(before.map((loan) => loan.id));
    lists.delete(key);
    lists.set(key, before.concat(loans.filter((loan) => !known.has(loan.id))));
    if (lists.size > maxLists) lists.delete(lists.keys().next().value);
    drawSoon();
  };

  const isLoans = (address) => /\/myaccount\/loans\/?(?:[?#]|$)/.test(address);

  const watchAnswers = () => {
    const addresses = new WeakMap();
    const answered = safely(function () {
      const address = addresses.get(this);
      if (!address || this.status !== 200) return;
      takeLoans(address, /json/.test(this.responseType) ? this.response : JSON.parse(this.responseText));
    });
    const expect = safely((request, address) => {
      if (!addresses.has(request) && isLoans(address)) on(request, "load", answered);
      if (addresses.has(request) || isLoans(address)) addresses.set(request, isLoans(address) && address);
    });
    const { open } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (method, address) {
      expect(this, String(address));
      return open.apply(this, arguments);
    };
    const listen = safely((answer, input) => {
      const address = String(input && input.url || input);
      if (!isLoans(address)) return;
      answer.then((response) => response.ok && response.clone().json()).then((body) => body && takeLoans(address, body)).catch(() => {});
    });
    const { fetch } = window;
    window.fetch = function (input) {
      const answer = fetch.apply(this, arguments);
      listen(answer, input);
      return answer;
    };
  };

  // ── Loans: which one a row on the page is about ──

  const leaves = (row) => find("*", row).filter((node) => !node.childElementCount && !node.closest(".lendlink"));
  const cut = /(\.{3}|…)$/;

  // Returns the title of a row as the lists have it: "" for none of theirs, nothing where
  // it could be several.
  const titleOf = (row, titles) => {
    const heading = row.querySelector("h3"), found = new Set();
    for (const { textContent } of heading ? [heading] : leaves(row)) {
      const text = textContent.trim(), whole = title(text), begin = title(text.replace(cut, ""));
      if (titles.has(whole)) found.add(whole);
      else if (cut.test(text) && begin.length > 19) for (const one of titles) if (one.startsWith(begin)) found.add(one);
    }
    return found.size > 1 ? undefined : [...found][0] || "";
  };

  // Returns the loan that it is if all of these are interlibrary loans: without a number
  // where that is in doubt.
  const agreed = (loans) => {
    if (!loans.length || !loans.every((loan) => loan.interlibrary)) return;
    return loans.every((loan) => loan.number === loans[0].number) ? loans[0] : { id: loans[0].id };
  };

  // Whether a row says itself where the item is from. It counts for lists that came
  // before this script.
  const namesPlace = (row) => leaves(row).some((node) => matchesRule(/name$/, () => node.textContent));

  // Returns the interlibrary loan that a row is about, or nothing. Where several loans have
  // the title, the date it is due decides; their order cannot, for patrons can change it.
  const loanOf = (row, all, titles) => {
    const shown = titleOf(row, titles);
    if (shown === "") return namesPlace(row) ? { id: "" } : undefined;
    const alike = all.filter((loan) => loan.title === shown), on = numbers(row.textContent);
    const due = alike.filter((loan) => on.some((_, i) => anyOrder(on.slice(i, i + 3)) === loan.due));
    return alike.length > 1 && agreed(due) || agreed(alike);
  };

  // ── Loans: the note ──

  const paragraphs = (runs) => runs.map(([text, bold, address]) => {
    if (text === "\n") return element("br", "");
    const inner = bold ? element("strong", "", text) : text;
    if (!address) return inner;
    const link = element("a", "", inner);
    link.href = address;
    return link;
  });

  const note = (loan, key) => {
    const own = inLanguage(settings.loans.note), text = element("span", "", ...paragraphs(own.text));
    if (own.lang) text.lang = own.lang;
    const lines = [text];
    const number = settings.loans.number && loan.number, account = settings.loans.account;
    if (account || number) {
      const line = element("span", "lendlink-more"), link = element("a", ""), count = element("span", "");
      const to = label("account"), request = label("number");
      if (account) Object.assign(link, { href: account, textContent: to.text, lang: to.lang || language() }), line.append(link, " ");
      if (number) Object.assign(count, { textContent: request.text.replace("{1}", number), lang: request.lang || language() }), line.append(count);
      lines.push(line);
    }
    const made = element("div", "lendlink lendlink-note", ...lines);
    made.dir = "auto"; // the texts may be in another language than the page
    set(made, "role", "note");
    set(made, "data-lendlink", key);
    // The row opens and closes at a click.
    for (const type of ["click", "keydown"]) on(made, type, (event) => event.stopPropagation());
    return made;
  };

  // What was changed at an element of Primo's, to be put back when its row is reused. What
  // Primo has changed since then stays.
  const changed = new Map();
  const restore = (node) => {
    for (const [name, value, before] of changed.get(node) || []) if (node.getAttribute(name) === value) set(node, name, before);
    changed.delete(node);
  };
  const change = (node, attributes) => {
    const wanted = Object.entries(attributes);
    if (changed.has(node) && wanted.every(([name, value]) => node.getAttribute(name) === value)) return;
    restore(node);
    changed.set(node, wanted.map(([name, value]) => [name, value, node.getAttribute(name)]));
    for (const name in attributes) set(node, name, attributes[name]);
  };

  const renewButtons = '.list-item-actions button, .not-renewable, button[data-qa*="renew" i], button[class*="renew" i], button[id*="renew" i]';
  const changeRow = (row) => {
    if (settings.loans.hideRenew) {
      for (const node of find(renewButtons, row)) change(node, { "data-lendlink-hidden": "" });
    }
    if (settings.loans.plainTitle) {
      for (const link of find("h3 a, h2 a, .title-row a", row)) change(link, { "data-lendlink-plain": "", href: null, tabindex: null });
    }
  };

  const rowTags = "prm-loan, nde-loan";
  const slots = new Set(); // places in rows that Primo keeps for add-ons, with the loan
  const inSlot = (place) => {
    const row = place.closest("nde-loan") || place.parentNode.previousElementSibling;
    return row && row.matches(rowTags) ? row : undefined;
  };

  const notesIn = (node) => find(".lendlink-note", node);
  const remove = (nodes) => { for (const node of nodes) node.remove(); };

  const drawNotes = () => {
    const rows = find(rowTags), all = [].concat(...lists.values());
    const titles = new Set(all.map((loan) => loan.title).filter(Boolean));
    const certain = new Map();
    for (const place of slots) {
      const row = place.isConnected && inSlot(place), loan = row && safely(() => place.loan())();
      if (loan && !certain.has(row)) certain.set(row, { place, loan: agreed([loan, ...all.filter(({ id }) => id === loan.id)]) });
      else remove(notesIn(place));
    }
    for (const node of [...changed.keys()]) if (!node.isConnected) changed.delete(node);
    for (const row of rows) {
      const known = certain.get(row), loan = known ? known.loan : loanOf(row, all, titles);
      const before = notesIn(row), key = loan && [language(), loan.id, loan.number].join(" ");
      const place = known ? known.place : (row.querySelector(".title-row") || {}).parentNode || row.querySelector("mat-card") || row;
      const here = known ? notesIn(place) : before;
      if (loan) changeRow(row);
      else for (const node of [...changed.keys()]) if (row.contains(node)) restore(node);
      if (loan && here.length === 1 && here[0].getAttribute("data-lendlink") === key) continue;
      remove([...before, ...here]);
      if (loan) place.append(note(loan, key));
    }
  };

  // ── Links to Lendlink ──

  const queryOf = (link) => base && link.href.startsWith(base + "/openurl?") ? link.href.slice(base.length + 9) : "";
  const links = () => find('a[href*="/openurl?"]').filter(queryOf);

  const drawLinks = () => {
    const { text, lang } = inLanguage(settings.link.beside);
    for (const link of links()) {
      const next = link.nextElementSibling, beside = next && next.matches(".lendlink-beside") && next;
      if (text && !(beside && beside.textContent === text)) {
        if (beside) beside.remove();
        const made = element("span", "lendlink lendlink-beside", text);
        if (lang) made.lang = lang;
        made.dir = "auto";
        link.after(made);
      }
      const card = settings.link.hideSignIn && link.closest("nde-request-card"), hint = card && card.previousElementSibling;
      if (hint && hint.matches('nde-notification[message^="nui.request.signin"]')) change(hint, { "data-lendlink-hidden": "" });
    }
  };

  // ── Requests in place ──

  const timeout = 1500; // milliseconds after which a link is followed as usual
  let open; // the request that is being opened, or is open

  const openInPlace = (link, query) => {
    const frame = element("iframe", "lendlink-frame"), close = element("button", "lendlink-close", "×");
    const heading = label("dialog"), bar = element("div", "lendlink-bar", element("b", "", heading.text), close);
    const dialog = element("dialog", "lendlink lendlink-dialog", bar, frame), stop = new AbortController();
    const origin = new URL(base).origin;
    const end = safely((fallback) => {
      if (open !== end) return;
      open = undefined;
      clearTimeout(timer);
      stop.abort();
      window.removeEventListener("message", onMessage);
      set(link, "aria-busy", null);
      if (dialog.open) dialog.close();
      dialog.remove();
      if (fallback && link.isConnected) followed = link, link.click();
      else if (fallback) location.assign(base + "/openurl?" + query);
      else if (link.isConnected) link.focus();
    });
    const timer = setTimeout(end, timeout, true);
    const onMessage = safely((event) => {
      const message = event.origin === origin && event.source === frame.contentWindow && event.data && event.data.lendlink;
      if (message === "close") end();
      if (message !== "page") return;
      clearTimeout(timer);
      frame.style.height = Math.ceil(Number(event.data.height) || 0) + "px";
      if (!dialog.open) dialog.showModal();
    });
    open = end;
    set(link, "aria-busy", "true");
    close.type = "button";
    set(close, "aria-label", label("close").text);
    on(close, "click", () => end());
    set(dialog, "aria-label", heading.text);
    dialog.lang = frame.lang = heading.lang || language();
    on(dialog, "close", () => end());
    on(dialog, "click", (event) => event.target === dialog && end());
    on(dialog, "keydown", (event) => event.stopPropagation()); // Escape is the dialog's own
    on(window, "message", onMessage);
    frame.title = heading.text;
    frame.referrerPolicy = "origin";
    // The page in the frame answers to the origin that this comes from.
    on(frame, "load", safely(() => frame.contentWindow.postMessage({ lendlink: "hello" }, origin)));
    const pairs = query + "&embedded=primo&lang=" + encodeURIComponent(language());
    fetchOnly.call(window, base + "/resolve?" + query, { credentials: "omit", referrerPolicy: "no-referrer", signal: stop.signal })
      .then((response) => response.ok ? response.json() : {})
      .then(safely(({ action }) => {
        if (open !== end) return;
        if (action !== "confirm" && action !== "ask") return end(true);
        frame.src = base + "/confirm?" + pairs;
        document.body.append(dialog);
      }))
      .catch(() => end(true));
  };

  let followed; // the link that is followed as usual
  const suppress = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const around = (event, selector) => event.target.closest && event.target.closest(selector);
  const clicked = safely((event) => {
    const link = around(event, "a[href]"), query = link && queryOf(link);
    if (!query || link === followed) return followed = undefined;
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!window.HTMLDialogElement || !window.AbortController) return;
    suppress(event);
    if (!open) openInPlace(link, query);
  });
  const plainTitle = (event) => {
    if (around(event, "[data-lendlink-plain]")) suppress(event);
  };

  // ── When to look at the page ──

  const looks = [
    { on: /\/account\b/, draw: settings.loans && drawNotes },
    { on: /\/(fulldisplay|openurl)\b/, draw: (settings.link.hideSignIn || Object.keys(settings.link.beside).length) && drawLinks },
  ].filter(({ draw }) => draw);
  const here = () => looks.filter(({ on }) => on.test(location.pathname + location.hash));
  let waiting;
  const draw = safely(() => {
    waiting = 0;
    for (const look of here()) safely(look.draw)();
  });
  const drawSoon = () => waiting = waiting || setTimeout(draw, 50);
  const observer = new MutationObserver(drawSoon);
  const moved = safely(() => {
    observer.disconnect();
    if (open) open();
    if (!here().length) return changed.clear();
    observer.observe(document, { childList: true, subtree: true, characterData: true });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
    drawSoon();
  });

  // Adopted, for a content policy may forbid inline styles.
  const dress = safely(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("LENDLINK_STYLE");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });

  // What the add-on for the new interface needs.
  const fetchOnly = window.fetch;
  const place = (add) => safely((element) => { slots[add ? "add" : "delete"](element); drawSoon(); });
  Object.defineProperty(window, mark, { value: { enter: place(true), leave: place(false), isInterlibrary } });

  safely(() => {
    dress();
    if (settings.loans) {
      watchAnswers();
      if (settings.loans.plainTitle) on(document, "click", safely(plainTitle), true);
    }
    if (base && !settings.link.newPage) on(document, "click", clicked, true);
    let address = location.href;
    const navigated = () => { if (address !== (address = location.href)) moved(); };
    for (const name of ["pushState", "replaceState"]) {
      const known = history[name];
      history[name] = function () {
        const result = known.apply(this, arguments);
        navigated();
        return result;
      };
    }
    for (const type of ["popstate", "hashchange"]) on(window, type, navigated);
    moved();
  })();
})();
