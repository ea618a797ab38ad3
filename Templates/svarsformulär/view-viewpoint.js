// The editor of one viewpoint: what it concerns, the stance, the reasons, and a proposed wording beside the present one.

import { offerUndo } from "./announce.js";
import { formData, offered, places, placeLabel } from "./data.js";
import { button, el, hiddenText, link } from "./dom.js";
import { addViewpoint, changed, choicesFor, needsProposal, removeViewpoint, viewpointNamed } from "./draft.js";
import { checkField, errorSummary, lineField, radioField, selectField, textField } from "./fields.js";
import { elementContent } from "./part-html.js";
import { go } from "./router.js";
import { labelOf, viewpointKeys } from "./schema.js";
import { saveNow } from "./storage.js";
import { placeOf, presentWordings } from "./viewpoint-display.js";
import { asChoices, kindChoices, stanceChoices } from "./words.js";

let returnRoute = ["synpunkter"];
const returnLabels = { programmet: "Tillbaka till programmet", kvar: "Tillbaka till Kvar att göra", synpunkter: "Tillbaka till synpunkterna" };

/** Where "Klar" leads. */
export function setReturn(route) {
  returnRoute = route;
}

export function viewpointView([id, focus]) {
  const viewpoint = viewpointNamed(id);
  if (!viewpoint) {
    return { title: "Synpunkt", nodes: [el("h1", {}, "Synpunkten finns inte"), el("p", {}, "Den kan vara borttagen. ", link(["synpunkter"], {}, "Till dina synpunkter"))] };
  }
  const bind = (key, options = {}) => ({
    id: `f-${key}`, label: labelOf(viewpointKeys, key), get: () => viewpoint[key],
    set: (value) => {
      viewpoint[key] = value;
      changed();
      options.after?.();
    },
  });
  const reading = el("div", { class: "bredvid" });
  const heading = el("p", { class: "ingress" });
  const proposal = el("div", {});
  const follow = () => {
    heading.textContent = placeOf(viewpoint);
    drawReading(reading, viewpoint);
    drawProposal(proposal, viewpoint, bind("förslag"));
  };
  const showProposal = () => {
    proposal.hidden = !needsProposal(viewpoint) && !viewpoint.förslag;
  };
  follow();
  showProposal();
  return {
    title: `Synpunkt ${id}`,
    focus,
    nodes: [
      el("p", {}, link(returnRoute, {}, returnLabels[returnRoute[0]])),
      el("h1", {}, `Synpunkt ${id}`),
      heading,
      errorSummary(),
      el("div", { class: "redigering", "data-viewpoint": id },
        el("div", { class: "formular" },
          placeFields(viewpoint, follow),
          textField({ ...bind("citat"), rows: 2, hint: "Några ord ur programmet som visar vad du menar." }),
          radioField({ ...bind("hållning"), id: "f-synpunkt-hållning", required: true, choices: stanceChoices(choicesFor("ställning", viewpoint.hållning)), hint: "Din hållning till just det här stället." }),
          radioField({ ...bind("slag", { after: showProposal }), required: true, choices: kindChoices(choicesFor("slag", viewpoint.slag)) }),
          textField({ ...bind("bekymmer"), rows: 4, hint: "Skriv varför, så att den som läser kan bedöma det. Behövs när du invänder." }),
          textField({ ...bind("önskan"), rows: 4, hint: "En sak i varje synpunkt. Då kan varje önskemål få ett eget svar." }),
          proposal,
          checkField({ ...bind("konsekvenser"), hint: "Vad påverkas, enligt dig?", choices: asChoices(offered.konsekvenser) }),
          selectField({ ...bind("beslutas-av"), none: "Inte angivet", groups: [{ choices: asChoices(offered["beslutas-av"]) }] }),
          radioField({ ...bind("vikt"), choices: asChoices(offered.vikt), none: "Inte angivet" }),
          lineField({ ...bind("rubrik"), hint: "Om du vill ha en egen rubrik i tjänsteutlåtandet." }),
          el("div", { class: "knappar" },
            button("Klar", () => go(...returnRoute), { class: "huvudknapp" }),
            button("Ny synpunkt på samma ställe", () => {
              const { ankare, gäller, ["saknas-i"]: missing } = viewpoint;
              go("synpunkt", addViewpoint(structuredClone({ ankare, ...(gäller ? { gäller } : {}), ...(missing ? { "saknas-i": missing } : {}) })).id);
            }),
            button("Ta bort synpunkten", () => removeHere(viewpoint), { class: "lugn" })),
          el("p", { class: "tips" }, "Det du skriver sparas medan du skriver. Du behöver inte trycka på någon knapp för att spara.")),
        reading),
    ],
  };
}

