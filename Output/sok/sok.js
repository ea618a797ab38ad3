// The way into the search: the link on each page, and the key /. What searching needs is loaded when it is first used.
"use strict";
window.styrdokSok = (() => {
  const scripts = new URL(".", document.currentScript.src);
  const link = document.querySelector(".sok-lank a");
  const page = document.getElementById("sok");
  if (!link && !page) return {};

  const search = {
    /** The address of the search page of what is searched here. */
    address: new URL("sok.html", link ? link.href : location.href),
    /** The search page of everything. */
    everything: new URL("../sok.html", scripts),
    usesKey, setUsesKey,
    MissingFile: class extends Error {},
    /** Loads a script; gives what it hands over. Those that build on each other are run in order. */
    load(address, isInOrder = false) {
      return new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.async = !isInOrder;
        script.receive = resolve;
        script.onload = () => { script.remove(); resolve(); };
        script.onerror = () => { script.remove(); reject(new search.MissingFile(address)); };
        document.head.append(script);
      });
    },
  };

  const storedAs = "styrdok-sok-tangent";
  function usesKey() {
    try { return localStorage.getItem(storedAs) !== "av"; } catch { return true; }
  }
  function setUsesKey(uses) {
    try { localStorage.setItem(storedAs, uses ? "på" : "av"); } catch { /* Then it is asked for anew on the next page. */ }
    showKey();
  }

  let loaded;
  const load = () => (loaded ??= Promise.all(["words", "index", "results"].map((name) => search.load(new URL(`${name}.js`, scripts), true))));
  // Without its other files the search is still the page that the link leads to.
  const open = () => load().then(() => search.open(), () => { location.href = search.address; });

  // What opens a dialog is a button.
  let button;
  if (link) {
    button = document.createElement("button");
    button.type = "button";
    button.textContent = link.textContent;
    button.addEventListener("click", open);
    link.replaceWith(button);
  }
  function showKey() {
    if (!button) return;
    if (usesKey()) button.setAttribute("aria-keyshortcuts", "/"); else button.removeAttribute("aria-keyshortcuts");
    button.title = usesKey() ? "Tangenten /" : "";
  }
  showKey();

  const isTyping = (element) => element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]") || !usesKey()) return;
    event.preventDefault();
    open();
  });
  if (page) {
    const without = page.querySelector("p");
    without.remove();
    load().then(() => search.showPage(page), () => page.append(without));
  }
  return search;
})();
