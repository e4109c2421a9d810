// One message: what it says, what is wrong with it, and a field to write it anew.
import { finding } from "./findings.js";
import { stateMarks } from "./list.js";
import { editorLink, element, inLanguage, of, part, placed, post, remembered, state } from "./state.js";

const CODES = /\[@[^\]]*\]|\{[^}]*\}|\*\*|\d+(?:[.,:]\d+)*/g;
const ISOLATES = /[\u2066\u2069]/g;
let open = null; // { row, field, ask … }

// Codes in right-to-left text read backwards without isolates, which are for the eye only.
const shown = (text) => (state.language.dir === "rtl" && !ISOLATES.test(text)
  ? text.replace(/\[@[^\]]*\]|\{[^}]*\}/g, "\u2066$&\u2069") : text);
const written = () => (open.row.target.match(ISOLATES) ? open.field.value : open.field.value.replace(ISOLATES, ""));

function marked(text) {
  const made = element("p", { className: "quote", lang: state.sourceTag });
  let at = 0;
  for (const found of text.matchAll(CODES)) {
    made.append(text.slice(at, found.index), element("mark", {}, found[0]));
    at = found.index + found[0].length;
  }
  made.append(text.slice(at));
  return made;
}

function changes(row) {
  if (!row.changes?.length) return [];
  const names = { kept: "span", deleted: "del", inserted: "ins" };
  const made = element("p", { className: "quote", lang: state.sourceTag });
  made.append(...row.changes.map(([kind, text]) => element(names[kind], {}, text)));
  return [element("span", { className: "label" }, "How the source has changed since it was translated"), made];
}

export function openEditor(row, step) {
  const editor = part("editor");
  const close = element("button", { type: "button", className: "close", "aria-label": "Close" }, "✕");
  close.addEventListener("click", closeEditor);
  const marks = stateMarks(row);
  const tops = [element("h2", { id: "editor-title" }, row.context), close, element("p", {}, ...marks)];
  const list = element("ul", {}, ...of(row.id).map((each) => finding(each)));
  const writable = state.view === "translator" && row.seal;
  open = { row, step, field: null, list, timer: 0, checked: 0 };
  editor.replaceChildren(...tops, ...(writable ? translator(row) : author(row)));
  editor.hidden = false;
  editor.onkeydown = keys;
  if (writable) { check(); others(row); }
  (open.field || close).focus();
}

function author(row) {
  const made = [open.list, element("span", { className: "label" }, "Source"), marked(row.source)];
  if (row.comment) made.push(element("p", {}, `For translators: ${row.comment}`));
  if (row.longest) made.push(element("p", {}, `At most ${row.longest} characters.`));
  made.push(element("p", { className: "place" }, placed(row.sourceAt)), element("p", {}, editorLink(row.sourceAt)));
  if (state.view === "translator" && row.state === "no entry") made.push(element("p", {}, "The catalog lacks it: `polyleaf catalogs` adds it."));
  return made;
}

function translator(row) {
  open.field = inLanguage(element("textarea", { id: "field", value: shown(row.target), spellcheck: true }), state.language);
  open.field.addEventListener("input", () => { clearTimeout(open.timer); open.timer = setTimeout(check, 250); });
  open.told = element("p", { className: "told", role: "status", hidden: true });
  open.fuzzy = element("input", { type: "checkbox", id: "fuzzy", checked: row.state === "fuzzy" && Boolean(row.target) });
  open.name = element("input", { type: "text", id: "name", value: remembered("name"), autocomplete: "name", maxLength: 80 });
  open.others = element("div", {});
  const button = (words, key, act, first) => {
    const made = element("button", { type: "button", className: first ? "first" : "" }, `${words} `, element("kbd", {}, key));
    made.addEventListener("click", act);
    return made;
  };
  const copy = element("button", { type: "button" }, `Copy ${placed(row.targetAt)}`);
  copy.addEventListener("click", () => navigator.clipboard?.writeText(placed(row.targetAt)));
  const language = state.language.own === state.language.english ? state.language.own : `${state.language.own} · ${state.language.english}`;
  const notes = (row.notes || []).map((note) => element("p", {}, `Note: ${note}`));
  return [
    element("span", { className: "label" }, "Source"), marked(row.source),
    row.comment ? element("p", {}, `From the author: ${row.comment}`) : "", ...notes, ...changes(row),
    element("label", { className: "label", htmlFor: "field" }, language), open.field, open.list,
    row.signed ? element("p", {}, "Somebody has reviewed this text. A change ends the review.") : "",
    row.by ? element("p", {}, `Written by ${row.by}`) : "",
    element("p", {}, open.fuzzy, element("label", { htmlFor: "fuzzy" }, " Not finished: keep it out of print (fuzzy)")),
    element("p", {}, element("label", { htmlFor: "name" }, "Your name, which stands beside the text in the file "), open.name),
    open.told,
    element("div", { className: "buttons" },
      button("Save", "Ctrl Enter", () => save(0), true), button("Save, next", "Alt ↓", () => save(1)), copy),
    open.others, element("p", { className: "place" }, `${placed(row.targetAt)} · ${placed(row.sourceAt)}`),
  ].filter((each) => each !== "");
}

