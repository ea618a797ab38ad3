// The answer as a whole: the overall stance, the summary and the other texts of the tjänsteutlåtande.

import { offered } from "./data.js";
import { el } from "./dom.js";
import { read, write } from "./draft.js";
import { errorSummary, listField, radioField, textField } from "./fields.js";
import { nextStep } from "./next-step.js";
import { answerKeys, labelOf } from "./schema.js";
import { asChoices } from "./words.js";

export function textsView([focus]) {
  return {
    title: "Hållning och texter",
    focus,
    nodes: [
      el("h1", {}, "Hållning och texter"),
      el("p", {}, "Det som gäller svaret som helhet. Rubrikerna kommer i tjänsteutlåtandets ordning, och tomma rubriker utelämnas."),
      errorSummary(),
      el("h2", {}, "Hållning"),
      radioField({
        id: "f-hållning", label: labelOf(answerKeys, "hållning"), required: true, choices: asChoices(offered.hållning),
        hint: "Välj själv. Formuläret gissar aldrig en hållning utifrån det du har skrivit.",
        get: () => read("hållning"), set: (value) => write("hållning", value),
      }),
      el("h2", {}, "Beslut och sammanfattning"),
      list("förslag-till-beslut", { itemLabel: "Punkt", addLabel: "Lägg till en punkt", rows: 3, numbered: true, hint: "Varje punkt ska gå att besluta om precis som den står." }),
      text("sammanfattning", { rows: 8, required: true, hint: "Ska kunna läsas för sig: vad remissen gäller, vad du anser och de viktigaste synpunkterna." }),
      el("h2", {}, "Ärendet"),
      text("bakgrund", { hint: "Varför remissen har kommit och vad som har hänt före den." }),
      text("ärendet", { hint: "Det viktigaste i programförslaget, med egna ord." }),
      text("beredning", { hint: "Vilka som har berett ärendet och vilka som har fått yttra sig." }),
      el("h2", {}, "Runt synpunkterna"),
      text("inledning", { hint: "Står före synpunkterna." }),
      text("avslutning", { hint: "Står efter synpunkterna." }),
      el("h2", {}, "Analyser"),
      text("jämställdhetsanalys"),
      text("barnkonsekvensanalys"),
      text("ekonomi", { hint: "Vad programmet och synpunkterna skulle kosta, och vem som betalar." }),
      el("h2", {}, "Underskrifter och bilagor"),
      list("undertecknare", { itemLabel: "Undertecknare", addLabel: "Lägg till en undertecknare", rows: 1, hint: "Namn och titel, till exempel Eva Åberg, stadsdelsdirektör." }),
      list("bilagor", { itemLabel: "Bilaga", addLabel: "Lägg till en bilaga", rows: 1, numbered: true, hint: "Bilagornas namn. Själva filerna skickar du tillsammans med svarsfilen." }),
      nextStep(["kvar"], "Se vad som är kvar att göra"),
    ],
  };
}

function bound(key) {
  return { id: `f-${key}`, label: labelOf(answerKeys, key), get: () => read(key), set: (value) => write(key, value) };
}

function text(key, options = {}) {
  return textField({ ...bound(key), ...options });
}

function list(key, options) {
  return listField({ ...bound(key), ...options });
}
