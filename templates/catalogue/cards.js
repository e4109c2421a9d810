// A card for each sheet: its first page, its titles, what is known of it, its editions as buttons.
"use strict";

const fromFile = location.protocol === "file:";
// How many editions a card shows before "More", on a telephone and on a desk.
const ROOM = { narrow: 2, wide: 6 };

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

function bothNames(language) {
  const made = element("span", inOwn(language));
  if (language.own !== language.english) made.append(" · ", element("span", language.english, { lang: "en" }));
  return made;
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

function status(sheet, leaflet) {
  if (leaflet.review_by && leaflet.review_by < new Date().toISOString().slice(0, 10)) return ["old", "▲", say.old];
  if (sheet.state === "machine") return ["machine", "◇", say.machine];
  if (sheet.state === "unreviewed") return ["machine", "◇", say.unreviewed];
  return ["ok", "✓", sheet.state === "source" ? say.original : say.reviewed];
}

function pill(kind, shape, words) {
  const made = element("span", element("span", shape, { "aria-hidden": "true" }), { class: `status ${kind}` });
  made.append(` ${words}`);
  return made;
}

function card({ entry, edition, sure }, place) {
  const { sheet, leaflet } = entry;
  const made = element("li", null, { class: "card", tabindex: "-1" });
  if (isText(sheet.picture) && SAFE.test(sheet.picture)) {
    made.append(element("img", null, { src: sheet.picture, alt: "", width: "108", height: "153", loading: "lazy" }));
  }
  const text = element("div", null, { class: "text" });
  text.append(...names(sheet, leaflet), facts(sheet, leaflet), buttons(sheet, edition, place === 0 && sure));
  made.append(text);
  if (place === 0 && sure) made.classList.add("first");
  return made;
}

function names(sheet, leaflet) {
  const inSource = { lang: page.source, dir: page.source_direction };
  const inOwnLanguage = sheet.own ? { lang: sheet.lang, dir: languages.get(sheet.lang).direction } : inSource;
  const own = element("h2", element("bdi", sheet.title, inOwnLanguage));
  if (!sheet.own || leaflet.title === sheet.title) return [own];
  return [own, element("p", element("bdi", leaflet.title, inSource), { class: "english" })];
}

function facts(sheet, leaflet) {
  const made = element("p", null, { class: "facts" });
  made.append(bothNames(languages.get(sheet.lang)), " ", pill(...status(sheet, leaflet)));
  if (sheet.untranslated) made.append(" ", pill("partly", "◐", say.partly));
  const version = element("span", `${say.version} `);
  version.append(element("bdi", sheet.version ?? "", { dir: "ltr" }));
  if (sheet.published) version.append(" · ", element("bdi", sheet.published, { dir: "ltr" }));
  made.append(" ", version);
  return made;
}

// ---- editions
function buttons(sheet, edition, sure) {
  const row = element("p", null, { class: "editions" });
  const sorted = [...sheet.editions].sort((a, b) => (b.edition === edition) - (a.edition === edition));
  sorted.forEach((each, i) => {
    const made = button(each, i === 0, i === 0 && sure);
    if (i >= ROOM.narrow && sorted.length > ROOM.narrow + 1) made.classList.add("narrow-more");
    if (i >= ROOM.wide) made.classList.add("wide-more");
    row.append(made, " ");
  });
  if (sorted.length > ROOM.narrow + 1) row.append(unfolding(row, sorted.length > ROOM.wide));
  return row;
}

function unfolding(row, onDesk) {
  const made = element("button", say.more ?? "…", { type: "button", class: onDesk ? "unfold" : "unfold narrow-only", "aria-expanded": "false" });
  made.addEventListener("click", () => {
    const first = [...row.querySelectorAll(".edition")].find((each) => !each.offsetParent);
    row.classList.add("unfolded");
    made.remove();
    first?.focus();
  });
  return made;
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

function print(address) {
  document.getElementById("printer")?.remove();
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
