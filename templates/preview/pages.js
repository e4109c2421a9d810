// The pages with their passages: pictures with boxes, or a page for a screen.
import { element, inLanguage, of, part, state, worst } from "./state.js";

let choose = () => {};

export function drawPages(chooser) {
  choose = chooser;
  part("screen").hidden = !state.screen;
  part("sheets").hidden = Boolean(state.screen);
  if (state.screen) { drawScreen(); return; }
  if (!state.pages.length) return;
  const there = [...part("sheets").querySelectorAll(".sheet")];
  part("sheets").querySelector(":scope > p")?.remove();
  for (const extra of there.slice(state.pages.length)) extra.remove();
  state.pages.forEach((name, at) => drawPage(there[at] || newPage(), name, at));
  newWords();
}

function newPage() {
  const made = element("div", { className: "sheet" });
  part("sheets").append(made);
  return made;
}

function drawPage(sheet, name, at) {
  const [wide, high] = state.sizes[at];
  const alt = `Page ${at + 1} of ${state.pages.length}`;
  let image = sheet.querySelector("img");
  if (!image) { image = element("img", { alt }); sheet.append(image); }
  image.alt = alt;
  image.width = Math.round(wide);
  image.height = Math.round(high);
  if (name && image.dataset.name !== name) {
    image.dataset.name = name;
    const next = new Image();
    next.src = `served/${name}`;
    next.decode().then(() => { if (image.dataset.name === name) image.src = next.src; }, () => {});
  }
  for (const old of sheet.querySelectorAll(".box")) old.remove();
  for (const box of state.boxes.filter((each) => each[1] === at + 1)) sheet.append(drawBox(box));
}

function drawBox([id, , left, top, width, height]) {
  const made = element("div", { className: "box" });
  made.dataset.id = id;
  Object.assign(made.style, { left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
  made.title = state.byId.has(id) ? state.byId.get(id).context : id;
  made.addEventListener("click", () => choose(id));
  return made;
}

function drawScreen() {
  const frame = part("screen");
  if (frame.dataset.name === state.screen) return;
  frame.dataset.name = state.screen;
  const top = frame.contentWindow?.scrollY || 0;
  frame.onload = () => {
    frame.contentWindow.scrollTo(0, top);
    frame.contentDocument.addEventListener("click", (event) => {
      const passage = event.target.closest("[data-m]");
      if (event.target.closest("a[href]")) event.preventDefault();
      if (passage) choose(passage.dataset.m);
    });
    showCurrent(false);
  };
  frame.src = `served/${state.screen}`;
}

// Words that are newer than the picture, over their passage until it is drawn.
export function newWords() {
  for (const old of document.querySelectorAll(".new-words")) old.remove();
  for (const id of state.fresh) {
    const box = document.querySelector(`.box[data-id="${CSS.escape(id)}"]`);
    const row = state.byId.get(id);
    if (!box || !state.language || !row.target) continue;
    const made = inLanguage(element("div", { className: "new-words" }, row.target), state.language);
    Object.assign(made.style, { top: box.style.top, left: "4%", right: "4%" });
    box.parentElement.append(made);
  }
}

export function showCurrent(scroll) {
  for (const box of document.querySelectorAll(".box")) {
    const found = of(box.dataset.id);
    box.classList.toggle("current", box.dataset.id === state.current);
    box.classList.toggle("found", found.length > 0);
    box.classList.toggle("error", found.length > 0 && worst(found) === "error");
  }
  const first = document.querySelector(".box.current");
  if (scroll && first) {
    const sheets = part("sheets");
    const top = first.getBoundingClientRect().top - sheets.getBoundingClientRect().top;
    sheets.scrollTo({ top: sheets.scrollTop + top - 40 });
  }
  const screen = state.screen && part("screen").contentDocument;
  for (const each of screen ? screen.querySelectorAll("[data-m]") : []) {
    const now = each.dataset.m === state.current;
    each.style.outline = now ? "3px solid #7a4300" : "";
    if (now && scroll) each.scrollIntoView({ block: "start" });
  }
}
