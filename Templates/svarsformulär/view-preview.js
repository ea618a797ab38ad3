// The finished document to look through and print, and the response file to download.

import { announce } from "./announce.js";
import { consultation } from "./data.js";
import { button, el, focusOn, link, plural } from "./dom.js";
import { draft } from "./draft.js";
import { download, responseFile, responseFileName } from "./export.js";
import { revealMissing } from "./fields.js";
import { problemsFound } from "./problems.js";
import { officialDocument } from "./tjansteutlatande.js";
import { longDate } from "./words.js";

export function previewView([focus]) {
  revealMissing();
  const left = problemsFound().filter(({ level }) => level !== "advice").length;
  return {
    title: "Granska och ladda ner",
    focus,
    nodes: [
      el("h1", {}, "Granska och ladda ner"),
      el("section", { class: "inte-utskrift", "aria-labelledby": "sd-ladda" },
        el("h2", { id: "sd-ladda" }, "Ladda ner svaret"),
        left
          ? el("p", { class: "obs" }, `Svaret är ett utkast: ${plural(left, "sak", "saker")} återstår. Du kan ladda ner det ändå. `, link(["kvar"], {}, "Se vad som är kvar att göra"))
          : el("p", {}, "Inget återstår. Läs igenom tjänsteutlåtandet nedan innan du laddar ner."),
        el("p", {}, `Svaret skickas inte av sig självt. ${sendingWords()}`),
        el("div", { class: "knappar" },
          button("Ladda ner svarsfilen", () => save(left), { class: "huvudknapp" }),
          button("Skriv ut eller spara som PDF", () => print())),
        el("div", { id: "sd-nedladdad" })),
      officialDocument(),
    ],
  };
}

function sendingWords() {
  const { avsändare, diarienummer } = consultation;
  const last = consultation["sista-svarsdag"];
  return `Skicka svarsfilen till ${avsändare ?? "den som har skickat remissen"}${last ? ` senast ${longDate(last)}` : ""}.${diarienummer ? ` Ange diarienummer ${diarienummer}.` : ""}`;
}

function save(left) {
  const box = document.getElementById("sd-nedladdad");
  if (!draft.answer.respondent) {
    const text = "Välj först vem du svarar för. Svarsfilen får namn efter den som svarar.";
    box.replaceChildren(el("p", { class: "fel" }, text, " ", link(["start", "f-respondent"], {}, "Välj svarande")));
    focusOn(box.querySelector("a"));
    announce(text);
    return;
  }
  const name = responseFileName();
  download(name, `${JSON.stringify(responseFile(), null, 2)}\n`);
  const text = `Filen ${name} laddas ner, oftast till mappen Hämtade filer.${left ? ` Den är ett utkast: ${plural(left, "sak", "saker")} återstår.` : ""}`;
  box.replaceChildren(el("div", { class: "angra" }, el("p", {}, text), el("p", {}, el("strong", {}, sendingWords()))));
  announce(`${text} ${sendingWords()}`);
}
