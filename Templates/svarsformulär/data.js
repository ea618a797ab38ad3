// What the compiler put into the page: the consultation, the respondents, the values and the programme's parts.

export const formData = JSON.parse(document.getElementById("remissdata").textContent);
export const consultation = formData.remiss;
export const respondents = formData.remissinstanser;
export const offered = formData.värden;

/** Every address that can be answered, in the programme's order: {address, title, kind, part, element, position}. */
export const places = new Map();
for (const part of formData.delar) {
  places.set(part.adress, { address: part.adress, title: part.titel, kind: "", part, element: null, position: places.size });
  for (const element of part.element) {
    if (places.has(element.adress)) continue;
    places.set(element.adress, { address: element.adress, title: element.titel, kind: element.slag, part, element, position: places.size });
  }
}

export function respondentNamed(id) {
  return respondents.find((respondent) => respondent.id === id);
}

/** "Mål: Inga utsatta områden"; a part is named by its title alone. */
export function placeLabel(address) {
  const place = places.get(address);
  if (!place) return address;
  return place.kind && place.kind !== place.title ? `${place.kind}: ${place.title}` : place.title;
}

/** The plain words of a part, for finding quotes in it. Made once, when first asked for. */
export function partText(part) {
  if (!partTexts.has(part)) {
    const words = new DOMParser().parseFromString(part.html, "text/html").body.textContent;
    partTexts.set(part, squeezed(words + " " + part.element.map((element) => element.lydelse ?? "").join(" ")));
  }
  return partTexts.get(part);
}

const partTexts = new Map();

export function squeezed(text) {
  return text.normalize("NFC").replace(/[\s\u00ad]+/g, " ").trim().toLowerCase();
}

/** The registry number's pattern as a test, or null when there is none (or it is of a form browsers don't know). */
export const registryNumberPattern = registryPattern();

function registryPattern() {
  const given = formData.diarienummermönster;
  if (!given?.mönster) return null;
  try {
    return new RegExp(`^(?:${given.mönster})$`, "u");
  } catch {
    return null;
  }
}
