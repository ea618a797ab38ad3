// Puts two answers of the same respondent together. Pure: compares, then combines by the choices made.

import { answerKeys, decisionKeys, limits, viewpointKeys } from "./schema.js";

/** → {respondent, filled: facts only they have, differing: facts both have, added: new viewpoints, conflicts: same id, different content}. */
export function compareAnswers(mine, theirs) {
  const comparison = { respondent: mine.respondent ?? theirs.respondent, filled: [], differing: [], added: [], conflicts: [] };
  for (const path of factPaths()) {
    const [own, other] = [valueAt(mine, path), valueAt(theirs, path)];
    if (isBlank(other) || sameValue(own, other)) continue;
    if (isBlank(own)) comparison.filled.push({ ...path, theirs: other });
    else comparison.differing.push({ ...path, mine: own, theirs: other });
  }
  for (const viewpoint of theirs.synpunkter) {
    if (mine.synpunkter.some((own) => sameContent(own, viewpoint))) continue;
    const own = mine.synpunkter.find(({ id }) => id === viewpoint.id);
    if (own) comparison.conflicts.push({ id: viewpoint.id, mine: own, theirs: viewpoint });
    else comparison.added.push(viewpoint);
  }
  return comparison;
}

/** choices: Map from path name or viewpoint id to "mine", "theirs" or "both". newId is asked for each kept double. */
export function combineAnswers(mine, comparison, choices, newId) {
  const answer = { ...structuredClone(mine), respondent: comparison.respondent };
  for (const { key, sub, theirs } of comparison.filled) place(answer, key, sub, theirs);
  for (const fact of comparison.differing) {
    const choice = choices.get(fact.name) ?? "mine";
    if (choice === "theirs") place(answer, fact.key, fact.sub, fact.theirs);
    if (choice === "both") place(answer, fact.key, fact.sub, bothValues(fact));
  }
  answer.synpunkter.push(...comparison.added.map((viewpoint) => structuredClone(viewpoint)));
  for (const { id, theirs } of comparison.conflicts) {
    const choice = choices.get(id) ?? "both";
    const copy = structuredClone(theirs);
    if (choice === "theirs") answer.synpunkter[answer.synpunkter.findIndex((own) => own.id === id)] = copy;
    if (choice === "both") answer.synpunkter.push({ ...copy, id: newId(answer.synpunkter) });
  }
  return answer;
}

/** Long texts and lists can be kept both, if there is room; a date can't. */
export function canKeepBoth({ kind, mine, theirs }) {
  if (kind === "text") return mine.length + theirs.length + 2 < limits.text;
  return ["texts", "lines"].includes(kind) && mine.length + theirs.length <= limits.list;
}

function bothValues({ kind, mine, theirs }) {
  if (kind === "text") return `${mine.trim()}\n\n${theirs.trim()}`;
  return [...mine, ...theirs.filter((item) => !mine.includes(item))];
}

function factPaths() {
  return answerKeys.flatMap(({ key, kind, label }) => {
    if (kind === "viewpoints" || key === "respondent" || key === "avtryck") return [];
    if (kind !== "decision") return [{ name: key, key, sub: null, kind, label }];
    return decisionKeys.map((entry) => ({ name: `${key}.${entry.key}`, key, sub: entry.key, kind: entry.kind, label: `${label}: ${entry.label.toLowerCase()}` }));
  });
}

function valueAt(answer, { key, sub }) {
  return sub ? answer[key]?.[sub] : answer[key];
}

function place(answer, key, sub, value) {
  if (sub) (answer[key] ??= {})[sub] = value;
  else answer[key] = value;
}

function isBlank(value) {
  return value === undefined || (typeof value === "string" ? !value.trim() : !value.some((item) => item.trim()));
}

function sameValue(a, b) {
  return canonical(a) === canonical(b);
}

/** Two viewpoints that say the same, whatever they are called. */
function sameContent(a, b) {
  return viewpointKeys.every(({ key }) => key === "id" || canonical(a[key]) === canonical(b[key]));
}

function canonical(value) {
  if (Array.isArray(value)) return JSON.stringify(value.map((item) => item.trim()).filter(Boolean));
  const text = (value ?? "").trim().normalize("NFC");
  return text ? JSON.stringify(text) : "[]";
}
