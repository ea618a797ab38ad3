// "Kvar att göra": what is missing or contradictory, each a link that moves focus to the field.

import { respondentNamed } from "./data.js";
import { el, link, plural } from "./dom.js";
import { draft, viewpointNamed } from "./draft.js";
import { revealMissing } from "./fields.js";
import { nextStep } from "./next-step.js";
import { problemsFound } from "./problems.js";
import { placeOf } from "./viewpoint-display.js";
import { setReturn } from "./view-viewpoint.js";

export function leftView() {
  revealMissing();
  setReturn(["kvar"]);
  const problems = problemsFound();
  const at = (level) => problems.filter((problem) => problem.level === level);
  const [missing, contradictions, advice] = [at("missing"), at("contradiction"), at("advice")];
  const left = missing.length + contradictions.length;
  return {
    title: "Kvar att göra",
    nodes: [
      el("h1", {}, "Kvar att göra"),
      el("p", { class: "ingress" }, left
        ? `${plural(left, "sak", "saker")} återstår. Välj en rad för att komma till stället. Du kan ladda ner svaret ändå, men då som utkast.`
        : "Inget återstår. Svaret är färdigt att granska och ladda ner."),
      ...group("Det här saknas", missing),
      ...group("Det här stämmer inte överens", contradictions),
      ...group("Att tänka på", advice),
      summary(),
      nextStep(["granska"], "Granska och ladda ner"),
    ],
  };
}

function group(title, problems) {
  if (!problems.length) return [];
  return [el("h2", {}, `${title} (${problems.length})`), el("ul", { class: "kvarlista" }, ...problems.map((problem) =>
    el("li", {}, problem.viewpoint ? el("span", { class: "tips" }, `${problem.viewpoint} · ${placeOf(viewpointNamed(problem.viewpoint))}`) : null, link(problem.route, {}, problem.text))))];
}

function summary() {
  const { respondent, hållning, synpunkter } = draft.answer;
  const rows = [["Svarande", respondentNamed(respondent)?.namn ?? "Inte vald"], ["Hållning", hållning ?? "Inte vald"], ["Synpunkter", String(synpunkter.length)]];
  return el("section", {}, el("h2", {}, "Svaret i korthet"), el("dl", { class: "fakta" }, ...rows.flatMap(([term, value]) => [el("dt", {}, term), el("dd", {}, value)])));
}
