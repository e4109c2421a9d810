// The page to choose a sheet from. Without it the page is links to a list for each language.
"use strict";

const page = JSON.parse(document.getElementById("page-data").textContent);
const say = page.words;
const $ = (id) => document.getElementById(id);
const field = $("query"), list = $("sheets"), tiles = $("tiles"), chooser = $("language");
const note = $("note"), count = $("count");
const fromFile = location.protocol === "file:";
const AT_FIRST = 30; // cards; the others are drawn when they are asked for
const REMEMBERED = "polyleaf.lang";
const SAFE = /^(?!.*\.\.)[\p{L}\p{M}\p{N}_.+%-]+(\/[\p{L}\p{M}\p{N}_.+%-]+)*$/u;

const state = { leaflets: null, entries: [], loaded: new Map(), lang: null, only: null, all: false, found: [] };
const languages = new Map(page.languages.map((each) => [each.tag, each]));

// ---- what the shards say: polyleaf("ur", [...])
window.polyleaf = (name, rows) => {
  if (!Array.isArray(rows)) return;
  if (name === "leaflets") state.leaflets = new Map(rows.map((each) => [each.id, { keywords: [], codes: [], about: "", ...each }]));
  else if (languages.has(name)) state.loaded.set(name, rows);
};

function load(name) {
  return new Promise((done) => {
    const script = document.createElement("script");
    script.src = `catalogue/${name}.js`;
    script.onload = () => done(name === "leaflets" ? state.leaflets !== null : state.loaded.has(name));
    script.onerror = () => done(false);
    document.head.append(script);
  });
}

async function read(tag) {
  if (state.loaded.has(tag)) return true;
  const whole = await load(tag);
  if (!whole) {
    state.loaded.set(tag, []);
    broken(languages.get(tag));
  }
  for (const row of state.loaded.get(tag)) {
    const leaflet = state.leaflets.get(row?.leaflet);
    if (leaflet && typeof row.title === "string" && Array.isArray(row.editions)) {
      state.entries.push(indexed({ ...row, lang: tag }, leaflet));
    }
  }
  return whole;
}

function broken(language) {
  const line = document.createElement("p");
  line.className = "broken";
  line.append(filled(say.broken, { language: inOwn(language), file: link(`catalogue/${language.tag}.html`, `catalogue/${language.tag}.html`) }));
  $("broken").append(line);
}

// ---- small things
function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) made.append(text);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function link(file, text) {
  return element("a", text, { href: SAFE.test(file) ? file : "#" });
}

function inOwn(language) {
  return element("bdi", language.own, { lang: language.tag, dir: language.direction });
}

// Words with {parts} that are elements.
function filled(words, parts) {
  const made = document.createDocumentFragment();
  for (const piece of words.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    made.append(name && name in parts ? parts[name] : piece);
  }
  return made;
}

function remember(tag) {
  try {
    if (tag) localStorage.setItem(REMEMBERED, tag); else localStorage.removeItem(REMEMBERED);
  } catch { /* a browser that keeps nothing */ }
}

function remembered() {
  try { return localStorage.getItem(REMEMBERED); } catch { return null; }
}

// ---- what a typed word may name
const namesOf = page.languages.map((each) => [each.tag, [each.own, each.english, each.tag].flatMap(wordsOf)]);
const editionWords = Object.entries(page.editions).map(([name, label]) => [name, [...wordsOf(label), ...wordsOf(name)]]);
const named = {
  languages(word) {
    if (word.length < 2) return new Set();
    return new Set(namesOf.filter(([, names]) => names.some((name) => name.startsWith(word))).map(([tag]) => tag));
  },
  edition(word, sheet) {
    if (word.length < 3) return null;
    const found = editionWords.find(([name, words]) => words.some((each) => each.startsWith(word)) && sheet.editions.some((each) => each.edition === name));
    return found ? found[0] : null;
  },
};

// ---- cards
function status(sheet, leaflet) {
  if (leaflet.review_by && leaflet.review_by < new Date().toISOString().slice(0, 10)) return ["old", "▲", say.old];
  if (sheet.state === "machine") return ["machine", "◇", say.machine];
  if (sheet.state === "unreviewed") return ["machine", "◇", say.unreviewed];
  return ["ok", "✓", sheet.state === "source" ? say.original : say.reviewed];
}