function removeHere(viewpoint) {
  const back = removeViewpoint(viewpoint);
  saveNow();
  go("synpunkter");
  offerUndo({
    text: `Synpunkt ${viewpoint.id} är borttagen.`,
    put: (box) => document.querySelector("main h1").after(box),
    undo: () => {
      back();
      saveNow();
      go("synpunkt", viewpoint.id);
    },
  });
}

/** What the viewpoint concerns: places in the programme, the whole, or something that is missing. */
function placeFields(viewpoint, follow) {
  const set = (key, value) => {
    viewpoint[key] = value;
    changed();
    follow();
  };
  const list = el("ul", { class: "stallen" });
  const drawList = () => list.replaceChildren(...(viewpoint.gäller ?? []).map((address, index) => el("li", {}, el("span", {}, placeLabel(address)), " ",
    el("button", { type: "button", class: "liten lugn", onclick: () => {
      set("gäller", viewpoint.gäller.filter((other) => other !== address));
      drawList();
      (list.children[Math.min(index, list.children.length - 1)]?.querySelector("button") ?? adding.querySelector("select")).focus();
    } }, "Ta bort", hiddenText(` ${placeLabel(address)}`)))));
  const adding = selectField({
    id: "f-gäller", label: "Lägg till ett ställe", none: "Välj …", get: () => "", groups: placeGroups(),
    set: (address) => {
      if (address && !viewpoint.gäller?.includes(address)) set("gäller", [...(viewpoint.gäller ?? []), address]);
      drawList();
      adding.querySelector("select").value = "";
    },
  });
  const element = el("div", { class: "inskjuten" }, list, adding);
  const missing = el("div", { class: "inskjuten" }, selectField({
    id: "f-saknas-i", label: "I vilken del saknas det?", none: "Välj …", groups: [{ choices: formData.delar.map((part) => ({ value: part.adress, label: part.titel })) }],
    get: () => viewpoint["saknas-i"], set: (address) => set("saknas-i", address),
  }));
  const show = () => {
    element.hidden = viewpoint.ankare !== "element";
    missing.hidden = viewpoint.ankare !== "saknas";
  };
  drawList();
  show();
  return el("div", {}, radioField({
    id: "f-ankare", label: "Vad gäller synpunkten?", required: true,
    choices: [{ value: "element", label: "Ett eller flera ställen i programmet" }, { value: "helhet", label: "Hela programmet" }, { value: "saknas", label: "Något som saknas" }],
    get: () => viewpoint.ankare,
    set: (value) => {
      set("ankare", value);
      show();
    },
  }), element, missing);
}

function placeGroups() {
  return formData.delar.map((part) => ({
    label: part.titel,
    choices: [{ value: part.adress, label: `Hela delen ${part.titel}` }, ...part.element.map((element) => ({ value: element.adress, label: placeLabel(element.adress) }))],
  }));
}

/** The proposed wording beside the present one. */
function drawProposal(box, viewpoint, field) {
  const present = presentWordings(viewpoint);
  const input = textField({
    ...field, rows: 5,
    hint: viewpoint.slag === "strykning" ? "Skriv texten som den ska lyda efter strykningen, eller ”Utgår.” om allt ska bort." : "Skriv texten som den ska lyda.",
    extra: present.length ? button("Utgå från den nuvarande lydelsen", () => {
      const area = input.querySelector("textarea");
      if (!area.value.trim()) area.value = present.map(({ wording }) => wording).join("\n\n");
      area.dispatchEvent(new Event("input"));
      area.focus();
    }, { class: "liten lugn" }) : null,
  });
  box.replaceChildren(el("div", { class: present.length ? "tva" : "" },
    present.length ? el("section", { class: "nuvarande", "aria-labelledby": "sd-nuvarande" }, el("h2", { id: "sd-nuvarande" }, "Nuvarande lydelse"),
      ...present.map(({ label, wording }) => el("div", {}, present.length > 1 ? el("p", { class: "tips" }, label) : null, el("p", { class: "lydelse" }, wording)))) : null,
    input));
}

/** The text that the viewpoint concerns, to read while writing. */
function drawReading(box, viewpoint) {
  const addresses = viewpoint.ankare === "element" ? (viewpoint.gäller ?? []).slice(0, 4) : [];
  const texts = addresses.map((address) => places.get(address)).filter(Boolean).map((place) => {
    const content = elementContent(place, 3);
    return content ? el("div", { class: "programtext" }, content) : el("p", {}, link(["programmet", place.part.adress], {}, `Läs ${place.part.titel}`));
  });
  box.replaceChildren(...(texts.length ? [el("section", { class: "las", tabindex: "0", "aria-labelledby": "sd-las" }, el("h2", { id: "sd-las" }, "Det här gäller synpunkten"), ...texts)] : []));
}
