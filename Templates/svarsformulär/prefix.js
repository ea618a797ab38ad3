// The short prefix of a respondent's viewpoint ids: "enskede-arsta-vantor" gives EAV. No two respondents share one.

const prefixes = new Map();

export function prefixOf(id, respondents) {
  if (!prefixes.size) {
    const taken = new Set();
    for (const respondent of respondents) {
      const prefix = candidates(respondent.id).find((candidate) => !taken.has(candidate));
      taken.add(prefix);
      prefixes.set(respondent.id, prefix);
    }
  }
  return prefixes.get(id);
}

/** Initials when there are two words or more, then longer and longer beginnings, then numbered. */
function* candidatesOf(id) {
  const words = id.toUpperCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words.join("") || "SVAR";
  if (words.length > 1) yield words.map((word) => word[0]).join("").slice(0, 5);
  for (let length = 3; length <= Math.min(8, letters.length); length += 1) yield letters.slice(0, length);
  for (let number = 2; number < 1000; number += 1) yield letters.slice(0, 6) + number;
}

function candidates(id) {
  return [...candidatesOf(id)];
}
