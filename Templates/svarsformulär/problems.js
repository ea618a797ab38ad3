// What is missing or contradictory, each with the place to mend it. level: missing · contradiction · advice

import { formData, consultation, partText, places, registryNumberPattern, squeezed } from "./data.js";
import { draft, inProgrammeOrder, isBlankViewpoint, needsProposal } from "./draft.js";

export function problemsFound() {
  return [...answerProblems(), ...inProgrammeOrder(draft.answer.synpunkter).flatMap(viewpointProblems)];
}

const isDecided = (answer) => ["nämndbeslut", "delegationsbeslut"].includes(answer.behandlingsläge);

function answerProblems() {
  const { answer } = draft;
  const found = [];
  const add = (level, view, field, text) => found.push({ level, route: [view, `f-${field}`], text });
  const lacks = (key) => !(answer[key] ?? "").trim();

  if (!answer.respondent) add("missing", "start", "respondent", "Välj vem du svarar för.");
  if (lacks("diarienummer")) add("missing", "uppgifter", "diarienummer", "Skriv det egna diarienumret.");
  for (const [field, message] of formatProblems()) add("contradiction", "uppgifter", field, message);
  if (!answer.behandlingsläge) add("missing", "uppgifter", "behandlingsläge", "Välj hur långt svaret har kommit.");
  if (isDecided(answer)) {
    if (!answer.beslut?.organ?.trim()) add("missing", "uppgifter", "beslut-organ", "Skriv vem som har beslutat.");
    if (!answer.beslut?.datum?.trim()) add("missing", "uppgifter", "beslut-datum", "Skriv datum för beslutet.");
    if (answer.behandlingsläge === "nämndbeslut" && !answer.beslut?.paragraf?.trim()) add("missing", "uppgifter", "beslut-paragraf", "Skriv vilken paragraf i protokollet beslutet har.");
  } else if (answer.behandlingsläge && Object.values(answer.beslut ?? {}).some((text) => text.trim())) {
    add("contradiction", "uppgifter", "behandlingsläge", `Du har skrivit ett beslut men valt ”${answer.behandlingsläge}”.`);
  }
  if (answer.behandlingsläge === "delegationsbeslut" && /fullmäktige/i.test(answer.mottagare ?? "")) {
    add("contradiction", "uppgifter", "mottagare", "Ett yttrande till fullmäktige får inte beslutas på delegation (kommunallagen 6 kap. 38 §).");
  }
  for (const [key, what] of [["förvaltning", "vilken förvaltning eller vilket bolag som svarar"], ["handläggare", "vem som är handläggare"], ["mottagare", "vem tjänsteutlåtandet ställs till"], ["datum", "datum"]]) {
    if (lacks(key)) add("advice", "uppgifter", key, `Skriv ${what}, om det är känt.`);
  }

  found.push(...stanceProblems());
  if (lacks("sammanfattning")) add("missing", "texter", "sammanfattning", "Skriv en sammanfattning.");
  if (answer.behandlingsläge === "tjänsteförslag" && !(answer["förslag-till-beslut"] ?? []).some((text) => text.trim())) {
    add("missing", "texter", "förslag-till-beslut", "Skriv förslag till beslut. Ett tjänsteförslag behöver minst en punkt.");
  }
  if (lacks("beredning")) add("advice", "texter", "beredning", "Skriv hur ärendet har beretts.");
  if (!(answer.undertecknare ?? []).some((text) => text.trim())) add("advice", "texter", "undertecknare", "Skriv vem som undertecknar, om det är bestämt.");
  return found;
}

/** The overall stance against the viewpoints. */
function stanceProblems() {
  const { hållning, synpunkter } = draft.answer;
  const found = [];
  const add = (level, text) => found.push({ level, route: ["texter", "f-hållning"], text });
  const ids = (test) => synpunkter.filter(test).map(({ id }) => id).join(", ");
  const objecting = ids((viewpoint) => viewpoint.hållning === "invänder");

  if (!hållning) return add("missing", "Välj hållning till hela programmet."), found;
  if (["tillstyrker", "har inget att erinra"].includes(hållning) && objecting) {
    add("contradiction", `Svaret ${hållning === "tillstyrker" ? "tillstyrker hela programmet" : "har inget att erinra"}, men invänder i ${objecting}.`);
  }
  if (hållning === "har inget att erinra" && !objecting) {
    const wishing = ids((viewpoint) => ["önskar", "stöder med förbehåll"].includes(viewpoint.hållning));
    if (wishing) add("contradiction", `Svaret har inget att erinra, men har önskemål eller förbehåll i ${wishing}.`);
  }
  if (hållning === "avstår från att yttra sig" && synpunkter.length) add("contradiction", `Svaret avstår från att yttra sig, men lämnar ${synpunkter.length === 1 ? "en synpunkt" : `${synpunkter.length} synpunkter`}.`);
  if (!["har inget att erinra", "avstår från att yttra sig"].includes(hållning) && !synpunkter.length) {
    found.push({ level: "missing", route: ["programmet"], text: `Lämna minst en synpunkt. Den som svarar ”${hållning}” ska säga varför.` });
  }
  if (hållning === "avstyrker" && synpunkter.length && !objecting) add("contradiction", "Svaret avstyrker programmet, men ingen synpunkt invänder mot något.");
  return found;
}

