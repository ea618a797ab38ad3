// The response file: exactly the contract's keys, in order, as plain text; what is empty is left out.

import { cleanText } from "./check-file.js";
import { consultation } from "./data.js";
import { draft, inProgrammeOrder } from "./draft.js";
import { answerKeys, decisionKeys, viewpointKeys } from "./schema.js";

export function responseFile() {
  const answer = { ...draft.answer, avtryck: consultation.avtryck, synpunkter: inProgrammeOrder(draft.answer.synpunkter) };
  return {
    format: "styrdok-remissvar",
    version: 1,
    remiss: consultation.id,
    dokument: consultation.dokument,
    avtryck: consultation.avtryck,
    sparad: new Date().toISOString(),
    svar: tidied(answer, answerKeys),
  };
}

export function responseFileName() {
  return `svar-${consultation.id}-${draft.answer.respondent}.json`;
}

export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function tidied(source, keys) {
  const tidy = {};
  for (const { key, kind } of keys) {
    const value = tidiedValue(source[key], kind);
    if (value !== undefined) tidy[key] = value;
  }
  return tidy;
}

function tidiedValue(value, kind) {
  if (value === undefined) return undefined;
  if (typeof value === "string") return cleanText(value).trim() || undefined;
  if (kind === "decision") {
    const decision = tidied(value, decisionKeys);
    return Object.keys(decision).length ? decision : undefined;
  }
  const items = kind === "viewpoints" ? value.map(tidiedViewpoint) : value.map((item) => tidiedValue(item, "line")).filter(Boolean);
  return items.length ? items : undefined;
}

/** Only the facts of the chosen kind of place go along: `saknas` has no `gäller`, `helhet` has neither. */
function tidiedViewpoint(viewpoint) {
  const tidy = tidied(viewpoint, viewpointKeys);
  if (tidy.ankare !== "element") delete tidy.gäller;
  if (tidy.ankare !== "saknas") delete tidy["saknas-i"];
  return tidy;
}