async function check() {
  const now = open, number = (now.checked += 1);
  const answer = await post("check", { id: now.row.id, text: written() });
  if (open !== now || number !== now.checked) return;
  const found = (answer.findings || []).map((each) => finding(each));
  now.list.replaceChildren(...(found.length ? found : [element("li", {}, "✓ The checks find nothing in this text.")]));
  now.list.dataset.checked = written();
}

async function others(row) {
  const now = open;
  const query = new URLSearchParams({ ...state.choice, id: row.id });
  const response = await fetch(`others?${query}`);
  if (open !== now || !response.ok) return;
  for (const each of await response.json()) {
    const use = element("button", { type: "button", className: "plain" }, "Use");
    use.addEventListener("click", () => { open.field.value = shown(each.text); open.field.focus(); check(); });
    now.others.append(element("span", { className: "label" }, `${each.from} · ${each.alike} % alike`),
      inLanguage(element("p", { className: "quote" }, each.text), state.language), use);
  }
}

function told(kind, ...words) {
  open.told.className = `told ${kind}`;
  open.told.hidden = false;
  open.told.replaceChildren(...words);
}

async function save(by) {
  const now = open;
  if (!now?.field) return;
  if (!now.name.value.trim()) { told("error", "Write your name first: it is asked once."); now.name.focus(); return; }
  remembered("name", now.name.value.trim());
  const data = { id: now.row.id, text: written(), seal: now.row.seal, by: now.name.value.trim(), fuzzy: now.fuzzy.checked };
  const answer = await post("save", data);
  if (open !== now) return;
  if (answer.status === 200) {
    told("ok", "✓ Saved");
    now.saved = data.text;
    if (by) now.step(by, true); else now.field.focus();
  } else if (answer.status === 409) conflict(answer);
  else {
    told("error", "Not saved: mend what was found, or save it as not finished.");
    now.list.replaceChildren(...(answer.findings || []).map((each) => finding(each)));
  }
}

// Somebody else has saved it: both texts are shown, and neither is lost.
function conflict(theirs) {
  const button = (words, act) => {
    const made = element("button", { type: "button", className: "plain" }, words);
    made.addEventListener("click", act);
    return made;
  };
  told("error", "Somebody else has saved this message meanwhile. Theirs: ",
    inLanguage(element("span", { className: "quote" }, theirs.text || "–"), state.language), " ",
    button("Keep mine", () => { open.row = { ...open.row, seal: theirs.seal }; save(0); }),
    button("Take theirs", () => {
      open.row = { ...open.row, seal: theirs.seal, target: theirs.text };
      open.field.value = shown(theirs.text);
      open.told.hidden = true;
      check();
    }));
}

// The file has changed while the message is open.
export function changedBeneath(row) {
  if (!open?.field || open.row.id !== row.id || open.row.seal === row.seal) return;
  const untouched = written() === open.row.target;
  if (untouched || written() === row.target) {
    open.row = row;
    if (untouched) open.field.value = shown(row.target);
    check();
  } else conflict({ text: row.target, seal: row.seal });
}

export function closeEditor() {
  if (!open) return;
  const id = open.row.id;
  open = null;
  part("editor").hidden = true;
  document.querySelector(`#rows button[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}

function keys(event) {
  if (event.key === "Escape") closeEditor();
  else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save(0);
  else if (event.altKey && event.key === "ArrowDown") save(1);
  else if (event.altKey && event.key === "ArrowUp") save(-1);
  else return;
  event.preventDefault();
}