function viewpointProblems(viewpoint) {
  const found = [];
  const add = (level, field, text) => found.push({ level, route: ["synpunkt", viewpoint.id, `f-${field}`], text, viewpoint: viewpoint.id });
  const lacks = (key) => !(viewpoint[key] ?? "").trim();

  if (viewpoint.ankare === "element" && !viewpoint.gäller?.length) add("missing", "gäller", "Välj vilket ställe i programmet synpunkten gäller.");
  if (viewpoint.ankare === "saknas" && !viewpoint["saknas-i"]) add("missing", "saknas-i", "Välj i vilken del det saknas.");
  if (!viewpoint.hållning) add("missing", "synpunkt-hållning", "Välj hållning.");
  if (!viewpoint.slag) add("missing", "slag", "Välj slag av synpunkt.");
  if (viewpoint.hållning === "invänder" && lacks("bekymmer")) add("missing", "bekymmer", "Du invänder. Skriv vad problemet är.");
  if (["önskar", "stöder med förbehåll"].includes(viewpoint.hållning) && lacks("önskan") && lacks("förslag")) {
    add("missing", "önskan", viewpoint.hållning === "önskar" ? "Du önskar något. Skriv vad som ska hända." : "Du har förbehåll. Skriv vad som ska hända.");
  }
  if (needsProposal(viewpoint)) {
    if (lacks("förslag")) add("missing", "förslag", `Skriv den lydelse du föreslår. Det behövs för ${viewpoint.slag}.`);
    else if (isPresentWording(viewpoint)) add("contradiction", "förslag", "Föreslagen lydelse är densamma som den nuvarande.");
  }
  if (viewpoint.slag === "stöd" && ["invänder", "önskar"].includes(viewpoint.hållning)) add("contradiction", "slag", `Slaget är stöd, men hållningen är ”${viewpoint.hållning}”.`);
  if (viewpoint.hållning && !isBlankViewpoint(viewpoint) && lacks("bekymmer") && lacks("önskan") && lacks("förslag") && ["stöder", "neutral"].includes(viewpoint.hållning)) {
    add("advice", "önskan", "Synpunkten har inga egna ord. Skriv gärna vad som är bra eller vad du vill säga.");
  }
  if (/\n\s*([-–•*]|\d+[.)])\s/.test(`\n${viewpoint.önskan ?? ""}`) && (viewpoint.önskan ?? "").trim().split("\n").length > 1) {
    add("advice", "önskan", "Det ser ut som flera önskemål i en punktlista. Gör gärna en synpunkt av varje, så kan varje få sitt svar.");
  }
  if (!lacks("citat") && viewpoint.ankare === "element" && viewpoint.gäller?.length && !quoteIsThere(viewpoint)) {
    add("advice", "citat", "Orden står inte på det ställe som synpunkten gäller. Kontrollera citatet.");
  }
  return found;
}

/** Mistakes of form in the header facts, as [field, message]. */
export function formatProblems() {
  const { answer } = draft;
  const found = [];
  const number = (answer.diarienummer ?? "").trim();
  if (number && registryNumberPattern && !registryNumberPattern.test(number)) {
    found.push(["diarienummer", `Diarienumret ser inte ut som väntat. Skriv det som ${formData.diarienummermönster.exempel}.`]);
  }
  if (answer.datum?.trim() && !isDate(answer.datum.trim())) found.push(["datum", "Skriv datum som ÅÅÅÅ-MM-DD, till exempel 2026-03-14."]);
  if (answer.beslut?.datum?.trim() && !isDate(answer.beslut.datum.trim())) found.push(["beslut-datum", "Skriv datum som ÅÅÅÅ-MM-DD, till exempel 2026-03-14."]);
  if (answer["e-post"]?.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answer["e-post"].trim())) found.push(["e-post", "Skriv e-postadressen i formen namn@exempel.se."]);
  return found;
}

/** A whole date, or a year and month, or a year; and a day that exists. */
function isDate(text) {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false;
  const [year, month = 1, day = 1] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isPresentWording(viewpoint) {
  return (viewpoint.gäller ?? []).some((address) => {
    const wording = places.get(address)?.element?.lydelse;
    return wording && squeezed(wording) === squeezed(viewpoint.förslag);
  });
}

function quoteIsThere(viewpoint) {
  const quote = squeezed(viewpoint.citat).replace(/^[”"'’…]+|[”"'’…]+$/g, "").trim();
  return viewpoint.gäller.some((address) => places.has(address) && partText(places.get(address).part).includes(quote));
}

export function isOverdue() {
  return Boolean(consultation["sista-svarsdag"]) && new Date().toLocaleDateString("sv-SE") > consultation["sista-svarsdag"];
}
