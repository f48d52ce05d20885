// The program of the stand-in, without Angular: tags and behaviour of the new interface.
// Cards are drawn again when the list, the tab or the language changes.
(() => {
  const root = document.querySelector("app-root");
  const params = () => new URLSearchParams(location.search);
  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const name in attributes) node.setAttribute(name, attributes[name]);
    node.append(...children);
    return node;
  };
  const button = (text, act, attributes) => {
    const made = make("button", { type: "button", ...attributes }, text);
    made.addEventListener("click", act);
    return made;
  };

  const bulk = 10;
  let state = { type: "active", loans: [], more: false };

  // The first lists come by XMLHttpRequest, "show more" by fetch: the host may use either.
  const ask = (type, offset, then) => {
    const lang = document.documentElement.lang;
    const address = `/primaws/rest/priv/myaccount/loans?bulk=${bulk}&lang=${lang}&offset=${offset}&type=${type}`;
    const got = (answer) => then(answer.status === "ok" ? answer.data.loans : { loan: [], showmore: [] });
    if (offset > 1) return fetch(new Request(address)).then((response) => response.json()).then(got);
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "json";
    request.onload = () => got(request.response);
    request.send();
  };

  const load = (type, offset = 1) => ask(type, offset, (page) => {
    state = { type, loans: offset > 1 ? state.loans.concat(page.loan) : page.loan, more: page.showmore[0] === "Y" };
    draw();
  });

  // Slots of an add-on: a custom element in an ng-component, at the end of a host component.
  const slotsOf = (tag, host) => {
    const remote = window.addOn && window.addOn.getComponentRef(tag + "-after");
    if (!remote) return [];
    const name = tag + "-after-from-remote-0";
    if (!customElements.get(name)) customElements.define(name, remote);
    const times = params().has("twice") ? 2 : 1;
    return Array.from({ length: times }, () => {
      const element = document.createElement(name);
      const give = () => { element.hostComponent = host; };
      if (params().has("late")) setTimeout(give, 300); else give();
      return make("ng-component", {}, element);
    });
  };

  window.hosts = [];
  const card = (loan) => {
    const host = { loan, position: 1, service: { loans: state.loans } };
    window.hosts.push(host);
    const place = params().has("names") ? [make("div", {}, make("span", {}, loan.mainlocationname), " · ", make("span", {}, loan.secondarylocationname))] : [];
    const actions = make("mat-card-actions", {});
    if (state.type === "active") setTimeout(() => actions.append(button("Renew", () => {}, { "data-qa": "renew-loan" })), 300);
    return make("nde-loan", {}, make("mat-card", { class: "mat-mdc-card" },
      make("mat-card-header", {}, make("h3", {}, make("a", { href: "fulldisplay?docid=alma" + loan.mmsid }, loan.title))),
      make("mat-card-content", {}, make("div", {}, loan.author), make("div", {}, "Due " + loan.duedate.replace(/(....)(..)(..)/, "$3/$2/$1")), ...place),
      actions), ...(params().has("beside") ? [] : slotsOf("nde-loan", host)));
  };

  const account = () => make("nde-account-overview", {}, make("nde-loans", {},
    make("div", { class: "tabs" }, button("Active", () => load("active"), { class: "active" }), button("History", () => load("history"), { class: "history" }),
      button("Español", () => { document.documentElement.lang = "es"; draw(); }, { class: "spanish" })),
    make("div", { class: "list" }, ...(state.loans.length ? state.loans.flatMap((loan) => {
      const row = card(loan);
      return params().has("beside") ? [row, ...slotsOf("nde-loan", window.hosts.at(-1))] : [row];
    }) : ["No loans"])),
    state.more ? button("Show more", (event) => { event.target.remove(); load(state.type, state.loans.length + 1); }, { class: "more" }) : ""));

  const record = (services) => make("main", {}, make("h1", {}, "A record"), make("nde-get-it", {},
    make("nde-notification", { message: "nui.request.signin" }, "Sign in to see request options"),
    ...services.map((service) => make("nde-request-card", { "data-qa": service.name.toLowerCase() }, make("mat-card", { class: "mat-mdc-card" },
      make("mat-card-header", {}, make("h3", {}, service.name)),
      make("mat-card-actions", {}, make("a", { href: service.serviceUrl, target: "_blank" }, service.name)))))));

  const pages = { account, fulldisplay: () => record(state.services || []), search: () => make("main", {}, make("h1", {}, "Search")) };
  const page = () => location.pathname.split("/")[2];

  const draw = () => root.replaceChildren(
    make("header", { class: "bar" }, make("span", { class: "name" }, "Univ Library Search"), ...["search", "account", "fulldisplay"].map((to) => {
      const link = make("a", { href: to + location.search, class: "to-" + to }, to);
      link.addEventListener("click", (event) => { event.preventDefault(); history.pushState({}, "", link.href); arrive(); });
      return link;
    })),
    (pages[page()] || pages.search)());

  const arrive = () => {
    draw();
    if (page() === "account") load("active");
    if (page() === "fulldisplay") fetch("/primaws/rest/pub/services").then((response) => response.json()).then((services) => { state.services = services; draw(); });
  };
  // An add-on, as the host of the new interface takes one: from another origin.
  const loadAddOn = async (address) => {
    const container = await import(address + "remoteEntry.js");
    container.init({ "@angular/core": { "19.1.3": {} } });
    container.init({});
    const module = (await container.get("./" + (params().get("name") || "lendlink")))();
    const ref = await module.bootstrapRemoteApp({ providers: [[], [{ provide: "MODULE_PARAMETERS", useValue: {} }]], shellRouter: {} });
    window.addOn = ref.instance;
  };

  window.addEventListener("popstate", arrive);
  window.redraw = draw;
  arrive();
  if (params().has("addon")) loadAddOn(params().get("addon")).catch(() => { window.addOnFailed = true; }).then(draw);

  // The view's own script comes when the program runs for a while, or when a test calls for it.
  window.loadScript = () => document.head.append(make("script", { src: "/nde/custom/UNIV-VIEW/assets/js/custom.js" }));
  if (!params().has("behind")) setTimeout(window.loadScript, 1200);
})();
