// The first page: what this is, who answers, opening files, and starting afresh.

import { offerUndo } from "./announce.js";
import { consultation, respondentNamed } from "./data.js";
import { choose } from "./dialog.js";
import { button, el, link } from "./dom.js";
import { blankAnswer, changeRespondent, draft, hasWork, replaceAnswer, snapshot } from "./draft.js";
import { selectField } from "./fields.js";
import { fileOpener } from "./open-files.js";
import { isOverdue } from "./problems.js";
import { respondentGroups } from "./respondent-dialog.js";
import { go, redraw } from "./router.js";
import { saveNow } from "./storage.js";
import { longDate } from "./words.js";

export function startView([focus]) {
  return {
    title: "Start",
    focus,
    nodes: [
      el("h1", {}, "Svara på remissen"),
      el("p", { class: "ingress" }, `Här läser du ${consultation.dokumenttitel} och lämnar synpunkter på det stycke för stycke. Formuläret gör ett färdigt tjänsteutlåtande av dem.`),
      consultationFacts(),
      isOverdue() ? el("p", { class: "obs" }, `Sista svarsdag var ${longDate(consultation["sista-svarsdag"])}. Fråga avsändaren om det fortfarande går att svara.`) : null,
      el("h2", {}, "Vem svarar du för?"),
      respondentField(),
      el("p", {}, link(["uppgifter"], { class: "knapp huvudknapp" }, hasWork() ? "Fortsätt med svaret" : "Börja svara")),
      el("h2", {}, "Så går det till"),
      el("ol", {},
        el("li", {}, "Fyll i uppgifter om ärendet, läs programmet och lämna synpunkter där de hör hemma. Du kan göra det i vilken ordning du vill."),
        el("li", {}, "Se efter vad som är kvar att göra, och förhandsgranska tjänsteutlåtandet."),
        el("li", {}, `Ladda ner svarsfilen och skicka den till ${consultation.avsändare ?? "den som har skickat remissen"}.`)),
      el("p", {}, "Är ni flera som skriver? Låt var och en ladda ner sin fil. Öppna sedan filerna här, så slår formuläret ihop dem."),
      el("h2", {}, "Öppna en svarsfil"),
      el("p", {}, "Fortsätt på ett tidigare svar, eller slå ihop ditt svar med en kollegas. Formuläret frågar innan något du har skrivit ersätts."),
      fileOpener(),
      el("h2", {}, "Börja om"),
      el("p", {}, "Tar bort svaret ur den här webbläsaren. Filer som du har laddat ner påverkas inte."),
      button("Börja om", startAfresh),
    ],
  };
}

function consultationFacts() {
  const rows = [
    ["Avsändare", consultation.avsändare], ["Avsändarens diarienummer", consultation.diarienummer], ["Sista svarsdag", longDate(consultation["sista-svarsdag"])]].filter(([, value]) => value);
  return rows.length ? el("dl", { class: "fakta" }, ...rows.flatMap(([term, value]) => [el("dt", {}, term), el("dd", {}, value)])) : null;
}

function respondentField() {
  const field = selectField({
    id: "f-respondent", label: "Svarande", required: true, none: "Välj …", groups: respondentGroups(),
    hint: "Bara de som har fått remissen finns i listan.",
    get: () => draft.answer.respondent,
    set: async (id) => {
      if (await mayChange(id)) changeRespondent(id);
      else field.querySelector("select").value = draft.answer.respondent ?? "";
    },
  });
  return field;
}

/** Changing respondent gives the viewpoints new ids, so it is asked about once there are any. */
async function mayChange(id) {
  const before = draft.answer.respondent;
  if (!before || !draft.answer.synpunkter.length) return true;
  if (!id) return false;
  const choice = await choose({
    title: "Byta svarande?",
    content: [el("p", {}, `Dina synpunkter är skrivna för ${respondentNamed(before).namn}. Om du byter till ${respondentNamed(id).namn} får de nya beteckningar.`)],
    choices: [{ value: "change", label: "Byt svarande", kind: "huvudknapp" }, { value: "", label: "Avbryt", kind: "lugn" }],
  });
  return choice === "change";
}

async function startAfresh() {
  const choice = await choose({
    title: "Ta bort svaret och börja om?",
    content: [el("p", {}, "Allt du har skrivit här tas bort ur webbläsaren. Ladda ner svarsfilen först om du vill spara det.")],
    choices: [{ value: "clear", label: "Ta bort och börja om", kind: "farlig" }, { value: "", label: "Avbryt, behåll svaret", kind: "lugn" }],
  });
  if (choice !== "clear") return;
  const back = snapshot();
  replaceAnswer(blankAnswer());
  saveNow();
  go("start");
  offerUndo({
    text: "Svaret är borttaget. Du börjar om från början.",
    put: (box) => document.querySelector("main h1").after(box),
    undo: () => {
      back();
      saveNow();
      redraw(true);
    },
  });
}
