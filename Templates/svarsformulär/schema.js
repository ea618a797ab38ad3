// The keys of a response and of a viewpoint: what each is called, what it holds, and its order in the file.
// kind: line (one line of text) · text (several lines) · lines (list of lines) · texts (list of texts) · value (one of a list) · values

export const limits = { fileBytes: 5_000_000, depth: 8, line: 1000, text: 50_000, list: 200, viewpoints: 2000 };

const olderKinds = ["fakta", "återgivning"];

/** The values known for a key. An older response may hold kinds that the form doesn't offer. */
export function knownValues(key, inViewpoint, offered) {
  if (inViewpoint && key === "hållning") return offered.ställning;
  if (key === "ankare") return ["element", "helhet", "saknas"];
  if (key === "slag") return [...offered.slag, ...olderKinds];
  return offered[key];
}

export const answerKeys = [
  { key: "respondent", kind: "line", label: "Svarande" },
  { key: "handlingstyp", kind: "line", label: "Typ av handling" },
  { key: "diarienummer", kind: "line", label: "Eget diarienummer" },
  { key: "avsändarens-diarienummer", kind: "line", label: "Avsändarens diarienummer" },
  { key: "förvaltning", kind: "line", label: "Förvaltning eller bolag" },
  { key: "avdelning", kind: "line", label: "Avdelning" },
  { key: "besöksadress", kind: "line", label: "Besöksadress" },
  { key: "postadress", kind: "line", label: "Postadress" },
  { key: "växel", kind: "line", label: "Växel" },
  { key: "fax", kind: "line", label: "Fax" },
  { key: "e-post", kind: "line", label: "E-post" },
  { key: "webb", kind: "line", label: "Webbplats" },
  { key: "sidor", kind: "line", label: "Antal sidor" },
  { key: "handläggare", kind: "line", label: "Handläggare" },
  { key: "telefon", kind: "line", label: "Telefon" },
  { key: "mottagare", kind: "line", label: "Mottagare" },
  { key: "datum", kind: "line", label: "Datum" },
  { key: "avtryck", kind: "line", label: "Programmets avtryck" },
  { key: "behandlingsläge", kind: "value", label: "Hur långt svaret har kommit" },
  { key: "beslut", kind: "decision", label: "Beslut" },
  { key: "förslag-till-beslut", kind: "texts", label: "Förslag till beslut" },
  { key: "hållning", kind: "value", label: "Hållning till hela programmet" },
  { key: "sammanfattning", kind: "text", label: "Sammanfattning" },
  { key: "bakgrund", kind: "text", label: "Bakgrund" },
  { key: "beredning", kind: "text", label: "Ärendets beredning" },
  { key: "ärendet", kind: "text", label: "Ärendet" },
  { key: "inledning", kind: "text", label: "Inledning till synpunkterna" },
  { key: "synpunkter", kind: "viewpoints", label: "Synpunkter" },
  { key: "avslutning", kind: "text", label: "Avslutning" },
  { key: "jämställdhetsanalys", kind: "text", label: "Jämställdhetsanalys" },
  { key: "barnkonsekvensanalys", kind: "text", label: "Barnkonsekvensanalys" },
  { key: "ekonomi", kind: "text", label: "Ekonomiska konsekvenser" },
  { key: "undertecknare", kind: "lines", label: "Undertecknare" },
  { key: "bilagor", kind: "lines", label: "Bilagor" },
  { key: "osäkert", kind: "texts", label: "Osäkert" },
];

export const decisionKeys = [
  { key: "organ", kind: "line", label: "Vem har beslutat?" },
  { key: "datum", kind: "line", label: "Beslutsdatum" },
  { key: "paragraf", kind: "line", label: "Paragraf" },
  { key: "reservationer", kind: "text", label: "Reservationer" },
  { key: "särskilda-uttalanden", kind: "text", label: "Särskilda uttalanden" },
  { key: "ersättaryttranden", kind: "text", label: "Ersättaryttranden" },
];

export const viewpointKeys = [
  { key: "id", kind: "line", label: "Beteckning" },
  { key: "rubrik", kind: "line", label: "Egen rubrik" },
  { key: "underlag", kind: "line", label: "Underlag" },
  { key: "gäller", kind: "lines", label: "Gäller" },
  { key: "ankare", kind: "value", label: "Vad synpunkten gäller" },
  { key: "saknas-i", kind: "line", label: "Saknas i" },
  { key: "citat", kind: "text", label: "Citat ur programmet" },
  { key: "ordagrant", kind: "text", label: "Ordagrant ur svaret" },
  { key: "hållning", kind: "value", label: "Hållning" },
  { key: "slag", kind: "value", label: "Slag av synpunkt" },
  { key: "bekymmer", kind: "text", label: "Vad är problemet?" },
  { key: "önskan", kind: "text", label: "Vad vill du ska hända?" },
  { key: "förslag", kind: "text", label: "Föreslagen lydelse" },
  { key: "konsekvenser", kind: "values", label: "Konsekvenser" },
  { key: "beslutas-av", kind: "value", label: "Vem kan besluta om det?" },
  { key: "vikt", kind: "value", label: "Hur viktig är synpunkten?" },
  { key: "krav", kind: "lines", label: "Krav" },
  { key: "per", kind: "line", label: "Uppgiften gäller" },
  { key: "inaktuellt", kind: "text", label: "Inaktuellt" },
  { key: "källor", kind: "lines", label: "Källor" },
];

export function labelOf(keys, key) {
  return keys.find((entry) => entry.key === key).label;
}
