// Tells what happened: a live region for the ears, and a box with "Ångra" for what can be taken back.

import { button, el, focusOn } from "./dom.js";

const liveRegion = el("p", { class: "dold", role: "status" });
let undoBox = null;

export function liveRegionNode() {
  return liveRegion;
}

export function announce(text) {
  liveRegion.textContent = "";
  setTimeout(() => { liveRegion.textContent = text; }, 50);
}

/** Puts a box with the message and "Ångra" where `put` places it, and moves focus to the button. One box at a time. */
export function offerUndo({ text, put, undo, closed }) {
  undoBox?.remove();
  const message = el("p", { id: "sd-angra-text" }, text);
  const close = () => {
    box.remove();
    undoBox = null;
  };
  const undoButton = button("Ångra", () => {
    close();
    undo();
    announce("Ångrat.");
  }, { "aria-describedby": "sd-angra-text" });
  const closeButton = button("Stäng meddelandet", () => {
    close();
    focusOn(closed?.() ?? document.querySelector("main h1"));
  }, { class: "lugn" });
  const box = el("div", { class: "angra" }, message, el("div", { class: "knappar" }, undoButton, closeButton));
  undoBox = box;
  put(box);
  undoButton.focus();
  announce(text);
}
