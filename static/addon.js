// What Primo's new interface loads as an add-on: a remote of its module federation, written
// by hand and without Angular. The app puts the script of the library in front (package
// primo), which does the work; this takes the place that Primo keeps after each loan, and
// says to the script which loan is there.
const page = window[Symbol.for("lendlink.primo")];

// Returns the loan that belongs to a component of Primo's: the one value with a loanid, as
// it is now, for Primo can put another in its place. Angular's signals are read; no other
// function is called.
const loanIn = (component) => {
  const found = new Map();
  const search = (value, depth) => {
    if (typeof value === "function" && Object.getOwnPropertySymbols(value).some((symbol) => symbol.description === "SIGNAL")) value = value();
    if (!value || typeof value !== "object" || Array.isArray(value)) return;
    if (value.loanid) found.set(String(value.loanid), value);
    else if (depth) for (const name of Object.keys(value).slice(0, 40)) search(value[name], depth - 1);
  };
  search(component, 2);
  if (found.size !== 1) return;
  const [[id, loan]] = found;
  return { id, number: String(loan.itembarcode || ""), interlibrary: page.isInterlibrary(loan) && !loan.returndate };
};

// A class can be an element under one name only, so each place has one, always the same.
class AfterLoan extends HTMLElement {
  // Primo gives its component before or after the element is on the page.
  set hostComponent(component) {
    this.given = component;
    if (this.isConnected) page.enter(this);
  }
  get hostComponent() { return this.given; }
  loan() { return loanIn(this.given); }
  connectedCallback() { page.enter(this); }
  disconnectedCallback() { page.leave(this); }
}
const places = { "nde-loan-after": AfterLoan };

const remote = {
  bootstrapRemoteApp: () => Promise.resolve({
    instance: { getComponentRef: (place) => Object.prototype.hasOwnProperty.call(places, place) ? places[place] : undefined },
  }),
};

// The name is what the library calls the add-on in Alma: any will do.
export const get = () => Promise.resolve(() => remote);
// There is nothing to share, and no harm in being asked twice.
export const init = () => {};
