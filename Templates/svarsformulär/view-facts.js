// Header facts: registry numbers, people, and how far the answer has come.

import { formData, offered } from "./data.js";
import { button, el } from "./dom.js";
import { read, write } from "./draft.js";
import { errorSummary, lineField, radioField, textField } from "./fields.js";
import { answerKeys, decisionKeys, labelOf } from "./schema.js";
import { nextStep } from "./next-step.js";
import { handlingChoices } from "./words.js";

export function factsView([focus]) {
  const decision = decisionFields();
  const showDecision = () => {
    decision.hidden = !["nämndbeslut", "delegationsbeslut"].includes(read("behandlingsläge")) && !Object.values(read("beslut") ?? {}).some(Boolean);
  };
  showDecision();
  const example = formData.diarienummermönster?.exempel;
  return {
    title: "Uppgifter",
    focus,
    nodes: [
      el("h1", {}, "Uppgifter om svaret"),
      el("p", {}, "Uppgifterna hamnar i tjänsteutlåtandets huvud. Det som du inte vet kan vara tomt."),
      errorSummary(),
      el("h2", {}, "Ärendet"),
      fact("diarienummer", { required: true, hint: example ? `Till exempel ${example}.` : undefined }),
      fact("avsändarens-diarienummer"),
      fact("datum", { hint: "ÅÅÅÅ-MM-DD, till exempel 2026-03-14.", inputmode: "numeric", extra: todayButton("f-datum") }),
      fact("handlingstyp"),
      fact("mottagare", { hint: "Den som tjänsteutlåtandet ställs till, oftast den egna nämnden eller styrelsen." }),
      el("h2", {}, "Den som svarar"),
      fact("förvaltning"),
      fact("avdelning"),
      fact("handläggare", { autocomplete: "name" }),
      fact("telefon", { autocomplete: "tel", inputmode: "tel" }),
      fact("e-post", { autocomplete: "email", inputmode: "email" }),
      el("details", {}, el("summary", {}, "Adress, växel och webbplats"),
        fact("besöksadress", { autocomplete: "street-address" }), fact("postadress"), fact("växel", { inputmode: "tel" }), fact("fax", { inputmode: "tel" }), fact("webb", { autocomplete: "url" })),
      el("h2", {}, "Behandling"),
      radioField({
        id: "f-behandlingsläge", label: labelOf(answerKeys, "behandlingsläge"), required: true, choices: handlingChoices(offered.behandlingsläge),
        get: () => read("behandlingsläge"),
        set: (value) => {
          write("behandlingsläge", value);
          showDecision();
        },
      }),
      decision,
      nextStep(["programmet"], "Läs programmet och lämna synpunkter"),
    ],
  };
}

function fact(key, options = {}) {
  return lineField({ id: `f-${key}`, label: labelOf(answerKeys, key), get: () => read(key), set: (value) => write(key, value), ...options });
}

function decisionFields() {
  const bind = (key) => ({ id: `f-beslut-${key}`, label: labelOf(decisionKeys, key), get: () => read(`beslut.${key}`), set: (value) => write(`beslut.${key}`, value) });
  return el("div", { class: "inskjuten" },
    el("h3", {}, "Beslutet"),
    lineField({ ...bind("organ"), hint: "Nämnden, styrelsen, utskottet eller den som har beslutat på delegation.", required: true }),
    lineField({ ...bind("datum"), hint: "ÅÅÅÅ-MM-DD, till exempel 2026-03-14.", inputmode: "numeric", required: true }),
    lineField({ ...bind("paragraf"), hint: "Till exempel § 12." }),
    textField({ ...bind("reservationer"), rows: 2, hint: "Vem som reserverade sig och varför." }),
    textField({ ...bind("särskilda-uttalanden"), rows: 2 }),
    textField({ ...bind("ersättaryttranden"), rows: 2 }));
}

function todayButton(id) {
  return button("Skriv dagens datum", () => {
    const input = document.getElementById(id);
    input.value = new Date().toLocaleDateString("sv-SE");
    input.dispatchEvent(new Event("input"));
    input.focus();
  }, { class: "liten lugn" });
}
