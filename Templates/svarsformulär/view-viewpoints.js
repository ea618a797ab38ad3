// One's own viewpoints in the programme's order: change, copy, move, take away.

import { announce, offerUndo } from "./announce.js";
import { button, el, focusOn, hiddenText, link, plural } from "./dom.js";
import { addViewpoint, draft, inProgrammeOrder, moveViewpoint, neighbour, partOf, removeViewpoint } from "./draft.js";
import { nextStep } from "./next-step.js";
import { ensureRespondent } from "./respondent-dialog.js";
import { go, redraw } from "./router.js";
import { saveNow } from "./storage.js";
import { marksOf, placeOf, startOf } from "./viewpoint-display.js";
import { setReturn } from "./view-viewpoint.js";

export function viewpointsView([focus]) {
  setReturn(["synpunkter"]);
  const viewpoints = inProgrammeOrder(draft.answer.synpunkter);
  return {
    title: "Synpunkter",
    focus,
    nodes: [
      el("h1", {}, "Dina synpunkter"),
      el("p", {}, viewpoints.length
        ? `${plural(viewpoints.length, "synpunkt", "synpunkter")} i programmets ordning. Vill du flytta en synpunkt till ett annat ställe, välj Ändra och sedan ställe.`
        : "Du har inga synpunkter än. Läs programmet och tryck på Lämna synpunkt vid det ställe som den gäller."),
      el("div", { class: "knappar" },
        link(["programmet"], { class: "knapp" }, "Läs programmet"),
        button("Ny synpunkt på hela programmet", () => begin({ ankare: "helhet" }), { class: "lugn" }),
        button("Ny synpunkt på något som saknas", () => begin({ ankare: "saknas" }), { class: "lugn" })),
      ...groups(viewpoints).map(({ title, rows }) => el("section", {}, el("h2", {}, title), el("ol", { class: "synpunktslista" }, ...rows.map(row)))),
      nextStep(["texter"], "Hållning och texter"),
    ],
  };
}

async function begin(facts) {
  if (await ensureRespondent()) go("synpunkt", addViewpoint(facts).id);
}

/** Consecutive viewpoints under the part they belong to. */
function groups(viewpoints) {
  const found = [];
  for (const viewpoint of viewpoints) {
    const title = partOf(viewpoint)?.titel ?? (viewpoint.ankare === "helhet" ? "Hela programmet" : "Utan ställe i programmet");
    if (found.at(-1)?.title !== title) found.push({ title, rows: [] });
    found.at(-1).rows.push(viewpoint);
  }
  return found;
}

function row(viewpoint) {
  const { id } = viewpoint;
  const about = hiddenText(` ${id}`);
  const small = (what, label, action) => el("button", { type: "button", id: `${what}-${id}`, class: "liten lugn", onclick: action }, label, about.cloneNode(true));
  const item = el("li", {},
    el("h3", { id: `rad-${id}` }, `${id} · ${placeOf(viewpoint)}`),
    viewpoint.rubrik ? el("p", {}, el("strong", {}, viewpoint.rubrik)) : null,
    marksOf(viewpoint),
    el("p", {}, startOf(viewpoint) || "Inget skrivet än."),
    el("div", { class: "knappar" },
      link(["synpunkt", id], { class: "knapp liten" }, "Ändra", about),
      small("kopiera", "Kopiera", () => {
        const { id: _, ...facts } = structuredClone(viewpoint);
        const copy = addViewpoint(facts);
        go("synpunkt", copy.id);
        announce(`En kopia av ${id} finns som ${copy.id}.`);
      }),
      neighbour(viewpoint, -1) ? small("upp", "Flytta upp", () => move(viewpoint, -1)) : null,
      neighbour(viewpoint, 1) ? small("ned", "Flytta ned", () => move(viewpoint, 1)) : null,
      small("bort", "Ta bort", () => remove(viewpoint, item))));
  return item;
}

function move(viewpoint, step) {
  moveViewpoint(viewpoint, step);
  redraw();
  const [same, other] = step < 0 ? ["upp", "ned"] : ["ned", "upp"];
  focusOn(document.getElementById(`${same}-${viewpoint.id}`) ?? document.getElementById(`${other}-${viewpoint.id}`));
  announce(`${viewpoint.id} är flyttad ${step < 0 ? "upp" : "ned"}.`);
}

function remove(viewpoint, item) {
  const back = removeViewpoint(viewpoint);
  saveNow();
  const next = item.nextElementSibling ?? item.previousElementSibling;
  offerUndo({
    text: `Synpunkt ${viewpoint.id} är borttagen.`,
    put: (box) => item.replaceChildren(box),
    undo: () => {
      back();
      saveNow();
      redraw();
      focusOn(document.getElementById(`bort-${viewpoint.id}`));
    },
    closed: () => {
      redraw();
      return next && document.getElementById(next.querySelector("h3")?.id ?? "");
    },
  });
}
