// Remembers what the reader has marked in the programme, so that it can follow along as a quote.

let marked = null;
let watched = null;
let tell = null;

/** Watches the text in `node` and tells `listener` what is marked there, {quote, node} or null. What was marked before is forgotten. */
export function watchSelection(node, listener) {
  watched = node;
  tell = listener;
  marked = null;
}

export function startSelection() {
  let onButton = false;
  document.addEventListener("pointerdown", (event) => { onButton = Boolean(event.target.closest?.("button")); }, true);
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!watched?.isConnected || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (!watched.contains(range.commonAncestorContainer)) return;
    if (selection.isCollapsed && onButton) return;
    const quote = selection.isCollapsed ? "" : wordsOf(range);
    marked = quote ? { quote, node: range.startContainer } : null;
    tell(marked);
  });
}

/** What is marked, once: it is forgotten when taken. */
export function takeMarked() {
  const taken = watched?.isConnected ? marked : null;
  marked = null;
  return taken;
}

/** The words of a range, without the form's own buttons and the words for kinds of elements among them. */
function wordsOf(range) {
  const copy = range.cloneContents();
  for (const node of copy.querySelectorAll(".lamna, .slag")) node.remove();
  return copy.textContent.replace(/\s+/g, " ").trim().slice(0, 2000);
}
