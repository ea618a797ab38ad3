// The response form: builds the frame of the page and starts its parts.

import { liveRegionNode } from "./announce.js";
import { consultation, respondentNamed } from "./data.js";
import { el, focusOn, hiddenText, link } from "./dom.js";
import { draft, onChange } from "./draft.js";
import { showErrors, startFields } from "./fields.js";
import { startDropping } from "./open-files.js";
import { problemsFound } from "./problems.js";
import { onRoute, registerView, startRouter } from "./router.js";
import { startSelection } from "./selection.js";
import { startStorage } from "./storage.js";
import { savedStatus, storageNotice } from "./storage-notice.js";
import { factsView } from "./view-facts.js";
import { leftView } from "./view-left.js";
import { mergeView } from "./view-merge.js";
import { previewView } from "./view-preview.js";
import { programmeView } from "./view-programme.js";
import { startView } from "./view-start.js";
import { textsView } from "./view-texts.js";
import { viewpointView } from "./view-viewpoint.js";
import { viewpointsView } from "./view-viewpoints.js";

const steps = [
  ["start", "Start"], ["uppgifter", "Uppgifter"], ["programmet", "Programmet"], ["synpunkter", "Synpunkter"],
  ["texter", "Hållning och texter"], ["kvar", "Kvar att göra"], ["granska", "Granska och ladda ner"]];

const stepOfView = { synpunkt: "synpunkter", "slå-ihop": "start" };

for (const [name, view] of [
  ["start", startView], ["uppgifter", factsView], ["programmet", programmeView], ["synpunkt", viewpointView], ["synpunkter", viewpointsView],
  ["texter", textsView], ["kvar", leftView], ["granska", previewView], ["slå-ihop", mergeView]]) registerView(name, view);

startStorage();

const mainElement = el("main", { id: "sd-main", tabindex: "-1" });
const respondentLine = el("p", { class: "svarande" });
const stepLinks = new Map(steps.map(([name, label]) => [name, { anchor: link([name], {}, label), count: el("span", { class: "antal" }) }]));

document.getElementById("sd-app").append(
  el("a", { class: "hoppa", href: "#sd-main", onclick: (event) => {
    event.preventDefault();
    focusOn(mainElement);
  } }, "Hoppa till innehållet"),
  el("header", { class: "sidhuvud" },
    el("p", { class: "dokument" }, "Svar på remiss: ", consultation.titel),
    el("div", { class: "lage" }, respondentLine, savedStatus())),
  el("nav", { class: "steg", "aria-label": "Svarets delar" }, el("ol", {}, ...[...stepLinks.values()].map(({ anchor, count }) => {
    anchor.append(count);
    return el("li", {}, anchor);
  }))),
  el("section", { class: "marke-ruta", "aria-label": "Om var svaret finns" },
    el("p", {}, "Det du skriver finns bara i den här webbläsaren tills du laddar ner svarsfilen och skickar den. Inget skickas av sig självt.")),
  storageNotice(),
  mainElement,
  liveRegionNode());

onRoute((name) => {
  for (const [step, { anchor }] of stepLinks) {
    if (step === (stepOfView[name] ?? name)) anchor.setAttribute("aria-current", "page");
    else anchor.removeAttribute("aria-current");
  }
  drawCounts();
  showErrors(mainElement, true);
});

let countTimer = null;
onChange(() => {
  clearTimeout(countTimer);
  countTimer = setTimeout(drawCounts, 400);
});

function drawCounts() {
  respondentLine.textContent = respondentNamed(draft.answer.respondent)?.namn ?? "Svarande inte vald";
  drawCount("synpunkter", draft.answer.synpunkter.length, "");
  const left = problemsFound().filter(({ level }) => level !== "advice").length;
  drawCount("kvar", left, left === 1 ? " sak" : " saker");
}

function drawCount(step, count, unit) {
  const node = stepLinks.get(step).count;
  const text = count ? ` ${count}` : "";
  if (node.firstChild?.textContent !== text) node.replaceChildren(...(text ? [text, ...(unit ? [hiddenText(unit)] : [])] : []));
}

startFields(mainElement);
startSelection();
startDropping();
startRouter(mainElement);
