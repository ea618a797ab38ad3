// Keeps the draft in this browser, a moment after each change. Never writes over what another tab has written.

import { readDraft } from "./check-file.js";
import { consultation } from "./data.js";
import { blankAnswer, draft, onChange, replaceAnswer } from "./draft.js";

const storageKey = `styrdok-svar:${consultation.id}:${consultation.avtryck}`;
const delay = 400;

/** state: "saved" · "waiting" · "unavailable" · "full" · "conflict" · "unreadable" */
export const storage = { state: "saved", savedAt: null, unreadable: null };

const storageListeners = [];
let lastSeen = null;
let timer = null;
let loading = false;

export function onStorageChange(listener) {
  storageListeners.push(listener);
}

/** Reads the stored draft, if there is one, and starts saving. */
export function startStorage() {
  try {
    lastSeen = localStorage.getItem(storageKey);
  } catch {
    enter("unavailable");
  }
  if (lastSeen !== null) {
    const stored = readDraft(lastSeen);
    if (stored.answer) {
      load(stored);
      storage.savedAt = new Date(stored.file.sparad);
    } else {
      storage.unreadable = lastSeen;
      enter("unreadable");
    }
  }
  onChange(saveSoon);
  addEventListener("storage", (event) => {
    if ((event.key === storageKey || event.key === null) && storage.state !== "unreadable") noticeOthers();
  });
  addEventListener("pagehide", saveNow);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") saveNow();
    else if (storage.state === "saved") noticeOthers();
  });
  addEventListener("beforeunload", (event) => {
    if (storage.state !== "unavailable" && storage.state !== "full") return;
    event.preventDefault();
    event.returnValue = true;
  });
}

function saveSoon() {
  if (loading) return;
  if (storage.state === "saved") storage.state = "waiting";
  clearTimeout(timer);
  timer = setTimeout(saveNow, delay);
}

export function saveNow() {
  clearTimeout(timer);
  if (storage.state === "saved" || storage.state === "conflict" || storage.state === "unreadable") return;
  if (!noticeOthers()) return;
  const text = JSON.stringify({
    format: "styrdok-remissvar-utkast", version: 1, remiss: consultation.id, avtryck: consultation.avtryck,
    sparad: new Date().toISOString(), nästa: draft.next, svar: draft.answer,
  });
  try {
    localStorage.setItem(storageKey, text);
    if (localStorage.getItem(storageKey) !== text) throw new Error("not kept");
    lastSeen = text;
    storage.savedAt = new Date();
    enter("saved");
  } catch (error) {
    enter(error?.name === "QuotaExceededError" ? "full" : "unavailable");
  }
}

/** Does the storage still hold what this tab last saw there? */
function noticeOthers() {
  let there = lastSeen;
  try {
    there = localStorage.getItem(storageKey);
  } catch {
    enter("unavailable");
  }
  if (there === lastSeen) return true;
  clearTimeout(timer);
  enter("conflict");
  return false;
}

/** The choice after a conflict: this tab's draft, written over the other's. */
export function keepMine() {
  try {
    lastSeen = localStorage.getItem(storageKey);
  } catch {
    lastSeen = null;
  }
  storage.state = "waiting";
  saveNow();
}

/** The choice after a conflict: the other tab's draft. False if it can't be read. */
export function takeTheirs() {
  const text = localStorage.getItem(storageKey);
  const stored = text === null ? null : readDraft(text);
  if (text !== null && !stored.answer) return false;
  lastSeen = text;
  load(stored ?? { answer: blankAnswer(), next: 1 });
  storage.savedAt = new Date();
  enter("saved");
  return true;
}

/** The choice when the stored draft can't be read: begin anew over it. */
export function discardUnreadable() {
  storage.unreadable = null;
  keepMine();
}

function load(stored) {
  loading = true;
  replaceAnswer(stored.answer, stored.next);
  loading = false;
}

function enter(state) {
  storage.state = state;
  for (const listener of storageListeners) listener();
}
