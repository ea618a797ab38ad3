// Opens response files: checks them, asks before anything of the present work is replaced, and merges those of colleagues.

import { announce, offerUndo } from "./announce.js";
import { readResponse } from "./check-file.js";
import { respondentNamed } from "./data.js";
import { choose } from "./dialog.js";
import { button, el, focusOn, plural } from "./dom.js";
import { draft, hasWork, replaceAnswer, snapshot } from "./draft.js";
import { beginMerge } from "./view-merge.js";
import { go } from "./router.js";
import { limits } from "./schema.js";
import { saveNow } from "./storage.js";

/** The place for choosing or dropping files, with what went wrong below. */
export function fileOpener() {
  const input = el("input", { type: "file", id: "f-fil", accept: ".json,application/json", multiple: true, "aria-describedby": "f-fil-tips", onchange: async () => {
    const files = [...input.files];
    await openFiles(files);
    input.value = "";
  } });
  return el("div", { class: "slapp" },
    el("label", { for: "f-fil" }, "Välj en eller flera svarsfiler"),
    el("p", { class: "tips", id: "f-fil-tips" }, "Filen heter något som svar-….json. Du kan också dra den hit."),
    input,
    el("div", { class: "filfel", role: "alert" }));
}

/** Files may be dropped anywhere on the page. */
export function startDropping() {
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  addEventListener("drop", async (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (!document.querySelector(".filfel")) go("start", "f-fil");
    await openFiles(files);
  });
}

async function openFiles(files) {
  const failures = [];
  for (const file of files.slice(0, 20)) {
    const read = await readFile(file);
    if (!read.answer) failures.push({ name: file.name, reasons: read.refuse });
    else if (!(await goOnWithout(file.name, read.notes))) announce(`${file.name} öppnades inte.`);
    else await take(file.name, read.answer);
  }
  await showFailures(failures);
}

async function readFile(file) {
  const refuse = (text) => ({ answer: null, refuse: [text], notes: [] });
  if (file.size > limits.fileBytes) return refuse(`Filen är ${Math.round(file.size / 1e6)} MB. En svarsfil är högst ${limits.fileBytes / 1e6} MB.`);
  try {
    return readResponse(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
  } catch {
    return refuse("Filen går inte att läsa som text. Den är inte en svarsfil, eller så har den blivit skadad på vägen.");
  }
}

async function goOnWithout(name, notes) {
  if (!notes.length) return true;
  const choice = await choose({
    title: "Allt i filen går inte att läsa",
    content: [el("p", {}, `Det här i ${name} tas inte med:`), reasonList(notes)],
    choices: [{ value: "open", label: "Öppna utan det", kind: "huvudknapp" }, { value: "", label: "Öppna inte" }],
  });
  return choice === "open";
}

function reasonList(reasons) {
  const rest = reasons.length - 8;
  return el("ul", {}, ...reasons.slice(0, 8).map((reason) => el("li", {}, reason)), rest > 0 ? el("li", {}, `… och ${rest} till`) : null);
}

/** A checked answer comes in: straight in when there is nothing to lose, else by choice. */
async function take(name, answer) {
  if (!hasWork()) {
    replace(name, answer);
    return;
  }
  const mine = draft.answer.respondent;
  const same = !mine || mine === answer.respondent;
  const content = [el("p", {}, `Du har redan ett påbörjat svar här${mine ? `, för ${respondentNamed(mine).namn}` : ""}. Vad vill du göra med ${name}?`)];
  if (!same) content.push(el("p", {}, `Filen är från ${respondentNamed(answer.respondent).namn}. Svar från olika svarande går inte att slå ihop.`));
  const choice = await choose({
    title: "Du har redan ett påbörjat svar",
    content,
    choices: [
      ...(same ? [{ value: "merge", label: "Slå ihop filen med mitt svar", kind: "huvudknapp" }] : []),
      { value: "replace", label: "Ersätt mitt svar med filen" },
      { value: "", label: "Avbryt, behåll mitt svar", kind: "lugn" }],
  });
  if (choice === "replace") replace(name, answer);
  if (choice === "merge") await beginMerge(name, answer);
}

function replace(name, answer) {
  const hadWork = hasWork();
  const back = snapshot();
  replaceAnswer(answer);
  saveNow();
  const text = `${name} är öppnad, med ${plural(answer.synpunkter.length, "synpunkt", "synpunkter")}.`;
  go("start");
  const put = (box) => document.querySelector("main h1").after(box);
  if (hadWork) {
    offerUndo({ text: `${text} Ditt tidigare svar är ersatt.`, put, undo: () => {
      back();
      saveNow();
      go("start");
    } });
  } else {
    put(el("div", { class: "angra" }, el("p", {}, text)));
    announce(text);
  }
}

async function showFailures(failures) {
  const box = document.querySelector(".filfel");
  const content = failures.flatMap(({ name, reasons }) => [
    el("p", {}, el("strong", {}, `${name.slice(0, 100)} öppnades inte.`), " Ditt svar är orört."), reasonList(reasons)]);
  if (!box) {
    if (failures.length) await choose({ title: "Alla filer öppnades inte", content, choices: [{ value: "ok", label: "Stäng" }] });
    return;
  }
  box.replaceChildren(...content);
  if (failures.length) box.append(button("Stäng meddelandet", () => {
    box.replaceChildren();
    focusOn(document.getElementById("f-fil"));
  }, { class: "liten lugn" }));
}
