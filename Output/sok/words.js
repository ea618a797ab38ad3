// Words as the index has them, and how well a typed word fits one: å ä ö as typed, in any inflection, in any compound.
"use strict";
styrdokSok.words = (() => {
  const whole = 4, inflected = 3, beginning = 2, part = 1;
  const pattern = /[\p{L}\p{M}\p{N}]+/gu;
  const normal = (text) => text.normalize("NFC").toLowerCase();
  const fold = (word) => (/^[a-z0-9]*$/.test(word) ? word : word.normalize("NFD").replace(/\p{M}/gu, ""));

  // The endings of nouns, adjectives and verbs that can be taken off and put on without touching the stem.
  const endings = ["", ..."a an ar are arna ad ade as at de e en ena er erna et n na or orna r t".split(" ")];
  const allEndings = new Set(endings.flatMap((ending) => [ending, `${ending}s`]));
  const longestFirst = [...endings].filter(Boolean).sort((one, other) => other.length - one.length);
  const vowel = /[aeiouyåäöé]/;

  /** The word and what it may be an inflection of. */
  function stems(word) {
    const found = new Set([word]);
    const bare = word.length > 3 && word.endsWith("s") ? [word, word.slice(0, -1)] : [word];
    for (const form of bare) {
      found.add(form);
      // regel, nyckel: reglerna, nycklar.
      if (form.length > 4 && /[^aeiouyåäö]e[lnr]$/.test(form)) found.add(form.slice(0, -2) + form.at(-1));
      const ending = longestFirst.find((ending) => {
        const rest = form.slice(0, -ending.length);
        if (!form.endsWith(ending) || rest.length < 3 || !vowel.test(rest)) return false;
        // In trygghet and spaning these letters are no ending; -n and -r alone follow a vowel.
        if (/het$/.test(form) && ending === "et") return false;
        return ending.length > 1 || /[ae]/.test(ending) || vowel.test(rest.at(-1));
      });
      if (!ending) continue;
      const stem = form.slice(0, -ending.length);
      found.add(stem);
      // rummet, programmen; and the way back from reglerna, nycklar.
      if (/mm$|nn$/.test(stem)) found.add(stem.slice(0, -1));
      if (/[^aeiouyåäö][lnr]$/.test(stem)) found.add(`${stem.slice(0, -1)}e${stem.at(-1)}`);
    }
    return [...found];
  }

  /** What is typed, as terms that must all be found. */
  function terms(query) {
    const texts = [...new Set((normal(query).match(pattern) || []))];
    return texts.map((text) => ({ text, stems: stems(text), isFolded: false }));
  }

  /** The term as somebody types it whose keyboard lacks å ä ö. */
  const folded = (term) => ({ text: fold(term.text), stems: term.stems.map(fold), isFolded: true });

  /** How a word of the index fits a term: the grade, and which of its letters; nothing when it doesn't. */
  function match(word, term) {
    if (term.isFolded) word = fold(word);
    const { text } = term;
    if (word === text) return { grade: whole, from: 0, to: word.length };
    for (const stem of term.stems) {
      if (word.startsWith(stem) && allEndings.has(word.slice(stem.length))) return { grade: inflected, from: 0, to: word.length };
    }
    const at = word.indexOf(text);
    if (at === 0) return { grade: beginning, from: 0, to: text.length };
    // Two letters stand in the middle of most words.
    if (at > 0 && text.length > 2) return { grade: part, from: at, to: at + text.length };
    for (const stem of term.stems) {
      const last = stem.length > 3 ? word.lastIndexOf(stem) : -1;
      if (last > 0 && allEndings.has(word.slice(last + stem.length))) return { grade: part, from: last, to: word.length };
    }
    return null;
  }

  /** The words of a text that fit any term: where each begins and ends, and which term it was. */
  function hits(text, wanted) {
    const found = [];
    for (const { 0: word, index } of text.matchAll(pattern)) {
      const plain = normal(word);
      for (const term of wanted) {
        const fit = match(plain, term);
        if (!fit) continue;
        const isSame = plain.length === word.length;
        found.push({ from: index + (isSame ? fit.from : 0), to: index + (isSame ? fit.to : word.length), term });
        break;
      }
    }
    return found;
  }

  return { terms, folded, match, hits, normal, beginning };
})();
