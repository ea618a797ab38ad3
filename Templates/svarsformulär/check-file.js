// Reads text that anyone may have written: a response file, or what the browser had stored. Builds a new, clean answer of
// known keys only. `refuse` holds what makes it unusable, `notes` what is left out.

import { consultation, offered, places, respondentNamed } from "./data.js";
import { limits, answerKeys, decisionKeys, viewpointKeys, knownValues } from "./schema.js";

/** The text of a response file → {answer, refuse, notes}. */
export function readResponse(text) {
  return readText(text, "styrdok-remissvar");
}

/** The text of a stored draft → {answer, next, refuse, notes}. */
export function readDraft(text) {
  const read = readText(text, "styrdok-remissvar-utkast");
  const next = read.file?.nästa;
  return { ...read, next: Number.isInteger(next) && next > 0 && next < 100_000 ? next : 1 };
}

function readText(text, format) {
  const found = { answer: null, refuse: [], notes: [] };
  if (text.length > limits.fileBytes) return refused(found, "Innehållet är för stort för att vara en svarsfil.");
  if (depthOf(text) > limits.depth) return refused(found, "Filen har en uppbyggnad som en svarsfil inte har (för många nivåer).");
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return refused(found, "Filen går inte att läsa. Den är inte en svarsfil, eller så har den blivit skadad på vägen.");
  }
  if (!isObject(file)) return refused(found, "Filen är inte en svarsfil.");
  if (hasDangerousKey(file)) return refused(found, "Filen innehåller namn som inte får finnas i en svarsfil. Den kan vara gjord för att ställa till skada.");
  if (file.format !== format) return refused(found, "Filen är inte en svarsfil från det här formuläret.");
  if (file.version !== 1) return refused(found, "Svarsfilen är gjord med en annan version av formuläret.");
  if (file.remiss !== consultation.id) return refused(found, "Svarsfilen hör till en annan remiss än den du svarar på här.");
  if (file.avtryck !== consultation.avtryck) return refused(found, "Svarsfilen hör till en annan version av programmet än den du läser här. Synpunkterna kan gälla text som har ändrats.");
  if (file.dokument !== undefined && file.dokument !== consultation.dokument) return refused(found, "Svarsfilen hör till ett annat dokument än det du läser här.");
  if (!isObject(file.svar)) return refused(found, "Filen innehåller inget svar.");
  for (const key of Object.keys(file)) {
    if (!["format", "version", "remiss", "dokument", "avtryck", "sparad", "nästa", "svar"].includes(key)) found.notes.push(`Okänd uppgift i filen: ${shown(key)}.`);
  }
  found.file = file;
  found.answer = cleanAnswer(file.svar, found, format === "styrdok-remissvar");
  if (found.refuse.length) found.answer = null;
  return found;
}

function cleanAnswer(source, found, finished) {
  const answer = cleanObject(source, answerKeys, found, "", (key) => knownValues(key, false, offered));
  if (answer.avtryck !== undefined && answer.avtryck !== consultation.avtryck) found.refuse.push("Svaret hör till en annan version av programmet.");
  delete answer.avtryck;
  if (answer.respondent && !respondentNamed(answer.respondent)) found.refuse.push("Den som svarar i filen finns inte bland remissens mottagare.");
  if (finished && !answer.respondent) found.refuse.push("Det står inte i filen vem som svarar.");
  answer.synpunkter ??= [];
  renumberDoubles(answer.synpunkter, found);
  return answer;
}

function cleanObject(source, keys, found, path, valuesOf) {
  const clean = {};
  for (const key of Object.keys(source)) {
    if (!keys.some((entry) => entry.key === key)) found.notes.push(`Okänd uppgift: ${shown(path + key)}.`);
  }
  for (const { key, kind } of keys) {
    if (!Object.hasOwn(source, key)) continue;
    const value = cleanValue(source[key], kind, valuesOf(key), found, path + key);
    if (value !== undefined) clean[key] = value;
  }
  return clean;
}

