// The link at the foot of a view to the next thing to do.

import { el, link } from "./dom.js";

export function nextStep(route, label) {
  return el("p", { class: "nasta" }, link(route, { class: "knapp" }, `Nästa: ${label.slice(0, 1).toLowerCase()}${label.slice(1)}`));
}
