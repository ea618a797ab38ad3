// What the reader sees of the search: a dialog over any page, and the search page.
"use strict";
(() => {
  const { words, Index } = styrdokSok;
  const inDialog = 8, onPage = 20;
  const snippetLength = 220;

  function make(name, properties = {}, children = []) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in element && key !== "role") element[key] = value; else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }

  /** The text with its hits marked. */
  function marked(text, terms, first = 0, last = text.length) {
    const parts = [];
    let place = first;
    for (const { from, to } of words.hits(text, terms)) {
      if (from < place || to > last) continue;
      parts.push(text.slice(place, from), make("mark", { textContent: text.slice(from, to) }));
      place = to;
    }
    return [...parts, text.slice(place, last)];
  }

  /**
   * The line of the text that has the most of the terms, and one more when that has one that is missing there. Where the
   * title says it all the text is told from its start: there the definition stands.
   */
  function snippet(title, text, terms) {
    const lines = text.split("\n").map((line) => {
      const hits = words.hits(line, terms);
      return { line, terms: new Set(hits.map((hit) => hit.term)), from: hits.length ? hits[0].from : 0 };
    });
    const most = (worth) => lines.reduce((best, line) => (worth(line) > worth(best) ? line : best));
    const isInTitle = new Set(words.hits(title, terms).map((hit) => hit.term)).size === terms.length;
    const first = isInTitle ? lines[0] : most((line) => line.terms.size);
    const missing = (line) => [...line.terms].filter((term) => !first.terms.has(term)).length;
    const second = most(missing);
    const shown = !isInTitle && missing(second) ? [first, second] : [first];
    return shown.map((line) => make("p", {}, around(line, terms, snippetLength / shown.length)));
  }

  /** As much of a line as there is room for, from shortly before its first hit. */
  function around({ line, from }, terms, length) {
    if (line.length <= length) return marked(line, terms);
    const start = from < length / 2 ? 0 : line.indexOf(" ", from - length / 3) + 1;
    const space = line.lastIndexOf(" ", start + length);
    const end = start + length >= line.length || space <= from ? line.length : space;
    return [start ? "… " : "", ...marked(line, terms, start, end), end < line.length ? " …" : ""];
  }

  async function item(hit, terms, isOneOfMany) {
    const entry = hit.index.entry(hit.number);
    const text = await hit.index.text(hit.number);
    // A page of concepts is called what each of them is.
    const page = [entry.title, entry.kind].some((name) => name.toLowerCase() === entry.pageTitle.toLowerCase()) ? "" : entry.pageTitle;
    const place = [entry.kind, page, isOneOfMany ? hit.index.title : ""].filter(Boolean);
    const item = make("li", {}, [
      make("a", { href: entry.address.href }, marked(entry.title, terms)), make("p", { className: "sok-plats", textContent: place.join(" · ") }),
    ]);
    if (text) item.append(...snippet(entry.title, text, terms));
    return item;
  }

  /** A field to search with and the list of hits, for the dialog and for the page alike. */
  class Search {
    constructor(most) {
      this.most = most;
      this.turn = 0;
      this.input = make("input", { type: "search", id: "sok-ord", autocomplete: "off", spellcheck: false, enterKeyHint: "search" });
      this.form = make("form", { role: "search" }, [
        make("label", { htmlFor: "sok-ord", textContent: "Ord att söka efter" }), this.input, make("button", { textContent: "Sök" }),
      ]);
      this.status = make("p", { role: "status", className: "sok-antal" });
      this.list = make("ol", { className: "sok-traffar" });
      this.key = make("input", { type: "checkbox", checked: styrdokSok.usesKey() });
      this.key.addEventListener("change", () => styrdokSok.setUsesKey(this.key.checked));
      this.setting = make("p", { className: "sok-val" }, [make("label", {}, [this.key, " Öppna sökningen med tangenten /"])]);
      this.input.addEventListener("input", () => {
        clearTimeout(this.waiting);
        this.waiting = setTimeout(() => this.run(), 120);
      });
      this.form.addEventListener("keydown", (event) => this.step(event, -1));
      this.list.addEventListener("keydown", (event) => this.step(event, this.links.indexOf(event.target)));
    }

    get links() { return [...this.list.querySelectorAll("a")]; }

    /** The arrows go from the field to the hits and back. */
    step(event, place) {
      const next = { ArrowDown: place + 1, ArrowUp: place - 1 }[event.key];
      if (next === undefined || next < -1) return;
      const target = next < 0 ? this.input : this.links[next];
      if (!target) return;
      event.preventDefault();
      target.focus();
    }

    load() {
      return (this.indexes ??= Index.load(new URL(".", styrdokSok.address)));
    }

    async run() {
      const turn = this.turn += 1;
      const query = this.input.value.trim();
      const terms = words.terms(query);
      if (!terms.length) {
        this.show([], "", 0);
        return;
      }
      try {
        const indexes = await this.load();
        const found = await Promise.all(indexes.map((index) => index.search(terms)));
        const hits = found.flatMap(({ hits, terms }) => hits.map((hit) => ({ ...hit, terms }))).sort((one, other) => other.score - one.score);
        const items = await Promise.all(hits.slice(0, this.most).map((hit) => item(hit, hit.terms, indexes.length > 1)));
        if (turn === this.turn) this.show(items, this.told(hits.length, query), hits.length);
      } catch (error) {
        if (!(error instanceof styrdokSok.MissingFile)) throw error;
        if (turn === this.turn) this.show([], "Sökningens filer går inte att läsa. Bygg om utdata, eller sök med webbläsarens egen sökning (Ctrl+F).", 0);
      }
    }

    told(count, query) {
      if (!count) return `Inga träffar på ”${query}”. Pröva färre eller kortare ord.`;
      const shown = count > this.most ? ` De ${this.most} bästa visas.` : "";
      return `${count === 1 ? "1 träff" : `${count} träffar`} på ”${query}”.${shown}`;
    }

    show(items, told, count) {
      // Whoever went on to the hits before the last of them came stays among them.
      const place = this.links.indexOf(document.activeElement);
      this.list.replaceChildren(...items);
      if (place >= 0) (this.links[Math.min(place, items.length - 1)] ?? this.input).focus();
      this.status.textContent = told;
      this.shown?.(count);
    }
  }

  const withQuery = (address, query) => `${new URL(`?q=${encodeURIComponent(query)}`, address)}`;

  let dialog;
  styrdokSok.open = () => {
    if (!dialog) dialog = makeDialog();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input").select();
  };

  function makeDialog() {
    const search = new Search(inDialog);
    const title = make("h2", { id: "sok-rubrik", textContent: "Sök" });
    const close = make("button", { type: "button", textContent: "Stäng" });
    const all = make("a", { hidden: true });
    const everything = make("a", { hidden: true, textContent: "Sök i alla dokument" });
    const dialog = make("dialog", { className: "sok-ruta", "aria-labelledby": "sok-rubrik" }, [
      make("div", { className: "sok-huvud" }, [title, close]), search.form, search.status, search.list,
      make("p", { className: "sok-vidare" }, [all, everything]), search.setting,
    ]);
    search.shown = (count) => {
      const query = search.input.value.trim();
      all.hidden = count <= inDialog;
      all.textContent = `Visa alla ${count} träffar`;
      all.href = withQuery(styrdokSok.address, query);
      everything.hidden = !query || styrdokSok.everything.href === styrdokSok.address.href;
      everything.href = withQuery(styrdokSok.everything, query);
    };
    search.form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.href = withQuery(styrdokSok.address, search.input.value.trim());
    });
    search.load().then((indexes) => { title.textContent = `Sök i ${indexes.title ?? indexes[0].title}`; }, () => { /* It is told when somebody searches. */ });
    close.addEventListener("click", () => dialog.close());
    // A hit may lead to a place on this very page.
    search.list.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    return dialog;
  }

  styrdokSok.showPage = (page) => {
    const search = new Search(onPage);
    const more = make("button", { type: "button", hidden: true });
    page.append(search.form, search.status, search.list, more, search.setting);
    search.shown = (count) => {
      more.hidden = count <= search.most;
      more.textContent = `Visa ${Math.min(onPage, count - search.most)} till`;
    };
    more.addEventListener("click", async () => {
      const next = search.most;
      search.most += onPage;
      await search.run();
      search.links[next]?.focus();
    });
    search.input.addEventListener("input", () => { search.most = onPage; });
    search.form.addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(null, "", withQuery(styrdokSok.address, search.input.value.trim()));
      search.run();
    });
    styrdokSok.open = () => search.input.focus();
    search.input.value = new URLSearchParams(location.search).get("q") ?? "";
    search.input.focus();
    search.run();
  };
})();
