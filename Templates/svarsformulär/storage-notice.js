// Tells when the draft can't be kept, or when another tab has changed it, and lets the writer choose.

import { announce } from "./announce.js";
import { button, el, focusOn, link } from "./dom.js";
import { download } from "./export.js";
import { redraw } from "./router.js";
import { discardUnreadable, keepMine, onStorageChange, storage, takeTheirs } from "./storage.js";

/** The notice above the page, empty while all is well; and the line in the header that says when it was last saved. */
export function storageNotice() {
  const notice = el("div", { class: "larm", role: "alert" });
  let shown = "";
  const draw = () => {
    if (storage.state === shown) return;
    shown = storage.state;
    notice.replaceChildren(...(contents[storage.state]?.() ?? []));
  };
  onStorageChange(draw);
  draw();
  return notice;
}

export function savedStatus() {
  const status = el("p", { class: "sparat", role: "status" });
  const draw = () => {
    const text = statusText();
    if (status.textContent !== text) status.textContent = text;
  };
  onStorageChange(draw);
  draw();
  return status;
}

/** The words change once a minute at most, so that they aren't read aloud at each key. */
function statusText() {
  if (["saved", "waiting"].includes(storage.state) && !storage.savedAt) return "Inget sparat än";
  if (storage.state === "saved" || storage.state === "waiting") return `Sparat i webbläsaren kl. ${storage.savedAt.toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" })}`;
  return "Sparas inte just nu";
}

const lost = "Ladda ner svarsfilen innan du stänger fliken, annars går det du har skrivit förlorat. ";

const contents = {
  unavailable: () => [el("p", {}, el("strong", {}, "Webbläsaren kan inte spara det du skriver."), ` ${lost}`, link(["granska"], {}, "Till nedladdningen"))],
  full: () => [el("p", {}, el("strong", {}, "Webbläsarens lagring är full, så det du skriver sparas inte."), ` ${lost}`, link(["granska"], {}, "Till nedladdningen"))],
  conflict: () => {
    const failed = el("p", { class: "fel", hidden: true }, "Den andra flikens svar går inte att läsa. Behåll svaret i den här fliken.");
    return [
      el("p", {}, el("strong", {}, "Samma svar har ändrats i en annan flik eller ett annat fönster."), " Inget mer sparas här förrän du har valt vilket som ska gälla."),
      el("div", { class: "knappar" },
        button("Läs in det andra svaret", () => {
          if (takeTheirs()) settled("Svaret från den andra fliken är inläst.");
          else failed.hidden = false;
        }),
        button("Behåll svaret i den här fliken", () => {
          keepMine();
          settled("Svaret i den här fliken gäller.");
        })),
      failed];
  },
  unreadable: () => [
    el("p", {}, el("strong", {}, "Det sparade svaret går inte att läsa."), " Inget nytt sparas förrän du har valt. Ladda gärna ner det som det är, så kan it-stödet kanske rädda det."),
    el("div", { class: "knappar" },
      button("Ladda ner det som det är", () => download("olasligt-utkast.txt", storage.unreadable)),
      button("Börja på ett nytt svar", () => {
        discardUnreadable();
        settled("Ett nytt svar är påbörjat.");
      }))],
};

function settled(text) {
  redraw();
  focusOn(document.querySelector("main h1"));
  announce(text);
}
