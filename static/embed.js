// Makes links that request what a page names: one after each COinS, one in each
// element with data-lendlink. See "Your web pages" in the setup guide.
{
// Markup can hide properties (<input name=matches>), but not the prototypes'.
const E = Element.prototype, D = Document.prototype;
const attr = (node, name) => E.getAttribute.call(node, name) || "";
const find = (selector) => [...D.querySelectorAll.call(document, selector)];
const get = (type, name, node) => Object.getOwnPropertyDescriptor(type, name).get.call(node);
const script = get(D, "currentScript", document) || find("script[src*='/static/embed']")[0];
const { library, confirm, text } = script.dataset;
const base = script.src.replace(/\/static\/[^/]*$/, "") + (library ? "/" + encodeURIComponent(library) : "") +
  (confirm === undefined ? "/openurl?" : "/confirm?");
const texts = {
  en: "Request through interlibrary loan",
  es: "Solicitar por préstamo interbibliotecario",
  fr: "Demander par prêt entre bibliothèques",
  de: "Per Fernleihe bestellen",
};

const decode = (text, times = 5) => {
  try { text = decodeURIComponent(text.replace(/\+/g, " ")); } catch { text = unescape(text); }
  return times ? decode(text, times - 1) : text;
};
const ours = /^(ctx_(ver|enc)|rf[er]_(dat|id)|sid|(rft[._])?(val_fmt|id|doi|pmid|genre|\w?title|au((thor|last|first|init|suffix|corp)\w?)?|date|year|pub|place|volume|issue|part|[se]?pages?|artnum|e?is[bs]n|edition|series|inst|oclc\w*))$/;
// Keys inside values.
const foreign = /[&?;]\W{0,9}[\w.]{1,40}(\s?=\S|:\S)|<\w{0,9}(user|sess)|\w@\w/i;
const item = /(^|&)(rft[._])?(\w?title=[^&]*[\p{L}\p{N}]|(id|doi|pmid|e?is[bs]n|oclc\w*)=[^&]*\d)|e_dat=/iu;

// Pieces without = continue a value ("Salt & Roads").
const kev = (value) => {
  let open;
  const kept = value.replace(/&amp;/g, "&").replace(/#/g, "%23").split("&").filter((piece) => {
    const plain = decode(piece), [key, rest] = plain.split(/=(.*)/s);
    return open = rest === undefined ? open && !foreign.test("&" + key) : ours.test(key.replace(/[^\w.]/g, "").toLowerCase()) && !foreign.test(rest);
  }).map((piece) => (piece.includes("=") ? "&" : "%26") + piece).join("").slice(1);
  return item.test(decode(kept)) && kept;
};

const query = (value) => {
  const doi = /^(?:(?:info:|urn:)?doi[:/\s]\s*|https?:\/\/[^?#\s]*?\/)?(10\.\d{4,9}\/\S+)/i.exec(value);
  if (doi?.[0] == value) return "rft_id=info%3Adoi%2F" + encodeURIComponent(doi[1].replace(/[.,;]$/, ""));
  const [, label, number] = /^(?:urn:|info:)?(?:([ep]?-?is[bs]n|pmid|pubmed)(?:[- ]?1[03](?=\D))?[^\dx]{0,9})?(\d[\d\s\u2010-\u2015-]{0,30}x?)(?=$|\s*[(:;,])/i.exec(value) || [];
  if (!number) return kev(value.slice(value.indexOf("?") + 1));
  const digits = number.replace(/[^\dx]/gi, "").toUpperCase(), size = digits.length, long = size > 10;
  if (/pmid|pubmed/i.test(label)) return size < 9 && "rft_id=info%3Apmid%2F" + digits;
  const sum = [...digits].reduce((sum, c, i) => sum + (c == "X" ? 10 : +c) * (long ? 1 + i % 2 * 2 : size - i), 0);
  return [8, 10, 13].includes(size) && sum % (long ? 10 : 11) == 0 && (size == 8 ? "rft.issn=" + digits.replace(/.{4}/, "$&-") : "rft.genre=book&rft.isbn=" + digits);
};

const fillIn = (link, value, node) => {
  const openurl = query(value.trim()), pairs = new URLSearchParams(openurl || "");
  if (!openurl) return console.warn("Lendlink: no item or a wrong check digit:", value, node);
  link.href = base + openurl + (pairs.has("rfr_id") || pairs.has("sid") ? "" : "&rfr_id=info%3Asid%2F" + location.hostname);
  link.rel = "nofollow";
  link.classList.add("lendlink");
  if (link.textContent.trim()) return;
  const page = attr(E.closest.call(node, "[lang]") || node, "lang").slice(0, 2).toLowerCase(), lang = texts[page] ? page : "en";
  link.textContent = text || texts[lang];
  if (!text) link.lang = lang;
  const title = ["atitle", "btitle", "title", "jtitle"].map((key) => pairs.get("rft." + key) || pairs.get(key)).find(Boolean);
  link.ariaLabel = link.textContent + ": " + (title || get(Node.prototype, "textContent", node).trim().replace(/\s+/g, " ") || value);
  return link;
};

const seen = window[Symbol.for("lendlink")] ||= new WeakMap(); // by every copy
const scan = () => find(".Z3988, .z3988, [data-lendlink]").forEach((node) => {
  const is = (selector) => E.matches.call(node, selector), span = !is("[data-lendlink]");
  if (seen.has(node) || is(span ? ":has(+ a.lendlink)" : "a[href], :has(> a.lendlink)")) return;
  seen.set(node);
  const link = fillIn(!span && is("a") ? node : D.createElement.call(document, "a"), attr(node, span ? "title" : "data-lendlink"), node);
  const holder = E.closest.call(node, "a, button");
  if (!link || link == node) return;
  if (holder) {
    E.after.call(seen.get(holder) || holder, " ", link);
    seen.set(holder, link);
  } else E[is(span ? "li,td,th,dd,dt" : ":not(img,input,hr,br)") ? "append" : "after"].call(node, " ", link);
});
scan();
new MutationObserver(scan).observe(document, { childList: true, subtree: true });
}
