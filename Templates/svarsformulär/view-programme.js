// The programme to read, one part at a time. Every element, and the part itself, can be answered where it stands.

import { formData, places } from "./data.js";
import { button, el, hiddenText, link, paragraphs, plural } from "./dom.js";
import { addViewpoint, countsByPart, draft, inProgrammeOrder } from "./draft.js";
import { partContent } from "./part-html.js";
import { ensureRespondent } from "./respondent-dialog.js";
import { go } from "./router.js";
import { takeMarked, watchSelection } from "./selection.js";
import { setReturn } from "./view-viewpoint.js";
import { sentence } from "./words.js";

export function programmeView([address, focus]) {
  const part = places.get(address)?.part ?? formData.delar[0];
  const wide = matchMedia("(min-width: 62rem)").matches;
  return {
    title: `${part.titel}, programmet`,
    focus: focus || (address ? "sd-del" : null),
    nodes: [
      el("h1", {}, "Läs och lämna synpunkter"),
      el("p", { class: "smal" }, "Tryck på Lämna synpunkt där den hör hemma. Markera gärna orden du menar först, så följer de med som citat."),
      el("div", { class: "lasning" },
        el("nav", { class: "delar", "aria-label": "Programmets delar" },
          el("details", { open: wide }, el("summary", {}, `Programmets delar (${formData.delar.length})`), partList(part)),
          leaveButton("Synpunkt på hela programmet", { ankare: "helhet" }, "lamna-helhet", "liten"),
          viewpointsAt((viewpoint) => viewpoint.ankare === "helhet")),
        partArticle(part)),
    ],
  };
}

function partList(present) {
  const counts = countsByPart();
  return el("ol", {}, ...formData.delar.map((part) => el("li", {},
    link(["programmet", part.adress], { "aria-current": part === present ? "page" : null }, part.titel,
      counts.get(part) ? el("span", { class: "antal" }, ` ${counts.get(part)}`, hiddenText(counts.get(part) === 1 ? " synpunkt" : " synpunkter")) : null))));
}

function partArticle(part) {
  const text = el("div", { class: "programtext" });
  text.append(partContent(part, 2));
  const left = part.element.filter((element) => !putTools(text, element));
  const bar = markedBar(part);
  watchSelection(text, (marked) => { bar.hidden = !marked; });
  return el("article", { class: "del", "aria-labelledby": "sd-del" },
    el("h2", { id: "sd-del" }, part.titel),
    el("div", { class: "lamna" },
      leaveButton("Synpunkt på hela delen", { ankare: "element", gäller: [part.adress] }, idFor(part.adress), "liten", part.titel),
      leaveButton("Något saknas i delen", { ankare: "saknas", "saknas-i": part.adress }, `lamna-saknas-${part.adress}`, "liten lugn", part.titel),
      viewpointsAt((viewpoint) => concerns(viewpoint, part.adress) || (viewpoint.ankare === "saknas" && viewpoint["saknas-i"] === part.adress))),
    text,
    left.length ? el("section", { class: "programtext" }, el("h3", {}, "Mer att svara på i delen"), ...left.map((element) =>
      el("div", { class: "post" }, el("h4", {}, `${element.slag}: ${element.titel}`), ...paragraphs(element.lydelse ?? ""), tools(element)))) : null,
    bar,
    neighbours(part));
}

/** A bar at the foot of the window while something is marked, so that long texts can be answered where one reads. */
function markedBar(part) {
  return el("div", { class: "markerat", hidden: true }, button("Lämna synpunkt på det markerade", () => {
    const marked = takeMarked();
    const element = marked && elementAround(marked.node, part);
    leave({ ankare: "element", gäller: [element?.adress ?? part.adress] }, marked?.quote, idFor(element?.adress ?? part.adress));
  }));
}

function elementAround(node, part) {
  for (let at = node; at; at = at.parentNode) {
    const element = at.id && part.element.find(({ ankare }) => ankare === at.id);
    if (element) return element;
  }
  return null;
}

/** Puts the button under an element in the text; false if the element isn't there. */
function putTools(text, element) {
  const node = text.querySelector(`[id="${CSS.escape(element.ankare)}"]`);
  if (!node) return false;
  const box = node.matches("section, article, div, aside, li, dd, td, figure, blockquote") ? node : null;
  if (box) box.append(tools(element));
  else node.after(tools(element));
  return true;
}

function tools(element) {
  return el("div", { class: "lamna" },
    leaveButton("Lämna synpunkt", { ankare: "element", gäller: [element.adress] }, idFor(element.adress), "liten", `på ${element.titel}`),
    viewpointsAt((viewpoint) => concerns(viewpoint, element.adress)));
}

function concerns(viewpoint, address) {
  return viewpoint.ankare === "element" && Boolean(viewpoint.gäller?.includes(address));
}

function idFor(address) {
  return `lamna-${address}`;
}

function leaveButton(label, facts, id, style, about) {
  return el("button", { type: "button", id, class: style, onclick: () => {
    leave(facts, facts.ankare === "element" ? takeMarked()?.quote : undefined, id);
  } }, label, about ? hiddenText(` ${about}`) : null);
}

/** Begins a viewpoint and goes to its editor; "Klar" there leads back to the button with this id. */
async function leave(facts, quote, id) {
  if (!(await ensureRespondent())) return;
  const viewpoint = addViewpoint(structuredClone({ ...facts, ...(quote ? { citat: quote } : {}) }));
  const address = facts.gäller?.[0] ?? facts["saknas-i"];
  setReturn(["programmet", address ? places.get(address).part.adress : formData.delar[0].adress, id]);
  go("synpunkt", viewpoint.id);
}

/** Links to one's own viewpoints at a place. */
function viewpointsAt(test) {
  const found = inProgrammeOrder(draft.answer.synpunkter.filter(test));
  if (!found.length) return null;
  return el("p", { class: "egna" }, found.length === 1 ? "Din synpunkt här: " : `Dina ${plural(found.length, "synpunkt", "synpunkter")} här: `,
    ...found.flatMap((viewpoint, index) => [index ? ", " : "", link(["synpunkt", viewpoint.id], {}, viewpoint.id), viewpoint.hållning ? ` (${viewpoint.hållning})` : ""]));
}

function neighbours(part) {
  const index = formData.delar.indexOf(part);
  const to = (other, label) => (other ? link(["programmet", other.adress], {}, el("span", {}, label), " ", sentence(other.titel)) : null);
  return el("nav", { class: "grannar", "aria-label": "Föregående och nästa del" }, to(formData.delar[index - 1], "Föregående del"), to(formData.delar[index + 1], "Nästa del"));
}
