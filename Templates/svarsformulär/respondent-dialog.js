// Viewpoint ids begin with the respondent's prefix, so the respondent must be known before the first viewpoint.

import { choose } from "./dialog.js";
import { el } from "./dom.js";
import { respondents } from "./data.js";
import { changeRespondent, draft } from "./draft.js";
import { fieldFails, selectField } from "./fields.js";

/** True when a respondent is chosen, after asking if need be. */
export async function ensureRespondent() {
  if (draft.answer.respondent) return true;
  let picked;
  const pick = selectField({
    id: "f-svarande", label: "Svarande", none: "Välj …", groups: respondentGroups(), get: () => undefined, set: (value) => { picked = value; },
  });
  const answer = await choose({
    title: "Vem svarar du för?",
    content: [el("p", {}, "Varje synpunkt får en beteckning efter den som svarar. Välj därför svarande först."), pick],
    choices: [{ value: "ok", label: "Fortsätt", kind: "huvudknapp", ready: () => Boolean(picked) || fieldFails(pick, "Välj vem du svarar för.") }, { value: "", label: "Avbryt", kind: "lugn" }],
  });
  if (answer !== "ok") return false;
  changeRespondent(picked);
  return true;
}

/** The respondents by type, in the consultation's order. */
export function respondentGroups() {
  const types = [...new Set(respondents.map(({ typ }) => typ ?? ""))];
  return types.map((type) => ({
    label: type && types.length > 1 ? groupNames[type] ?? type : "",
    choices: respondents.filter(({ typ }) => (typ ?? "") === type).map(({ id, namn }) => ({ value: id, label: namn })),
  }));
}

const groupNames = {
  "stadsdelsnämnd": "Stadsdelsnämnder", "facknämnd": "Facknämnder", "bolagsstyrelse": "Bolagsstyrelser",
  "annan myndighet": "Andra myndigheter", "organisation": "Organisationer", "råd": "Råd",
};
