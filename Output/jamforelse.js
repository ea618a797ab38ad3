// Filters the comparison of responses. Without it the whole table is read.
"use strict";
(() => {
  const form = document.getElementById("filter");
  const table = document.getElementById("jamforelse");
  if (!form || !table) return;
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.tHead.rows[0].cells];
  const told = document.getElementById("filtrerat");
  // The two first columns are the part and its count.
  const first = 2;

  const value = (name) => (form.elements[name] ? form.elements[name].value : "");
  const has = (cell, name, wanted) => !wanted || (cell.dataset[name] || "").split("|").includes(wanted);

  function apply() {
    const [chapter, kind, theme, type] = ["kapitel", "slag", "tema", "typ"].map(value);
    heads.forEach((head, column) => { head.hidden = column >= first && Boolean(type) && head.dataset.typ !== type; });
    let shown = 0;
    for (const row of rows) {
      let hasAny = !kind && !theme && !type;
      [...row.cells].forEach((cell, column) => {
        cell.hidden = heads[column].hidden;
        if (column < first || cell.hidden || !cell.dataset.slag) return;
        const matches = has(cell, "slag", kind) && has(cell, "teman", theme);
        cell.classList.toggle("bortvald", !matches);
        hasAny = hasAny || matches;
      });
      row.hidden = !hasAny || (Boolean(chapter) && row.dataset.kapitel !== chapter);
      if (!row.hidden) shown += 1;
    }
    told.textContent = `${shown} av ${rows.length} delar visas.`;
  }

  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
