// A choice that must be made before going on. Resolves to the value of the button pressed, or null when left with Esc.
// A choice may have `ready`: the dialog stays open while that says false.

import { button, el } from "./dom.js";

export function choose({ title, content = [], choices }) {
  return new Promise((resolve) => {
    const dialog = el("dialog", { "aria-labelledby": "sd-dialog-titel" },
      el("h2", { id: "sd-dialog-titel" }, title),
      ...content,
      el("div", { class: "knappar" }, ...choices.map(({ value, label, kind, ready }) => button(label, () => {
        if (!ready || ready()) dialog.close(value);
      }, { class: kind ?? "" }))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