function button(each, first, sure) {
  const made = link(each.file, null);
  made.className = first ? "edition main" : "edition";
  made.append(element("span", label(each), { class: "what" }));
  if (each.pages) {
    made.append(element("span", `${each.pages}`, { class: "pages", title: `${say.pages}: ${each.pages}` }));
    made.lastChild.prepend(element("span", `${say.pages}: `, { class: "hidden" }));
  }
  if (each.file.endsWith(".pdf")) {
    made.addEventListener("click", (event) => {
      if (fromFile || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      print(made.href);
    });
  }
  if (sure) made.append(element("kbd", "Enter"));
  return made;
}

function label(each) {
  const words = page.editions[each.edition] ?? each.edition.replaceAll("-", " ");
  return each.size ? `${words} ${each.size}` : words;
}

function card({ entry, edition, sure }, place) {
  const { sheet, leaflet } = entry, language = languages.get(sheet.lang);
  const made = element("li", null, { class: "card", tabindex: "-1" });
  if (sheet.picture && SAFE.test(sheet.picture)) {
    made.append(element("img", null, { src: sheet.picture, alt: "", width: "108", height: "153", loading: "lazy" }));
  }
  const text = element("div", null, { class: "text" });
  const inSource = { lang: page.source, dir: page.source_direction };
  const inOwnLanguage = sheet.own ? { lang: sheet.lang, dir: language.direction } : inSource;
  text.append(element("h2", element("bdi", sheet.title, inOwnLanguage)));
  if (sheet.own && leaflet.title !== sheet.title) text.append(element("p", element("bdi", leaflet.title, inSource), { class: "english" }));
  const facts = element("p", null, { class: "facts" });
  facts.append(inOwn(language));
  if (language.own !== language.english) facts.append(" · ", element("span", language.english, { lang: "en" }));
  const [kind, shape, words] = status(sheet, leaflet);
  const pill = element("span", null, { class: `status ${kind}` });
  pill.append(element("span", shape, { "aria-hidden": "true" }), ` ${words}`);
  facts.append(" ", pill);
  if (sheet.untranslated) facts.append(" ", element("span", say.partly, { class: "status partly" }));
  facts.append(" ", element("span", `${say.version} ${sheet.version}`));
  text.append(facts);
  const row = element("p", null, { class: "editions" });
  const sorted = [...sheet.editions].sort((a, b) => (b.edition === edition) - (a.edition === edition));
  sorted.forEach((each, i) => row.append(button(each, i === 0, i === 0 && sure && place === 0), " "));
  text.append(row);
  made.append(text);
  if (place === 0 && sure) made.classList.add("first");
  return made;
}

function print(address) {
  $("printer")?.remove();
  const frame = element("iframe", null, { id: "printer", title: say.print, src: address });
  frame.onload = () => {
    try {
      frame.contentWindow.focus();
      frame.contentWindow.print();
    } catch {
      location.href = address;
    }
  };
  document.body.append(frame);
}

// ---- showing
function show() {
  const text = field.value.trim();
  const chosen = state.lang && !wordsOf(text).some((word) => languageOnly(word));
  const among = state.entries.filter((entry) => (!chosen || entry.sheet.lang === state.lang) && (!state.only || entry.leaflet.id === state.only));
  note.replaceChildren();
  let found = search(text, among, named);
  if (text && !found.length) found = instead(text, among);
  if (!text) found.sort((a, b) => a.entry.leaflet.title.localeCompare(b.entry.leaflet.title));
  for (const each of found) each.sure &&= Boolean(text);
  state.found = found;
  const open = Boolean(text || state.lang || state.only);
  tiles.hidden = open;
  list.hidden = !open;
  count.replaceChildren();
  if (open) count.append(`${say.sheets}: `, element("b", String(found.length)));
  draw();
  address();
}

// A word that names a language and no title: it is about which language, whatever is chosen.
function languageOnly(word) {
  return word.length >= 3 && named.languages(word).size > 0 && !state.entries.some((entry) => points(word, entry)[1]);
}

function instead(text, among) {
  const meant = mended(text, state.entries, named);
  let found = meant ? search(meant, among, named) : [];
  if (found.length) {
    note.append(filled(say.instead, { title: element("b", meant) }));
  } else if (state.lang) {
    found = search(text, state.entries, named);
    if (found.length) note.append(filled(say.elsewhere, { language: inOwn(languages.get(state.lang)) }));
  }
  if (!found.length) note.append(say.nothing);
  for (const each of found) each.sure = false;
  return found;
}

function draw() {
  const shown = state.all ? state.found : state.found.slice(0, AT_FIRST);
  list.replaceChildren(...shown.map(card));
  $("more").hidden = shown.length === state.found.length;
}

function address() {
  const parts = new URLSearchParams();
  if (state.lang) parts.set("lang", state.lang);
  if (state.only) parts.set("leaflet", state.only);
  if (field.value.trim()) parts.set("q", field.value.trim());
  history.replaceState(null, "", parts.size ? `#${parts}` : location.pathname.split("/").pop() || "index.html");
}

async function choose(tag) {
  state.lang = languages.has(tag) ? tag : null;
  state.all = false;
  remember(state.lang);
  chooser.value = state.lang ?? "";
  if (state.lang) await read(state.lang);
  show();
}

async function fromAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const leaflet = asked.get("leaflet");
  state.only = leaflet && state.leaflets?.has(leaflet) ? leaflet : null;
  field.value = asked.get("q") ?? "";
  const tag = asked.get("lang");
  state.lang = languages.has(tag) ? tag : location.hash ? null : remembered();
  if (!languages.has(state.lang)) state.lang = null;
  chooser.value = state.lang ?? "";
  if (state.lang) await read(state.lang);
  show();
}

