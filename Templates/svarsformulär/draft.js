// The answer being written. Views read and change it through these functions; listeners hear of every change.

import { consultation, offered, places, respondents } from "./data.js";
import { prefixOf } from "./prefix.js";
import { answerKeys, viewpointKeys } from "./schema.js";

export const draft = { answer: blankAnswer(), next: 1 };

const listeners = [];

export function blankAnswer() {
  const answer = { handlingstyp: "Tjänsteutlåtande", synpunkter: [] };
  if (consultation.diarienummer) answer["avsändarens-diarienummer"] = consultation.diarienummer;
  return answer;
}

export function onChange(listener) {
  listeners.push(listener);
}

export function changed() {
  for (const listener of listeners) listener();
}

/** Another answer takes the place of this one. Ids already given are never given again. */
export function replaceAnswer(answer, next = 1) {
  draft.answer = answer;
  draft.next = next;
  changed();
}

/** A copy to go back to. */
export function snapshot() {
  const { answer, next } = structuredClone(draft);
  return () => replaceAnswer(answer, Math.max(next, draft.next));
}

/** Is there anything that someone has written? */
export function hasWork() {
  const blank = blankAnswer();
  const { answer } = draft;
  return answerKeys.some(({ key }) => {
    if (key === "respondent" || answer[key] === undefined || answer[key] === blank[key]) return false;
    const value = answer[key];
    if (typeof value === "string") return value.trim() !== "";
    if (Array.isArray(value)) return value.some((item) => typeof item !== "string" || item.trim() !== "");
    return Object.values(value).some((item) => item.trim() !== "");
  });
}

/** "beslut.organ" and "hållning" are both paths into the answer. */
export function read(path) {
  const [key, sub] = path.split(".");
  return sub ? draft.answer[key]?.[sub] : draft.answer[key];
}

export function write(path, value) {
  const [key, sub] = path.split(".");
  if (sub) (draft.answer[key] ??= {})[sub] = value;
  else draft.answer[key] = value;
  changed();
}

export function viewpointNamed(id) {
  return draft.answer.synpunkter.find((viewpoint) => viewpoint.id === id);
}

export function nextId(viewpoints = draft.answer.synpunkter) {
  const used = viewpoints.map(({ id }) => Number(id.match(/\d+$/)?.[0] ?? 0));
  const number = Math.max(draft.next, 1 + Math.max(0, ...used));
  draft.next = number + 1;
  return viewpointId(draft.answer.respondent, number);
}

function viewpointId(respondent, number) {
  return `${prefixOf(respondent, respondents)}-${String(number).padStart(2, "0")}`;
}

export function addViewpoint(facts) {
  const viewpoint = { id: nextId(), ...facts };
  draft.answer.synpunkter.push(viewpoint);
  changed();
  return viewpoint;
}

/** Takes a viewpoint away; gives a function that puts it back where it was. */
export function removeViewpoint(viewpoint) {
  const index = draft.answer.synpunkter.indexOf(viewpoint);
  draft.answer.synpunkter.splice(index, 1);
  changed();
  return () => {
    draft.answer.synpunkter.splice(index, 0, viewpoint);
    changed();
  };
}

/** Has the viewpoint nothing but its place? */
export function isBlankViewpoint(viewpoint) {
  return viewpointKeys.every(({ key }) => ["id", "ankare", "gäller", "saknas-i", "citat"].includes(key) || !viewpoint[key]?.length);
}

/** Where a viewpoint stands: the whole first, then by its earliest place, what is missing last in its part. */
function positionOf(viewpoint) {
  if (viewpoint.ankare === "helhet") return -1;
  if (viewpoint.ankare === "saknas") {
    const place = places.get(viewpoint["saknas-i"]);
    return place ? lastIn(place.part) + 0.5 : Infinity;
  }
  return Math.min(...(viewpoint.gäller ?? []).map((address) => places.get(address)?.position ?? Infinity), Infinity);
}

function lastIn(part) {
  return Math.max(places.get(part.adress).position, ...part.element.map((element) => places.get(element.adress).position));
}

/** The part that a viewpoint stands under, or null for the whole and for those without a place. */
export function partOf(viewpoint) {
  if (viewpoint.ankare === "saknas") return places.get(viewpoint["saknas-i"])?.part ?? null;
  if (viewpoint.ankare !== "element") return null;
  const first = [...places.values()].find((place) => place.position === positionOf(viewpoint));
  return first?.part ?? null;
}

export function inProgrammeOrder(viewpoints) {
  const positions = new Map(viewpoints.map((viewpoint) => [viewpoint, positionOf(viewpoint)]));
  return [...viewpoints].sort((a, b) => {
    const [first, second] = [positions.get(a), positions.get(b)];
    return first === second ? 0 : first < second ? -1 : 1;
  });
}

/** Changes place with the neighbour (-1 before, 1 after) that stands at the same place in the programme. */
export function neighbour(viewpoint, step) {
  const same = draft.answer.synpunkter.filter((other) => positionOf(other) === positionOf(viewpoint));
  return same[same.indexOf(viewpoint) + step] ?? null;
}

export function moveViewpoint(viewpoint, step) {
  const other = neighbour(viewpoint, step);
  if (!other) return;
  const list = draft.answer.synpunkter;
  const [first, second] = [list.indexOf(viewpoint), list.indexOf(other)];
  [list[first], list[second]] = [list[second], list[first]];
  changed();
}

/** How many viewpoints each part has; a viewpoint on several parts counts in each. */
export function countsByPart() {
  const counts = new Map();
  for (const viewpoint of draft.answer.synpunkter) {
    const addresses = viewpoint.ankare === "saknas" ? [viewpoint["saknas-i"]] : viewpoint.ankare === "element" ? viewpoint.gäller ?? [] : [];
    for (const part of new Set(addresses.map((address) => places.get(address)?.part).filter(Boolean))) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}

/** Another respondent: the viewpoints get ids of the new prefix, since ids are unique in the whole consultation. */
export function changeRespondent(id) {
  const before = draft.answer.respondent;
  draft.answer.respondent = id;
  if (before && before !== id) {
    const taken = new Set();
    for (const viewpoint of draft.answer.synpunkter) {
      let number = Number(viewpoint.id.match(/\d+$/)[0]);
      while (taken.has(number)) number += 1;
      taken.add(number);
      viewpoint.id = viewpointId(id, number);
    }
  }
  changed();
}

export function needsProposal(viewpoint) {
  return ["ändring", "tillägg", "strykning"].includes(viewpoint.slag);
}

/** The values to show for a key of a viewpoint: those offered, and the present one if it is of an older kind. */
export function choicesFor(list, present) {
  const values = offered[list];
  return present && !values.includes(present) ? [...values, present] : values;
}
