// The finished tjänsteutlåtande, in the order it goes to the board.

import { consultation, respondentNamed } from "./data.js";
import { el, paragraphs } from "./dom.js";
import { draft, inProgrammeOrder } from "./draft.js";
import { longDate, sentence } from "./words.js";
import { placeOf, presentWordings } from "./viewpoint-display.js";

export function officialDocument() {
  const { answer } = draft;
  return el("article", { class: "utlatande", "aria-label": answer.handlingstyp || "Tjänsteutlåtande" },
    header(answer),
    el("h2", {}, `Svar på remiss${consultation.avsändare ? ` från ${consultation.avsändare}` : ""}: ${consultation.titel}`),
    numbered("Förslag till beslut", answer["förslag-till-beslut"]),
    textSection("Sammanfattning", answer.sammanfattning),
    textSection("Bakgrund", answer.bakgrund),
    textSection("Ärendet", answer.ärendet),
    textSection("Ärendets beredning", answer.beredning),
    viewpointsSection(answer),
    textSection("Jämställdhetsanalys", answer.jämställdhetsanalys),
    textSection("Barnkonsekvensanalys", answer.barnkonsekvensanalys),
    textSection("Ekonomiska konsekvenser", answer.ekonomi),
    decisionSection(answer),
    signatures(answer.undertecknare),
    numbered("Bilagor", answer.bilagor));
}

function header(answer) {
  const lines = (...texts) => texts.filter((text) => text?.trim()).map((text) => el("p", {}, text));
  const labelled = (label, value) => (value?.trim() ? `${label}: ${value}` : "");
  return el("div", { class: "brevhuvud" },
    el("div", {}, el("p", {}, el("strong", {}, answer.förvaltning?.trim() || respondentNamed(answer.respondent)?.namn || "Svarande inte vald")),
      ...lines(answer.avdelning, answer.besöksadress, answer.postadress, labelled("Växel", answer.växel), labelled("Fax", answer.fax), answer.webb)),
    el("div", {}, el("p", {}, el("strong", {}, answer.handlingstyp?.trim() || "Tjänsteutlåtande")),
      ...lines(labelled("Dnr", answer.diarienummer), labelled("Avsändarens dnr", answer["avsändarens-diarienummer"]), longDate(answer.datum), answer.behandlingsläge ? sentence(answer.behandlingsläge) : "")),
    el("div", {}, ...lines(labelled("Handläggare", answer.handläggare), labelled("Telefon", answer.telefon), labelled("E-post", answer["e-post"]))),
    el("div", {}, ...lines(labelled("Till", answer.mottagare))));
}

function textSection(title, text) {
  return text?.trim() ? el("section", {}, el("h3", {}, title), ...paragraphs(text)) : null;
}

function numbered(title, items) {
  const written = (items ?? []).filter((item) => item.trim());
  return written.length ? el("section", {}, el("h3", {}, title), el("ol", {}, ...written.map((item) => el("li", {}, ...paragraphs(item))))) : null;
}

function viewpointsSection(answer) {
  const viewpoints = inProgrammeOrder(answer.synpunkter);
  const hasText = answer.inledning?.trim() || answer.avslutning?.trim();
  if (!answer.hållning && !viewpoints.length && !hasText) return null;
  return el("section", {},
    el("h3", {}, "Synpunkter och förslag"),
    answer.hållning ? el("p", {}, el("strong", {}, "Hållning till hela programmet: "), `${answer.hållning}.`) : null,
    ...paragraphs(answer.inledning ?? ""),
    ...viewpoints.flatMap((viewpoint, index) => [
      index && placeOf(viewpoints[index - 1]) === placeOf(viewpoint) ? null : el("h4", {}, placeOf(viewpoint)),
      viewpointSection(viewpoint)]),
    ...paragraphs(answer.avslutning ?? ""));
}

function viewpointSection(viewpoint) {
  const marks = [viewpoint.hållning ? sentence(viewpoint.hållning) : "Hållning inte vald", viewpoint.slag, viewpoint.vikt ? `vikt: ${viewpoint.vikt}` : ""].filter(Boolean).join(" · ");
  const last = [
    viewpoint.konsekvenser?.length ? `Konsekvenser: ${viewpoint.konsekvenser.join(", ")}.` : "",
    viewpoint["beslutas-av"] ? `Kan beslutas av: ${viewpoint["beslutas-av"]}.` : ""].filter(Boolean).join(" ");
  return el("div", { class: "rad" },
    el("p", { class: "radhuvud" }, el("strong", {}, viewpoint.rubrik?.trim() ? `${viewpoint.id}. ${viewpoint.rubrik.trim()}` : viewpoint.id), ` ${marks}`),
    viewpoint.citat?.trim() ? el("p", { class: "citat" }, `”${viewpoint.citat.trim().replace(/^[”"]|[”"]$/g, "")}”`) : null,
    ...paragraphs(viewpoint.bekymmer ?? ""),
    ...paragraphs(viewpoint.önskan ?? ""),
    wordings(viewpoint),
    last ? el("p", { class: "tips" }, last) : null);
}

/** Present and proposed wording side by side, as a table. */
function wordings(viewpoint) {
  if (!viewpoint.förslag?.trim()) return null;
  const present = presentWordings(viewpoint);
  const proposed = el("td", {}, ...paragraphs(viewpoint.förslag));
  if (!present.length) return el("table", {}, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Föreslagen lydelse"))), el("tbody", {}, el("tr", {}, proposed)));
  return el("table", {},
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Nuvarande lydelse"), el("th", { scope: "col" }, "Föreslagen lydelse"))),
    el("tbody", {}, el("tr", {}, el("td", {}, ...present.flatMap(({ wording }) => paragraphs(wording))), proposed)));
}

function decisionSection(answer) {
  if (!["nämndbeslut", "delegationsbeslut"].includes(answer.behandlingsläge)) return null;
  const { organ, datum, paragraf, ...rest } = answer.beslut ?? {};
  const line = [organ, longDate(datum), paragraf].filter((text) => text?.trim()).join(", ");
  const others = [["Reservationer", rest.reservationer], ["Särskilda uttalanden", rest["särskilda-uttalanden"]], ["Ersättaryttranden", rest["ersättaryttranden"]]].filter(([, text]) => text?.trim());
  if (!line && !others.length) return null;
  return el("section", {}, el("h3", {}, "Beslut"), line ? el("p", {}, line) : null,
    ...others.flatMap(([title, text]) => [el("h4", {}, title), ...paragraphs(text)]));
}

function signatures(names) {
  const written = (names ?? []).filter((name) => name.trim());
  return written.length ? el("div", { class: "underskrifter" }, ...written.map((name) => el("p", {}, name))) : null;
}
