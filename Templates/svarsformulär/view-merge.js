// Two colleagues' answers side by side where they differ. Nothing changes until "Slå ihop" is pressed, and then it can be undone.

import { announce, offerUndo } from "./announce.js";
import { placeOf, valueNodes, viewpointDetails } from "./viewpoint-display.js";
import { button, el, link, plural } from "./dom.js";
import { draft, nextId, replaceAnswer, snapshot } from "./draft.js";
import { radioField } from "./fields.js";
import { canKeepBoth, combineAnswers, compareAnswers } from "./merge.js";
import { go } from "./router.js";
import { saveNow } from "./storage.js";

let merging = null;

/** Starts a merge; resolves when it is done or left. With nothing to choose it is done at once. */
export async function beginMerge(name, theirs) {
  const comparison = compareAnswers(draft.answer, theirs);
  if (!comparison.differing.length && !comparison.conflicts.length) return finish(name, comparison, new Map());
  return new Promise((resolve) => {
    merging?.resolve();
    merging = { name, comparison, choices: new Map(), resolve };
    go("slå-ihop");
  });
}

export function mergeView() {
  if (!merging) {
    return { title: "Slå ihop svar", nodes: [el("h1", {}, "Slå ihop svar"), el("p", {}, "Det finns inget att slå ihop just nu. ", link(["start"], {}, "Öppna en svarsfil från startsidan."))] };
  }
  const { name, comparison, choices } = merging;
  const count = comparison.differing.length + comparison.conflicts.length;
  return {
    title: "Slå ihop svar",
    nodes: [
      el("h1", {}, "Slå ihop svar"),
      el("p", { class: "ingress" }, `${name} och ditt svar skiljer sig på ${plural(count, "ställe", "ställen")}. Välj vad som ska gälla. Inget ändras förrän du trycker på Slå ihop.`),
      newOnes(comparison),
      comparison.differing.length ? el("h2", {}, "Uppgifter som skiljer sig") : null,
      ...comparison.differing.map((fact) => choiceField(fact.name, fact.label, valueNodes(fact.mine), valueNodes(fact.theirs), canKeepBoth(fact) ? "Behåll båda, efter varandra" : null, choices)),
      comparison.conflicts.length ? el("h2", {}, "Synpunkter med samma beteckning men olika innehåll") : null,
      ...comparison.conflicts.map(({ id, mine, theirs }) =>
        choiceField(id, `${id}: ${placeOf(mine)}`, [viewpointDetails(mine, theirs)], [viewpointDetails(theirs, mine)], "Behåll båda. Filens får en ny beteckning", choices)),
      el("div", { class: "knappar" },
        button("Slå ihop", () => {
          const { resolve } = merging;
          finish(name, comparison, choices);
          resolve();
        }, { class: "huvudknapp" }),
        button("Avbryt, ändra ingenting", () => {
          const { resolve } = merging;
          merging = null;
          go("start");
          announce("Inget har ändrats.");
          resolve();
        }, { class: "lugn" })),
    ],
  };
}

function newOnes({ added, filled }) {
  const parts = [
    added.length ? plural(added.length, "ny synpunkt", "nya synpunkter") : null,
    filled.length ? `${plural(filled.length, "uppgift", "uppgifter")} som du inte har fyllt i` : null].filter(Boolean);
  return parts.length ? el("p", {}, `Utan att du behöver välja läggs också detta till: ${parts.join(" och ")}.`) : null;
}

/** Mine and theirs side by side, and which to keep. */
function choiceField(name, label, mine, theirs, both, choices) {
  if (!choices.has(name)) choices.set(name, both ? "both" : "mine");
  const id = `f-val-${name}`;
  return el("section", { class: "krock", "aria-label": label },
    el("h3", {}, label),
    el("div", { class: "tva" },
      el("div", {}, el("h4", {}, "Ditt svar"), ...mine),
      el("div", {}, el("h4", {}, "Filens svar"), ...theirs)),
    radioField({
      id, label: "Vad ska gälla?",
      choices: [{ value: "mine", label: "Behåll mitt" }, { value: "theirs", label: "Ta filens" }, ...(both ? [{ value: "both", label: both }] : [])],
      get: () => choices.get(name), set: (value) => choices.set(name, value),
    }));
}

function finish(name, comparison, choices) {
  const back = snapshot();
  const taken = comparison.added.length + comparison.conflicts.filter(({ id }) => choices.get(id) !== "mine").length;
  replaceAnswer(combineAnswers(draft.answer, comparison, choices, nextId), draft.next);
  saveNow();
  merging = null;
  go("synpunkter");
  offerUndo({
    text: `${name} är hopslagen med ditt svar. ${taken ? `${plural(taken, "synpunkt", "synpunkter")} kom med från filen.` : "Inga nya synpunkter fanns i filen."}`,
    put: (box) => document.querySelector("main h1").after(box),
    undo: () => {
      back();
      saveNow();
      go("synpunkter");
    },
  });
}
