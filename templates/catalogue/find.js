// find?code=L71&system=icd-10&lang=ur: goes to the sheet, or shows what there is.
// polyleaf/pipeline/catalogue/by_code.py has the rules; tests ask both the same.
"use strict";

const { systems, readers } = JSON.parse(document.getElementById("page-data").textContent);
const asked = new URLSearchParams(location.search);
const rows = [...document.querySelectorAll("#found > li")];
const note = document.getElementById("note");

const sameName = (name) => name.trim().toLowerCase().replace(/^urn:oid:/, "").replace(/[^a-z0-9.:/]/g, "");
const sameCode = (code) => code.replace(/[\s.]/g, "").toUpperCase();

function criteria() {
  const names = [["code", "system"]];
  for (const n of ["", ...Array(systems.most).keys()].filter((n) => n !== 0)) names.push([`mainSearchCriteria.v.c${n}`, `mainSearchCriteria.v.cs${n}`]);
  return names.map(([code, system]) => [asked.get(system) ?? "", sameCode(asked.get(code) ?? "")]).filter(([, code]) => code);
}

function codesOf(row, key) {
  const codes = row.dataset.codes.split(" ").filter(Boolean).map((each) => {
    const colon = each.indexOf(":");
    return { system: each.slice(0, colon), code: each.slice(colon + 1) };
  });
  return codes.filter(({ system }) => key === null || system === key);
}

const isSame = (code, own) => code === own;
const isWider = (code, own) => own.length >= systems.shortest && code.startsWith(own);
const isNarrower = (code, own) => code.length >= systems.shortest && own.startsWith(code);

// How long the code of a leaflet is that fits; 0 if none does.
function fit(row, key, code, fits) {
  const nested = ({ system }) => fits === isSame || systems.nested.includes(system);
  return Math.max(0, ...codesOf(row, key).filter(nested).filter((each) => fits(code, each.code)).map((each) => each.code.length));
}

function found() {
  for (const [system, code] of criteria()) {
    const key = system ? systems.names[sameName(system)] ?? "" : null;
    for (const fits of [isSame, isWider, isNarrower]) {
      let those = rows.filter((row) => fit(row, key, code, fits));
      if (fits === isWider) {
        const longest = Math.max(0, ...those.map((row) => fit(row, key, code, fits)));
        those = those.filter((row) => fit(row, key, code, fits) === longest);
      }
      if (those.length) return those;
    }
  }
  return [];
}

function spoken(tag) {
  try {
    const { language, script } = new Intl.Locale(tag.trim().replaceAll("_", "-")).maximize();
    return `${language}-${script}`;
  } catch {
    return null;
  }
}

// The page in the language of the browser, if it is one of staff; else as it was written.
function inTheirs() {
  const there = readers.map((each) => each.tag);
  const tag = navigator.languages.map((each) => meant(each, there)).find(Boolean);
  const words = readers.find((each) => each.tag === tag) ?? readers[0], home = document.getElementById("home");
  if (words === readers[0]) return words;
  const page = document.documentElement, title = document.getElementById("title");
  page.lang = words.tag;
  page.dir = words.direction;
  document.title = document.title.replace(title.textContent, words.title);
  title.replaceChildren(words.title);
  home.replaceChildren(words.home);
  home.href = `../index.${words.tag}.html`;
  return words;
}

// The language among those that are there which is meant.
function meant(written, there) {
  const same = (tag) => tag.toLowerCase() === written.trim().replaceAll("_", "-").toLowerCase();
  return there.find(same) ?? there.find((tag) => spoken(tag) !== null && spoken(tag) === spoken(written));
}

function say(text, language) {
  note.hidden = false;
  const [before, after] = text.split("{language}");
  note.append(before);
  if (after === undefined) return;
  const name = document.createElement("bdi");
  name.append(language);
  note.append(name, after);
}

const links = (row) => [...row.querySelectorAll("a[hreflang]")];

function show() {
  const words = inTheirs();
  const title = asked.get("mainSearchCriteria.v.dn") ?? asked.get("mainSearchCriteria.v.ot");
  if (title) document.getElementById("home").href += `#q=${encodeURIComponent(title)}`;
  if (!criteria().length) return;
  const those = found();
  if (!those.length) return say(words.nothing);
  rows.forEach((row) => { row.hidden = !those.includes(row); });
  const written = ["lang", "language", "informationRecipient.languageCode.c"].map((name) => asked.get(name)).find(Boolean);
  const there = [...new Set(those.flatMap(links).map((link) => link.hreflang))];
  const language = written ? meant(written, there) : there.length === 1 ? there[0] : undefined;
  const fitting = those.flatMap(links).filter((link) => link.hreflang === language);
  if (fitting.length === 1) return location.replace(fitting[0].href);
  fitting.forEach((link) => link.classList.add("asked"));
  if (written && !language) {
    let name = written;
    try { name = new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(written.trim().replaceAll("_", "-")) ?? written; } catch { /* no tag */ }
    say(words.elsewhere, name);
  }
}

show();
