// Which view is shown: "#/synpunkt/EAV-07/f-bekymmer" is the view `synpunkt` with the rest ["EAV-07", "f-bekymmer"].

import { focusOn, routeHref } from "./dom.js";

const views = new Map();
const routeListeners = [];
let main = null;
let shownRoute = "";
const baseTitle = document.title;

/** A view is a function of the route's rest that gives {title, nodes, focus}: focus is the id of what to focus, if not the heading. */
export function registerView(name, view) {
  views.set(name, view);
}

export function onRoute(listener) {
  routeListeners.push(listener);
}

export function startRouter(mainElement) {
  main = mainElement;
  addEventListener("hashchange", () => {
    if (location.hash !== shownRoute && (location.hash.startsWith("#/") || !location.hash)) show(true);
  });
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest?.('a[href^="#/"]');
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    location.hash = anchor.getAttribute("href");
    show(true);
  });
  show(false);
}

/** Goes to a view at once; when it is already there it is drawn anew. */
export function go(...route) {
  location.hash = routeHref(route);
  show(true);
}

/** Draws the present view anew, for when the answer has changed under it. */
export function redraw(moveFocus = false) {
  show(moveFocus);
}

function currentRoute() {
  if (!location.hash.startsWith("#/")) return ["start"];
  try {
    const route = location.hash.slice(2).split("/").map(decodeURIComponent);
    return views.has(route[0]) ? route : ["start"];
  } catch {
    return ["start"];
  }
}

function show(moveFocus) {
  const [name, ...rest] = currentRoute();
  const { title, nodes, focus } = views.get(name)(rest);
  main.replaceChildren(...nodes.filter(Boolean));
  main.dataset.view = name;
  document.title = `${title} – ${baseTitle}`;
  shownRoute = location.hash;
  for (const listener of routeListeners) listener(name, moveFocus);
  const target = focus ? document.getElementById(focus) : null;
  if (target) focusOn(target);
  else if (moveFocus) {
    scrollTo(0, 0);
    focusOn(main.querySelector("h1"));
  }
}
