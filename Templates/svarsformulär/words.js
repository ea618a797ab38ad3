// Swedish words that explain the values. A value without an explanation is shown as it is.

const stanceHints = {
  "stöder": "Det är bra. Behåll det.",
  "stöder med förbehåll": "Det är bra, under en förutsättning.",
  "invänder": "Det är fel eller olämpligt.",
  "önskar": "Du vill ha något annat eller mer, utan att invända.",
  "neutral": "En fråga eller upplysning, utan att ta ställning.",
};

const stanceMarks = { "stöder": "+", "stöder med förbehåll": "±", "invänder": "−", "önskar": "→", "neutral": "○" };

const kindHints = {
  "ändring": "Texten ska lyda på ett annat sätt.",
  "tillägg": "Något ska läggas till.",
  "strykning": "Något ska tas bort.",
  "förtydligande": "Det går att missförstå eller är för allmänt.",
  "sakfel": "En uppgift stämmer inte.",
  "fråga": "Du behöver ett svar.",
  "resurs": "Det gäller pengar, personal eller kompetens.",
  "ansvar eller mandat": "Det gäller vem som ska eller får göra något.",
  "stöd": "Du vill att det behålls som det är.",
};

const handlingHints = {
  "tjänsteförslag": "Förvaltningens förslag till svar. Nämnden eller styrelsen har inte beslutat än.",
  "nämndbeslut": "Nämnden eller styrelsen har beslutat om svaret.",
  "delegationsbeslut": "Någon har beslutat om svaret på delegation.",
  "kontorsyttrande": "Förvaltningen eller kontoret svarar själv, utan beslut i nämnden.",
};

export function asChoices(values, hints = {}) {
  return values.map((value) => ({ value, label: sentence(value), hint: hints[value] }));
}

export function stanceChoices(values) {
  return asChoices(values, stanceHints);
}

export function kindChoices(values) {
  return asChoices(values, kindHints);
}

export function handlingChoices(values) {
  return asChoices(values, handlingHints);
}

/** The sign that stands beside the word, never instead of it. */
export function stanceMark(stance) {
  return stanceMarks[stance] ?? "";
}

export function sentence(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** "26 februari 2027"; text that isn't a whole date is left as it is. */
export function longDate(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? "")) return text ?? "";
  return new Date(`${text}T12:00:00`).toLocaleDateString("sv-SE", { day: "numeric", month: "long", year: "numeric" });
}
