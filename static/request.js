// The patron's form. It works without this script; with it, Enter reads what was pasted,
// titles move at once when another type is chosen, as the server would move them, and a
// text that the bookmarklet sends is read.
(() => {
  const form = document.getElementById("request");
  if (!form) return;

  // Enter reads the paste box; Shift and Enter break the line. While an input method
  // composes a word, Enter ends the word.
  const paste = form.elements.paste;
  const read = () => form.requestSubmit(form.querySelector('[name="step"][value="read"]'));
  paste?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    read();
  });

  // The bookmarklet sends the text selected on a page in the fragment, which goes to no
  // server. It is removed from the history, too.
  const [, selected] = location.hash.split("#paste=");
  if (paste && selected) {
    history.replaceState(null, "", location.pathname + location.search);
    try {
      paste.value = decodeURIComponent(selected);
      read();
    } catch {
      // broken encoding: nothing to read
    }
  }

  const wholes = new Map(form.dataset.wholes.split(" ").map((pair) => pair.split(":")));

  // input returns the field of that name. One that the page does not show is hidden.
  const input = (name) => {
    let field = form.elements.namedItem(name);
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      form.append(field);
    }
    return field;
  };

  const titles = form.elements.titles;
  const title = input("title");
  const container = input("container-title");

  const setAside = () => {
    for (const name of form.dataset.own.split(" ")) {
      const field = input(name);
      const aside = input(`aside.${name}`);
      [field.value, aside.value] = [aside.value, field.value];
    }
  };

  form.addEventListener("change", (event) => {
    if (event.target.name !== "type") return;
    const from = titles.value;
    const to = event.target.value;
    const whole = input("aside.container-title");
    if (wholes.get(from) === to && container.value.trim()) {
      setAside();
      [title.value, container.value, whole.value] = [container.value, whole.value, ""];
    } else if (wholes.get(to) === from && !container.value.trim()) {
      const known = title.value;
      setAside();
      input("aside.title").value = "";
      [container.value, whole.value] = [known, container.value];
    } else {
      return;
    }
    titles.value = to;
  });
})();
