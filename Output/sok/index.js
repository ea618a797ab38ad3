// The index of a folder of pages: which entries have all the words, the best first. The files of an index are scripts
// that call one of the three functions at the end; each is loaded when a search needs it.
"use strict";
styrdokSok.Index = (() => {
  const { words } = styrdokSok;
  // As the weights in the index: in the text, often there, in the definition, in the title. Plus the fit of the word.
  const worth = [(grade) => grade * 8, (grade) => grade * 8 + 4, (grade) => 40 + grade * 4, (grade) => 60 + grade * 5];
  const wholeTitle = 400, titleBeginning = 200, inTitle = 100;
  // A short term begins very many words; more of them tell nothing.
  const mostWords = 400;
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const values = new Uint8Array(128);
  [...digits].forEach((digit, value) => { values[digit.charCodeAt(0)] = value; });

  class Index {
    /** @param folder the address of the pages */
    constructor(folder, register) {
      this.folder = folder;
      this.title = register.title;
      this.kinds = register.kinds;
      this.pages = register.pages.split("\n").map((line) => line.split("\t"));
      this.entries = register.entries.split("\n");
      this.words = register.words.split("\n");
      this.useFiles = register.uses;
      this.textFiles = register.texts;
      this.loaded = new Map();
    }

    /** The index of a folder, or those that it names. */
    static async load(folder) {
      const register = await styrdokSok.load(new URL("sok/register.js", folder));
      if (!register.folders) return [new Index(folder, register)];
      const indexes = await Promise.all(register.folders.map((name) => Index.load(new URL(`${name}/`, folder))));
      return Object.assign(indexes.flat(), { title: register.title });
    }

    file(name) {
      if (!this.loaded.has(name)) this.loaded.set(name, styrdokSok.load(new URL(`sok/${name}.js`, this.folder)));
      return this.loaded.get(name);
    }

    entry(number) {
      const [page, kind, anchor, title] = this.entries[number].split("\t");
      const [file, pageTitle] = this.pages[page];
      return { title, kind: this.kinds[kind], pageTitle, address: new URL(anchor ? `${file}#${anchor}` : file, this.folder) };
    }

    async text(number) {
      const place = this.textFiles.findLastIndex(([first]) => first <= number);
      const [first, name] = this.textFiles[place];
      return (await this.file(`text-${name}`))[number - first];
    }

    /** The words that fit a term, with their grades. Without å ä ö it is tried when nothing begins as it is typed. */
    fitting(term) {
      const find = (wanted, least) => {
        const found = [];
        this.words.forEach((word, number) => {
          const fit = words.match(word, wanted);
          if (fit && fit.grade >= least) found.push({ number, grade: fit.grade });
        });
        return found;
      };
      let found = find(term, 0);
      if (!found.some(({ grade }) => grade >= words.beginning)) {
        const folded = words.folded(term);
        const more = find(folded, words.beginning);
        if (more.length) {
          found = found.concat(more.map(({ number, grade }) => ({ number, grade: grade - 1 })));
          term = folded;
        }
      }
      found.sort((one, other) => other.grade - one.grade || one.number - other.number);
      return { term, words: found.slice(0, mostWords) };
    }

    /** For each entry what the term is worth there. */
    async worthOf(found) {
      const best = new Uint8Array(this.entries.length);
      const files = new Map();
      for (const word of found) {
        const file = this.useFiles.findLastIndex((first) => first <= word.number);
        if (!files.has(file)) files.set(file, []);
        files.get(file).push(word);
      }
      await Promise.all([...files].map(async ([file, members]) => {
        const lists = await this.file(`ord-${file}`);
        for (const { number, grade } of members) {
          const uses = lists[number - this.useFiles[file]];
          let entry = 0, value = 0, shift = 0;
          for (let place = 0; place < uses.length; place += 1) {
            const digit = values[uses.charCodeAt(place)];
            value |= (digit & 31) << shift;
            shift += 5;
            if (digit > 31) continue;
            entry += value >> 2;
            best[entry] = Math.max(best[entry], worth[value & 3](grade));
            value = shift = 0;
          }
        }
      }));
      return best;
    }

    /** The entries with every term, the best first, and the terms as they were found. */
    async search(terms) {
      const found = terms.map((term) => this.fitting(term));
      if (!found.length || found.some((one) => !one.words.length)) return { hits: [], terms };
      const worths = await Promise.all(found.map((one) => this.worthOf(one.words)));
      const phrase = terms.map((term) => term.text).join(" ");
      const hits = [];
      for (let number = 0; number < this.entries.length; number += 1) {
        if (worths.some((worth) => !worth[number])) continue;
        let score = worths.reduce((sum, worth) => sum + worth[number], 0);
        if (score > worth[3](0)) score += this.titleWorth(number, phrase);
        hits.push({ index: this, number, score });
      }
      hits.sort((one, other) => other.score - one.score || one.number - other.number);
      return { hits, terms: found.map((one) => one.term) };
    }

    titleWorth(number, phrase) {
      const title = (words.normal(this.entries[number].split("\t")[3]).match(/[\p{L}\p{M}\p{N}]+/gu) || []).join(" ");
      if (title === phrase) return wholeTitle;
      if (title.startsWith(phrase)) return titleBeginning;
      return title.includes(phrase) ? inTitle : 0;
    }
  }

  styrdokSok.register = (register) => document.currentScript.receive(register);
  styrdokSok.uses = (number, lists) => document.currentScript.receive(lists.split("\n"));
  styrdokSok.texts = (name, texts) => document.currentScript.receive(texts);
  return Index;
})();