// ---- keys
function cards() { return [...list.querySelectorAll(".card")]; }

function focusCard(at) {
  const all = cards();
  if (at < 0 || !all.length) { field.focus(); return; }
  all[Math.min(at, all.length - 1)].querySelector(".edition")?.focus();
}

field.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    const first = state.found[0];
    if (first?.sure && !list.hidden) cards()[0]?.querySelector(".edition")?.click();
    else if (!list.hidden) focusCard(0);
    else tiles.querySelector("a")?.focus();
  } else if (event.key === "ArrowDown") {
    event.preventDefault();
    if (list.hidden) tiles.querySelector("a")?.focus(); else focusCard(0);
  } else if (event.key === "Escape") {
    field.value = "";
    if (state.only) state.only = null;
    show();
  }
});

document.addEventListener("keydown", (event) => {
  const inField = event.target.matches("input, select, textarea");
  if (event.key === "/" && !inField) { event.preventDefault(); field.focus(); field.select(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const here = event.target.closest(".card");
  const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  if (here) {
    const at = cards().indexOf(here), row = [...here.querySelectorAll(".edition")], spot = row.indexOf(event.target);
    const go = { ArrowDown: () => focusCard(at + 1), ArrowUp: () => focusCard(at - 1),
      [forward]: () => row[Math.min(spot + 1, row.length - 1)].focus(), [back]: () => row[Math.max(spot - 1, 0)].focus(),
      Escape: () => field.focus() }[event.key];
    if (go) { event.preventDefault(); go(); }
  } else if (tiles.contains(event.target)) {
    const all = [...tiles.querySelectorAll("a")], at = all.indexOf(event.target);
    const to = { ArrowDown: at + columns(all), ArrowUp: at - columns(all), [forward]: at + 1, [back]: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      if (to < 0) field.focus(); else all[Math.min(to, all.length - 1)].focus();
    } else if (event.key === "Escape") field.focus();
    else if (event.key.length === 1 && /\p{L}/u.test(event.key)) {
      const letter = fold(event.key);
      const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((each) => namesOf.find(([tag]) => tag === each.dataset.tag)[1].some((name) => name.startsWith(letter)));
      next?.focus();
    }
  }
});

// How many tiles stand in a row.
function columns(all) {
  return all.filter((each) => each.offsetTop === all[0].offsetTop).length || 1;
}

// ---- beginning
field.addEventListener("input", () => { state.all = false; show(); });
chooser.addEventListener("change", () => { choose(chooser.value); field.focus(); });
tiles.addEventListener("click", (event) => {
  const tile = event.target.closest("a[data-tag]");
  if (!tile || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  choose(tile.dataset.tag);
  field.focus();
});
$("more").addEventListener("click", () => { state.all = true; draw(); });
addEventListener("hashchange", fromAddress);
addEventListener("beforeprint", () => { state.all = true; draw(); });
document.body.classList.add("works");
if (fromFile) $("by-file").hidden = false;
load("leaflets").then(async (whole) => {
  if (!whole) { note.append(say.unreadable); return; }
  await fromAddress();
  for (const tag of languages.keys()) {
    await read(tag);
    if (field.value || state.only || !state.lang) show();
  }
  document.body.dataset.ready = "true";
});
