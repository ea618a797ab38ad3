// Keeps a previewed page up to date: asks for the next build, goes to what was edited, tells what stands in the way.
"use strict";
(() => {
  let version = Number(document.currentScript.dataset.version);
  const followKey = "styrdok.preview.follow";
  const follows = () => localStorage.getItem(followKey) !== "no";

  const make = (name, content, attributes = {}) => {
    const element = document.createElement(name);
    Object.assign(element, attributes);
    element.append(...[content].flat());
    return element;
  };

  const bar = make("aside", []);
  bar.className = "styrdok-fot";
  bar.setAttribute("aria-label", "Förhandsvisning");
  const told = make("div", []);
  told.setAttribute("role", "status");
  const follow = make("input", [], { type: "checkbox", checked: follows() });
  follow.addEventListener("change", () => localStorage.setItem(followKey, follow.checked ? "yes" : "no"));
  const problems = make("a", "Fynd", { href: "/_styrdok/problem.html" });
  bar.append(told, make("p", [problems, make("a", "Disposition", { href: "/_styrdok/disposition.html" }), make("label", [follow, " Gå till det som ändras"])]));
  document.body.append(bar);

  function show(state) {
    problems.textContent = state.findings ? `Fynd (${state.findings})` : "Inga fynd";
    bar.classList.toggle("styrdok-fel", state.isStale);
    if (state.failure) told.replaceChildren(make("p", state.failure));
    else if (!state.isStale) told.replaceChildren();
    else {
      const list = state.shown.map((problem) => make("li", [make("a", problem.place, { href: problem.link }), ` ${problem.severity}: ${problem.message}`]));
      told.replaceChildren(
        make("p", make("strong", `${state.errors} fel. Sidan visar det senaste felfria bygget.`)), make("ul", list));
    }
  }

  function arrive(state) {
    const isNewer = state.version > version;
    version = state.version;
    show(state);
    if (!isNewer || state.isStale) return;
    const target = follow.checked && state.edited ? new URL(state.edited, location.href) : null;
    if (target && target.pathname !== location.pathname) location.assign(target);
    else {
      if (target && target.hash && target.hash !== location.hash) history.replaceState(null, "", target.hash);
      location.reload();
    }
  }

  async function listen() {
    // The first answer comes at once and tells what stands in the way already.
    let asked = -1;
    for (;;) {
      try {
        const answer = await fetch(`/_styrdok/lage.json?efter=${asked}`);
        arrive(await answer.json());
        asked = version;
      } catch {
        told.replaceChildren(make("p", "Förhandsvisningen svarar inte. Starta den igen med styrdok preview."));
        await new Promise((resolve) => setTimeout(resolve, 1500));
        asked = -1;
      }
    }
  }
  listen();
})();
