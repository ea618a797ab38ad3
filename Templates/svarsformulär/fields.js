// Form fields tied to the answer: each reads its value once and writes every change; nothing is drawn anew while typing.

import { offerUndo } from "./announce.js";
import { button, el, focusOn, hiddenText, link } from "./dom.js";
import { onChange } from "./draft.js";
import { formatProblems, problemsFound } from "./problems.js";
import { limits } from "./schema.js";

/** Has the writer asked what remains? Then missing facts are marked at their fields; before that only mistakes of form. */
let revealed = false;
let errorTimer = null;
const touched = new Set();

export function revealMissing() {
  revealed = true;
}

export function startFields(main) {
  main.addEventListener("focusout", (event) => {
    const field = event.target.closest("[data-field]");
    if (field) touched.add(field.dataset.field);
    setTimeout(() => showErrors(main, true));
  });
  onChange(() => {
    clearTimeout(errorTimer);
    errorTimer = setTimeout(() => showErrors(main, false), 500);
  });
}

/** Shows the errors of the fields in view. While someone is typing, errors only disappear; new ones wait until the field is left. */
export function showErrors(main, addNew) {
  const fields = [...main.querySelectorAll("[data-field]")];
  const summary = main.querySelector(".felsammanfattning");
  if (!fields.length) return;
  const viewpoint = main.querySelector("[data-viewpoint]")?.dataset.viewpoint;
  const here = problemsFound().filter((problem) => problem.level !== "advice" && (!problem.viewpoint || problem.viewpoint === viewpoint));
  const form = new Map(formatProblems().map(([field, text]) => [`f-${field}`, text]));
  const shown = [];
  for (const field of fields) {
    const id = field.dataset.field;
    const problem = here.find(({ route }) => route.at(-1) === id);
    const wanted = revealed ? problem?.text : touched.has(id) ? form.get(id) : undefined;
    const message = field.querySelector(":scope > .fel");
    if (wanted && (addNew || !message.hidden)) setError(field, message, wanted);
    else if (!wanted) setError(field, message, null);
    if (wanted && revealed) shown.push(problem);
  }
  if (summary) fillSummary(summary, shown);
}

function setError(field, message, text) {
  const full = text ?? "";
  if (message.textContent === full) return;
  message.textContent = full;
  message.hidden = !text;
  const marked = field.matches("fieldset") ? field : field.querySelector("input, textarea, select");
  if (text && marked.matches("input, textarea, select, [role=radiogroup]")) marked.setAttribute("aria-invalid", "true");
  else marked.removeAttribute("aria-invalid");
}

/** Shows an error at a field outside the answer and moves focus there. Always false, to be handed on. */
export function fieldFails(field, text) {
  setError(field, field.querySelector(":scope > .fel"), text);
  focusOn(field.querySelector("input, textarea, select"));
  return false;
}

/** The list of errors at the top of a view; empty until something is revealed. */
export function errorSummary() {
  return el("section", { class: "felsammanfattning", hidden: true, "aria-labelledby": "sd-fel-rubrik" });
}

function fillSummary(summary, problems) {
  if (summary.childElementCount && summary.dataset.texts === problems.map(({ text }) => text).join("\n")) return;
  summary.dataset.texts = problems.map(({ text }) => text).join("\n");
  summary.hidden = !problems.length;
  summary.replaceChildren(
    el("h2", { id: "sd-fel-rubrik" }, "Det här återstår på sidan"),
    el("ul", {}, ...problems.map((problem) => el("li", {}, link(problem.route, {}, problem.text)))));
}

function describedBy(id, hint) {
  return [hint ? `${id}-tips` : null, `${id}-fel`].filter(Boolean).join(" ");
}

function hintAndError(id, hint) {
  return [hint ? el("p", { class: "tips", id: `${id}-tips` }, hint) : null, el("p", { class: "fel", id: `${id}-fel`, hidden: true })];
}

function requiredMark(required) {
  return required ? el("span", { class: "kravs" }, " (behövs)") : null;
}

/** One line of text. */
export function lineField({ id, label, hint, required, get, set, autocomplete, inputmode, extra }) {
  const input = el("input", {
    id, type: "text", value: get() ?? "", maxlength: limits.line, "aria-describedby": describedBy(id, hint), "aria-required": required,
    autocomplete: autocomplete ?? "off", inputmode, oninput: () => set(input.value),
  });
  return el("div", { class: "falt", "data-field": id }, el("label", { for: id }, label, requiredMark(required)), ...hintAndError(id, hint), input, extra);
}

/** Several lines of text. */
export function textField({ id, label, hint, required, get, set, rows = 4, extra }) {
  const input = el("textarea", {
    id, rows, maxlength: limits.text, value: get() ?? "", "aria-describedby": describedBy(id, hint), "aria-required": required,
    oninput: () => set(input.value),
  });
  return el("div", { class: "falt", "data-field": id }, el("label", { for: id }, label, requiredMark(required)), ...hintAndError(id, hint), extra, input);
}

