// Helps whoever reads a page: the table of contents follows, headings give permanent links, and a concept or a source is
// explained where it is mentioned. Everything on the page can be read without it.
"use strict";
(() => {
  const wide = matchMedia("(min-width: 80rem)");

  // MARK: The table of contents

  const contents = document.querySelector("details.innehall");
  if (contents) {
    // On a wide page the style shows it whether it is open or not; the state is set so that it is also told so.
    const settle = () => { if (wide.matches) contents.open = true; };
    settle();
    wide.addEventListener("change", settle);
    contents.addEventListener("click", (event) => { if (event.target.closest("a") && !wide.matches) contents.open = false; });

    const links = new Map([...contents.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const marks = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    let current = null;
    const follow = () => {
      let last = null;
      for (const mark of marks) {
        if (mark.getBoundingClientRect().top > 140) break;
        last = mark;
      }
      const link = last && links.get(last.id);
      if (link === current) return;
      if (current) current.removeAttribute("aria-current");
      if (link) link.setAttribute("aria-current", "location");
      current = link;
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; follow(); });
    }, { passive: true });
    follow();
  }

  // The page that one reads is in sight in the list of parts.
  const here = document.querySelector(".navigering [aria-current]");
  if (here && matchMedia("(min-width: 62rem)").matches) {
    const frame = here.closest(".navigering");
    frame.scrollTop = here.offsetTop - frame.clientHeight / 3;
  }

  // MARK: Permanent links

  const told = document.createElement("p");
  told.className = "osynlig";
  told.setAttribute("role", "status");
  document.body.append(told);

  const tell = (text) => {
    told.textContent = "";
    requestAnimationFrame(() => { told.textContent = text; });
  };

  for (const heading of document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")) {
    const section = heading.closest("section[id]");
    const own = heading.id || heading.querySelector("a[id]:not([href])")?.id;
    const id = own || (section && section.querySelector("h1, h2, h3, h4, h5, h6") === heading ? section.id : "");
    if (!id || heading.querySelector("a[href]")) continue;
    const link = document.createElement("a");
    link.className = "permalank";
    link.href = "#" + id;
    link.textContent = "#";
    link.setAttribute("aria-label", "Kopiera länk till " + heading.textContent.trim());
    link.addEventListener("click", () => {
      const address = new URL(link.hash, location.href).href;
      navigator.clipboard?.writeText(address).then(() => tell("Länken är kopierad."), () => {});
    });
    heading.append(" ", link);
  }

  // MARK: Explanations of concepts and sources

  // By the address of an edition's folder: what it explains, by anchor.
  const explained = new Map();
  const scripts = new Map();
  let arriving = null;
  window.styrdokUppslag = (entries) => { arriving = entries; };

  function explanations(folder) {
    if (explained.has(folder)) return Promise.resolve(explained.get(folder));
    if (!scripts.has(folder)) {
      scripts.set(folder, new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = folder + "uppslag.js";
        script.addEventListener("load", () => { explained.set(folder, arriving || {}); resolve(explained.get(folder)); });
        script.addEventListener("error", () => { explained.set(folder, {}); resolve({}); });
        document.head.append(script);
      }));
    }
    return scripts.get(folder);
  }

  const box = document.createElement("div");
  box.className = "uppslag";
  box.id = "uppslag";
  box.hidden = true;
  document.body.append(box);
  let shownFor = null;
  let timer = 0;

  const candidate = (target) => {
    const link = target instanceof Element ? target.closest("main a[href*='#begrepp-'], main a[href*='#kalla-'], .om-texten a[href*='#kalla-']") : null;
    return link && !link.classList.contains("permalank") ? link : null;
  };

  function hide() {
    clearTimeout(timer);
    if (!shownFor) return;
    shownFor.removeAttribute("aria-describedby");
    shownFor = null;
    box.hidden = true;
  }

  async function show(link, byTouch) {
    clearTimeout(timer);
    const folder = new URL("./", link.href).href;
    const anchor = decodeURIComponent(link.hash.slice(1));
    const found = (await explanations(folder))[anchor];
    // What stands in full on this page right here needs no box.
    if (!found || link.closest("#" + CSS.escape(anchor))) return false;
    hide();
    const [title, text] = found;
    const strong = document.createElement("strong");
    strong.textContent = title;
    const words = document.createElement("span");
    words.textContent = text;
    box.replaceChildren(...(title ? [strong, " "] : []), words);
    if (byTouch) {
      const on = document.createElement("a");
      on.href = link.href;
      on.textContent = anchor.startsWith("kalla-") ? "Till källförteckningen" : "Till begreppet";
      on.addEventListener("click", hide);
      const line = document.createElement("p");
      line.append(on);
      box.append(line);
    }
    box.hidden = false;
    const place = link.getClientRects()[0] || link.getBoundingClientRect();
    const width = Math.min(26 * 16, document.documentElement.clientWidth - 16);
    box.style.width = width + "px";
    box.style.left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - width - 8)) + scrollX + "px";
    const below = place.bottom + box.offsetHeight + 8 < innerHeight || place.top < box.offsetHeight;
    box.style.top = (below ? place.bottom + 4 : place.top - box.offsetHeight - 4) + scrollY + "px";
    link.setAttribute("aria-describedby", "uppslag");
    shownFor = link;
    return true;
  }

  let touched = false;
  addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; }, true);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = candidate(event.target);
    clearTimeout(timer);
    if (link && link !== shownFor) timer = setTimeout(show, 250, link, false);
    // The pointer may cross over to the box and rest there.
    else if (!link && shownFor && !box.contains(event.target)) timer = setTimeout(hide, 300);
  });
  document.addEventListener("focusin", (event) => {
    const link = candidate(event.target);
    if (link && !touched) show(link, false);
    else if (!link && !box.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const link = candidate(event.target);
    if (touched && link && link !== shownFor) {
      // The first touch explains, the second follows the link.
      event.preventDefault();
      show(link, true).then((isShown) => { if (!isShown) location.href = link.href; });
    } else if (!link && !box.contains(event.target)) hide();
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();
