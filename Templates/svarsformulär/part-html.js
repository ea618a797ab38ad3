// The programme's own HTML, the only HTML that is trusted: parsed apart, its headings fitted in and its links led inside the form.

import { formData, places } from "./data.js";
import { el, routeHref } from "./dom.js";

/** A part's contents as nodes. level is that of the heading they stand under. */
export function partContent(part, level) {
  const body = new DOMParser().parseFromString(part.html, "text/html").body;
  for (const node of body.querySelectorAll("nav, script, style, link, meta, iframe, object, form")) node.remove();
  for (const node of body.querySelectorAll("[style]")) node.removeAttribute("style");
  dropTitle(body, part.titel);
  fitHeadings(body, level);
  for (const anchor of body.querySelectorAll("a[href]")) leadInside(anchor, part);
  for (const frame of body.querySelectorAll(".tabell-ram:not([tabindex])")) {
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", frame.querySelector("caption")?.textContent ?? "Tabell");
  }
  const content = document.createDocumentFragment();
  content.append(...[...body.childNodes].map((node) => document.adoptNode(node)));
  return content;
}

/** One element's contents, to read beside a form. Null if the part's HTML doesn't have it. */
export function elementContent(place, level) {
  if (!place.element) return null;
  const found = partContent(place.part, level - 1).querySelector(`[id="${CSS.escape(place.element.ankare)}"]`);
  if (!found) return null;
  for (const node of [found, ...found.querySelectorAll("[id]")]) node.removeAttribute("id");
  fitHeadings(found, level - 1);
  return found;
}

function dropTitle(body, title) {
  const heading = body.querySelector("h1, h2");
  if (heading && (heading.tagName === "H1" || heading.textContent.trim() === title)) heading.remove();
}

/** No level is skipped, whatever the levels were: each heading comes one below the nearest higher heading before it. */
function fitHeadings(root, level) {
  const above = [{ from: 0, to: level }];
  for (const heading of root.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const from = Number(heading.tagName[1]);
    while (above.at(-1).from >= from) above.pop();
    const to = Math.min(above.at(-1).to + 1, 6);
    above.push({ from, to });
    if (to === from) continue;
    const fitted = el(`h${to}`);
    for (const { name, value } of heading.attributes) fitted.setAttribute(name, value);
    fitted.append(...heading.childNodes);
    heading.replaceWith(fitted);
  }
}

/** A link to something in the programme goes there in the form; a link out opens apart; any other becomes plain text. */
function leadInside(anchor, part) {
  const target = anchor.getAttribute("href");
  const inside = placeOfTarget(target, part);
  if (inside) anchor.setAttribute("href", routeHref(["programmet", inside.part, inside.id].filter(Boolean)));
  else if (/^https?:/.test(target)) {
    anchor.setAttribute("target", "_blank");
    anchor.setAttribute("rel", "noopener noreferrer");
  } else {
    const words = el("span");
    words.append(...anchor.childNodes);
    anchor.replaceWith(words);
  }
}

function placeOfTarget(target, part) {
  const [page, id] = target.split("#");
  if (/^[a-z]+:/i.test(page)) return null;
  if (id && anchors.has(id)) return { part: anchors.get(id), id };
  if (id && !page && part.html.includes(`id="${id}"`)) return { part: part.adress, id };
  const address = pages.get(page.replace(/^.*\//, "").replace(/\.html$/, ""));
  return address ? { part: address, id: id ?? "" } : null;
}

const anchors = new Map();
const pages = new Map();
for (const part of formData.delar) {
  pages.set(part.adress.replace(":", "-"), part.adress);
  for (const element of part.element) anchors.set(element.ankare, part.adress);
}
for (const place of places.values()) {
  if (!place.element) anchors.set(place.address.replace(":", "-"), place.address);
}