/** One of several. `none` is the label of no choice, when that is allowed. */
export function radioField({ id, label, hint, required, choices, none, get, set }) {
  const all = none ? [...choices, { value: "", label: none }] : choices;
  return el("fieldset", { class: "falt", id, "data-field": id, role: "radiogroup", "aria-required": required, "aria-describedby": describedBy(id, hint) },
    el("legend", {}, label, requiredMark(required)), ...hintAndError(id, hint),
    ...all.map((choice, index) => tick("radio", `${id}-${index}`, id, choice, (get() ?? "") === choice.value, () => set(choice.value || undefined))));
}

/** Any of several. */
export function checkField({ id, label, hint, choices, get, set }) {
  return el("fieldset", { class: "falt", id, "data-field": id, "aria-describedby": describedBy(id, hint) },
    el("legend", {}, label), ...hintAndError(id, hint),
    el("div", { class: "kryssrad" }, ...choices.map((choice, index) => tick("checkbox", `${id}-${index}`, id, choice, (get() ?? []).includes(choice.value), (checked) => {
      set(choices.map(({ value }) => value).filter((value) => (value === choice.value ? checked : (get() ?? []).includes(value))));
    }))));
}

function tick(type, id, name, { label, hint }, checked, pick) {
  const input = el("input", { type, id, name, checked, "aria-describedby": hint ? `${id}-tips` : null, onchange: () => pick(input.checked) });
  return el("div", { class: "val" }, input, el("label", { for: id }, label), hint ? el("p", { class: "tips", id: `${id}-tips` }, hint) : null);
}

/** One of many, in a drop-down list. groups: [{label, choices}] or [{choices}]. */
export function selectField({ id, label, hint, required, groups, none, get, set }) {
  const option = ({ value, label: text }) => el("option", { value }, text);
  const select = el("select", { id, "aria-describedby": describedBy(id, hint), "aria-required": required, onchange: () => set(select.value || undefined) },
    none === undefined ? null : option({ value: "", label: none }),
    ...groups.map((group) => (group.label ? el("optgroup", { label: group.label }, ...group.choices.map(option)) : group.choices.map(option))));
  select.value = get() ?? "";
  return el("div", { class: "falt", "data-field": id }, el("label", { for: id }, label, requiredMark(required)), ...hintAndError(id, hint), select);
}

/** A list of texts that can be added to, taken from and put in another order. */
export function listField({ id, label, itemLabel, addLabel, hint, rows, numbered, get, set }) {
  const list = el(numbered ? "ol" : "ul", { class: "textlista" });
  const items = () => get() ?? [];
  const draw = () => list.replaceChildren(...items().map(item));
  const change = (next) => {
    set(next);
    draw();
  };
  const control = (index, name) => list.children[index]?.querySelector(`[data-do="${name}"]`);
  const move = (index, step) => {
    const next = [...items()];
    [next[index], next[index + step]] = [next[index + step], next[index]];
    change(next);
    const wanted = control(index + step, step < 0 ? "up" : "down");
    (wanted.disabled ? control(index + step, step < 0 ? "down" : "up") : wanted).focus();
  };
  const remove = (index) => {
    const text = items()[index];
    change(items().filter((_, other) => other !== index));
    const next = () => control(Math.min(index, items().length - 1), "remove") ?? addButton;
    if (!text.trim()) {
      next().focus();
      return;
    }
    offerUndo({
      text: `${itemLabel} ${index + 1} är borttagen.`,
      put: (box) => addButton.before(box),
      undo: () => {
        change([...items().slice(0, index), text, ...items().slice(index)]);
        control(Math.min(index, items().length - 1), "remove").focus();
      },
      closed: next,
    });
  };
  const item = (text, index) => {
    const name = `${itemLabel} ${index + 1}`;
    const itemId = `${id}-${index}`;
    const write = () => set(items().map((other, at) => (at === index ? input.value : other)));
    const input = rows > 1
      ? el("textarea", { id: itemId, rows, value: text, maxlength: limits.text, oninput: write })
      : el("input", { type: "text", id: itemId, value: text, maxlength: limits.line, autocomplete: "off", oninput: write });
    const does = (what, text, action, disabled) => el("button", { type: "button", class: "liten lugn", "data-do": what, disabled, onclick: action }, text, hiddenText(` ${name.toLowerCase()}`));
    return el("li", {}, el("label", { for: itemId }, name), input,
      el("div", { class: "knappar" },
        does("up", "Flytta upp", () => move(index, -1), index === 0),
        does("down", "Flytta ned", () => move(index, 1), index === items().length - 1),
        does("remove", "Ta bort", () => remove(index))));
  };
  const addButton = button(addLabel, () => {
    change([...items(), ""]);
    list.lastElementChild.querySelector("input, textarea").focus();
  });
  draw();
  const field = el("fieldset", { class: "falt", id, "data-field": id, "aria-describedby": describedBy(id, hint) },
    el("legend", {}, label), ...hintAndError(id, hint), list, addButton);
  return field;
}