function cleanValue(value, kind, values, found, path) {
  const wrong = (what) => void found.refuse.push(`${shown(path)} ska vara ${what}.`);
  switch (kind) {
    case "line":
    case "text": {
      if (typeof value !== "string") return wrong("text");
      const limit = kind === "line" ? limits.line : limits.text;
      if (value.length > limit) return wrong(`högst ${limit} tecken`);
      return kind === "line" ? cleanText(value).replace(/\s*\n\s*/g, " ") : cleanText(value);
    }
    case "value":
      if (typeof value !== "string") return wrong("text");
      return value === "" ? undefined : known(value.normalize("NFC"), values, found, path);
    case "lines":
    case "texts":
    case "values":
      if (!Array.isArray(value)) return wrong("en lista");
      if (value.length > limits.list) return wrong(`en lista med högst ${limits.list} poster`);
      return value.map((item) => cleanValue(item, kind.slice(0, -1), values, found, path)).filter((item) => item !== undefined);
    case "decision":
      if (!isObject(value)) return wrong("en grupp av uppgifter");
      return cleanObject(value, decisionKeys, found, `${path}.`, () => undefined);
    case "viewpoints":
      if (!Array.isArray(value)) return wrong("en lista");
      if (value.length > limits.viewpoints) return wrong(`högst ${limits.viewpoints} synpunkter`);
      return value.map((item, index) => cleanViewpoint(item, found, index)).filter(Boolean);
    default:
      return undefined;
  }
}

function known(value, values, found, path) {
  if (values.includes(value)) return value;
  found.notes.push(`Okänt värde för ${shown(path)}: ${shown(value)}.`);
  return undefined;
}

function cleanViewpoint(source, found, index) {
  if (!isObject(source)) return void found.refuse.push(`Synpunkt nummer ${index + 1} är inte en synpunkt.`);
  const name = typeof source.id === "string" ? source.id : `Synpunkt ${index + 1}`;
  const viewpoint = cleanObject(source, viewpointKeys, found, `${name}: `, (key) => knownValues(key, true, offered));
  if (!/^[\p{Lu}\p{N}]{1,12}-\d{1,5}$/u.test(viewpoint.id ?? "")) found.refuse.push(`Synpunkt nummer ${index + 1} har ingen giltig beteckning.`);
  if (viewpoint.gäller) viewpoint.gäller = [...new Set(viewpoint.gäller)].filter((address) => isPlace(address, found, name));
  if (viewpoint["saknas-i"] && !isPlace(viewpoint["saknas-i"], found, name)) delete viewpoint["saknas-i"];
  if (!viewpoint.ankare) viewpoint.ankare = viewpoint["saknas-i"] ? "saknas" : viewpoint.gäller?.length ? "element" : "helhet";
  return viewpoint;
}

function isPlace(address, found, name) {
  if (places.has(address)) return true;
  if (address) found.notes.push(`${shown(name)} gäller ${shown(address)}, som inte finns i programmet.`);
  return false;
}

function renumberDoubles(viewpoints, found) {
  const taken = new Set();
  for (const viewpoint of viewpoints) {
    if (taken.has(viewpoint.id)) {
      const stem = viewpoint.id.replace(/\d+$/, "");
      let number = 1;
      while (viewpoints.some(({ id }) => id === stem + String(number).padStart(2, "0"))) number += 1;
      found.notes.push(`Två synpunkter hette ${viewpoint.id}. Den ena heter nu ${stem}${String(number).padStart(2, "0")}.`);
      viewpoint.id = stem + String(number).padStart(2, "0");
    }
    taken.add(viewpoint.id);
  }
}

/** Composed letters, plain line breaks, no control characters, no characters that turn the direction of text. */
export function cleanText(text) {
  return text.normalize("NFC").replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** How deep the braces and brackets go, outside strings. Counted before parsing, so that depth can't exhaust the stack. */
function depthOf(text) {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length && deepest <= limits.depth; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") deepest = Math.max(deepest, (depth += 1));
    else if (character === "}" || character === "]") depth -= 1;
  }
  return deepest;
}

function hasDangerousKey(value) {
  if (Array.isArray(value)) return value.some(hasDangerousKey);
  if (!isObject(value)) return false;
  return Object.keys(value).some((key) => ["__proto__", "constructor", "prototype"].includes(key) || hasDangerousKey(value[key]));
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A name from the file, short enough to stand in a message. */
function shown(name) {
  const text = cleanText(String(name));
  return `”${text.length > 60 ? text.slice(0, 60) + "…" : text}”`;
}

function refused(found, message) {
  found.refuse.push(message);
  return found;
}
