// What is looked at, what comes from the server, and the keys.
import { drawFindings, findingKeys } from "./findings.js";
import { drawRows, focusRow } from "./list.js";
import { drawPages, newWords, showCurrent } from "./pages.js";
import { changedBeneath, closeEditor, openEditor } from "./editor.js";
import { element, part, placed, post, remembered, state } from "./state.js";

const BROKEN = "▲ Files are broken";
let source = null;

function addressed() {
  const given = new URLSearchParams(location.hash.slice(1));
  const known = (name, all) => (all.includes(given.get(name)) ? given.get(name) : "");
  const { leaflets = [], languages = [], editions = [] } = state.choices;
  const leaflet = known("leaflet", leaflets);
  state.view = given.get("view") === "author" ? "author" : "translator";
  if (!leaflet) return null;
  const tags = languages.map((each) => each.tag);
  return { leaflet, language: known("language", tags) || tags[0], edition: known("edition", editions) || editions[0] };
}

function chosen() {
  const choice = {};
  for (const name of ["leaflet", "language", "edition"]) choice[name] = part(name).value;
  const view = document.querySelector("[name=view]:checked").value;
  location.hash = choice.leaflet ? new URLSearchParams({ ...choice, view }).toString() : "";
}

function look() {
  const choice = addressed();
  const same = JSON.stringify(choice) === JSON.stringify(state.choice);
  for (const name of ["leaflet", "language", "edition"]) if (choice) part(name).value = choice[name];
  document.querySelector(`[name=view][value=${state.view}]`).checked = true;
  part("panes").hidden = !choice;
  part("start").hidden = Boolean(choice);
  document.querySelector(".tabs").hidden = !choice;
  if (same && choice) { redraw(); return; }
  closeEditor();
  Object.assign(state, { choice, rows: [], byId: new Map(), boxes: [], pages: [], current: "", findings: [] });
  source?.close();
  part("banner").hidden = true;
  if (!choice) { start(); return; }
  part("sheets").replaceChildren(element("p", {}, "Drawing the sheet for the first time …"));
  part("live").textContent = "Reading …";
  source = new EventSource(`events?${new URLSearchParams(choice)}`);
  source.onmessage = (event) => take(JSON.parse(event.data));
  source.onerror = () => { part("live").textContent = "Not connected: is `polyleaf serve` still running?"; };
}

function start() {
  part("live").textContent = "Live";
  part("leaflet").value = "";
  document.title = "All leaflets – Polyleaf";
  part("built").hidden = !state.choices.built;
  part("unbuilt").hidden = state.choices.built;
  if (state.choices.built) part("built").src = "output/index.html";
}

function take(event) {
  state.findings = event.findings;
  if (event.kind === "words") takeWords(event);
  else takePages(event);
  const banner = part("banner");
  const errors = event.findings.filter((each) => each.severity === "error").length;
  banner.hidden = !(event.broken || event.failed);
  const shown = state.pages.length || state.screen;
  const waiting = part("sheets").querySelector(":scope > p");
  if (!banner.hidden && !shown && waiting) waiting.textContent = "There is no page yet: see the findings.";
  banner.textContent = banner.hidden ? "" : `${shown ? "This is the last good page." : "There is no page yet."} Errors: ${errors}. ` +
    event.findings.slice(0, 2).map((each) => `${placed(each)} ${each.message}`).join(" · ");
  redraw();
}

function takeWords(event) {
  const before = state.byId;
  if (event.rows.length) {
    state.rows = event.rows;
    state.byId = new Map(event.rows.map((row) => [row.id, row]));
  }
  state.fresh = new Set([...state.byId.values()]
    .filter((row) => before.has(row.id) && before.get(row.id).target !== row.target).map((row) => row.id));
  Object.assign(state, { language: event.language || state.language, sourceTag: event.sourceTag, review: event.review });
  document.title = `${event.title} – Preview – Polyleaf`;
  part("live").textContent = event.broken ? BROKEN : "● Live · drawing …";
  newWords();
  if (state.current && state.byId.has(state.current)) changedBeneath(state.byId.get(state.current));
}

function takePages(event) {
  Object.assign(state, { pages: event.pages, boxes: event.boxes, sizes: event.sizes, screen: event.page });
  if (event.pages.length || event.page) {
    state.fresh = new Set();
    part("live").textContent = event.broken ? BROKEN : `● Live · drawn in ${event.seconds} s`;
  }
  drawPages(choose);
}

function redraw() {
  drawRows(choose);
  drawFindings(choose);
  showCurrent(false);
}

export function choose(id, open = true) {
  if (!state.byId.has(id)) return;
  state.current = id;
  showCurrent(true);
  drawRows(choose);
  document.querySelector("#rows [aria-current]")?.scrollIntoView({ block: "nearest" });
  if (open) openEditor(state.byId.get(id), step);
}

function step(by, open) {
  const ids = [...document.querySelectorAll("#rows button")].map((each) => each.dataset.id);
  const at = ids.indexOf(state.current);
  const next = ids[at < 0 ? 0 : Math.min(Math.max(at + by, 0), ids.length - 1)];
  if (next) choose(next, open);
  if (!open) focusRow();
}

function keys(event) {
  if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select")) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !part("letters").checked || !state.choice) return;
  const key = event.key.toLowerCase();
  if (key === "j" || key === "k") step(key === "j" ? 1 : -1, false);
  else if (key === "f") { const id = findingKeys(); if (id) { choose(id, false); focusRow(); } }
  else if (key === "/") part("filter").focus();
  else if (key === "?") { part("help").open = true; tab("findings"); part("help").querySelector("summary").focus(); }
  else if (key === "enter" && event.target === part("sheets") && state.current) choose(state.current);
  else return;
  event.preventDefault();
}

function tab(name) {
  part("panes").dataset.part = name;
  for (const each of document.querySelectorAll(".tabs button")) each.setAttribute("aria-pressed", each.dataset.part === name);
}

async function begin() {
  state.choices = await (await fetch("choices")).json();
  const { leaflets = [], languages = [], editions = [], findings = [] } = state.choices;
  part("leaflet").append(element("option", { value: "" }, "Choose …"), ...leaflets.map((name) => element("option", { value: name }, name)));
  part("language").append(...languages.map((each) => element("option", { value: each.tag }, each.name)));
  part("edition").append(...editions.map((name) => element("option", { value: name }, name)));
  part("letters").checked = remembered("letters") !== "off";
  part("letters").addEventListener("change", (event) => remembered("letters", event.target.checked ? "on" : "off"));
  part("choose").addEventListener("change", chosen);
  part("choose").addEventListener("submit", (event) => event.preventDefault());
  part("filter").addEventListener("input", () => drawRows(choose));
  document.querySelector(".tabs").addEventListener("click", (event) => { if (event.target.dataset.part) tab(event.target.dataset.part); });
  part("catalogue").addEventListener("click", (event) => { event.preventDefault(); location.hash = ""; });
  document.addEventListener("keydown", keys);
  addEventListener("hashchange", look);
  part("sheets").addEventListener("scrollend", lookedAt);
  look();
  if (findings.length) {
    part("banner").hidden = false;
    part("banner").textContent = findings.map((each) => `${placed(each)} ${each.message}`).join(" · ");
  }
}

function lookedAt() {
  const top = part("sheets").scrollTop + part("sheets").clientHeight / 3;
  const pages = [...document.querySelectorAll(".sheet")];
  const number = pages.findLastIndex((each) => each.offsetTop <= top) + 1;
  if (number > 0) post("look", { page: number });
}

begin();
