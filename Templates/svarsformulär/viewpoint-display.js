// How a viewpoint is shown to be read: its place, its stance by sign and word, and its words.

import { places, placeLabel } from "./data.js";
import { el, paragraphs } from "./dom.js";
import { viewpointKeys, labelOf } from "./schema.js";
import { sentence, stanceMark } from "./words.js";

/** "Mål: Inga utsatta områden", "Hela programmet" or "Saknas i Mål". */
export function placeOf(viewpoint) {
  if (viewpoint.ankare === "helhet") return "Hela programmet";
  if (viewpoint.ankare === "saknas") return viewpoint["saknas-i"] ? `Saknas i ${placeLabel(viewpoint["saknas-i"])}` : "Något som saknas";
  return viewpoint.gäller?.length ? viewpoint.gäller.map(placeLabel).join(", ") : "Ställe inte valt";
}

/** "+ Stöder" with the sign hidden from those who hear it. */
function stanceNode(stance) {
  if (!stance) return el("span", { class: "marke ovald" }, "Hållning inte vald");
  return el("span", { class: "marke" }, el("span", { "aria-hidden": "true" }, `${stanceMark(stance)} `), sentence(stance));
}

/** Stance, kind and weight in a row. */
export function marksOf(viewpoint) {
  return el("p", { class: "marken" }, stanceNode(viewpoint.hållning), " ",
    [viewpoint.slag, viewpoint.vikt ? `vikt: ${viewpoint.vikt}` : null].filter(Boolean).join(" · "));
}

/** The first words, for a row in a list. */
export function startOf(viewpoint) {
  const words = (viewpoint.önskan || viewpoint.bekymmer || viewpoint.förslag || "").trim().replace(/\s+/g, " ");
  return words.length > 180 ? `${words.slice(0, words.lastIndexOf(" ", 170) > 0 ? words.lastIndexOf(" ", 170) : 170)} …` : words;
}

/** Everything a viewpoint holds, key by key, and by word where the other differs. */
export function viewpointDetails(viewpoint, other) {
  const differs = (same) => (same ? null : el("span", { class: "skiljer" }, " (skiljer sig)"));
  const rows = viewpointKeys.filter(({ key }) => !["id", "ankare", "gäller", "saknas-i"].includes(key) && viewpoint[key]?.length);
  return el("dl", {},
    el("dt", {}, "Gäller", differs(placeOf(viewpoint) === placeOf(other))), el("dd", {}, placeOf(viewpoint)),
    ...rows.flatMap(({ key }) => [el("dt", {}, labelOf(viewpointKeys, key), differs(String(viewpoint[key]) === String(other[key] ?? ""))), el("dd", {}, ...valueNodes(viewpoint[key]))]));
}

export function valueNodes(value) {
  if (Array.isArray(value)) return [el("ul", {}, ...value.map((item) => el("li", {}, item)))];
  return paragraphs(value);
}

/** The present wordings of what a viewpoint concerns: [{label, wording}]. */
export function presentWordings(viewpoint) {
  if (viewpoint.ankare !== "element") return [];
  return (viewpoint.gäller ?? []).map((address) => ({ label: placeLabel(address), wording: places.get(address)?.element?.lydelse ?? "" })).filter(({ wording }) => wording);
}
