// Small helpers to build the page. Text always becomes text nodes; nothing here reads HTML.

/** An element: el("p", {class: "hint", onclick: f}, "text", otherNode, null). */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function button(label, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, label);
}

/** Words for those who hear the page, not shown. */
export function hiddenText(text) {
  return el("span", { class: "dold" }, text);
}

export function link(route, attributes = {}, ...children) {
  return el("a", { href: routeHref(route), ...attributes }, ...children);
}

/** ["synpunkt", "EAV-07"] becomes "#/synpunkt/EAV-07". */
export function routeHref(route) {
  return "#/" + route.map(encodeURIComponent).join("/");
}

/** The paragraphs of a plain text: a blank line parts them, a single line break stays a line break. */
export function paragraphs(text) {
  return text.split(/\n[ \t]*\n+/).filter((part) => part.trim()).map((part) =>
    el("p", {}, ...part.trim().split("\n").flatMap((line, index) => (index ? [el("br"), line] : [line]))));
}

/** Focus something that is perhaps not focusable by itself, and open what hides it. */
export function focusOn(node) {
  if (!node) return false;
  for (let parent = node.parentElement; parent; parent = parent.parentElement) {
    if (parent.tagName === "DETAILS") parent.open = true;
    if (parent.hidden) parent.hidden = false;
  }
  let target = node;
  if (node.tagName === "FIELDSET") target = node.querySelector("input:checked") ?? node.querySelector("input, select, textarea, button") ?? node;
  if (!target.matches("a[href], button, input, select, textarea, summary, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  (target.matches("input[type=radio], input[type=checkbox]") ? node : target).scrollIntoView({ block: node.offsetHeight > innerHeight / 2 ? "start" : "nearest" });
  return true;
}

export function plural(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}
