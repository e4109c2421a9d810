// The messages, in the order of the page.
import { element, inLanguage, of, part, placed, state, worst } from "./state.js";

const STATES = {
  fuzzy: "to check again (fuzzy)", untranslated: "not translated", "no entry": "not in the catalog yet",
};

export function stateMarks(row) {
  const marks = [];
  if (STATES[row.state]) marks.push(element("span", { className: "mark warning" }, `◇ ${STATES[row.state]}`));
  if (row.signed) marks.push(element("span", { className: "mark ok" }, "✓ reviewed"));
  if (row.safety) marks.push(element("span", { className: "mark safety" }, "safety"));
  return marks;
}

function fits(row, words) {
  const whole = [row.context, row.source, row.target || "", placed(row.targetAt), placed(row.sourceAt)].join("\n").toLowerCase();
  return words.every((word) => whole.includes(word));
}

export function drawRows(choose) {
  const words = part("filter").value.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = state.rows.filter((row) => fits(row, words));
  part("none").hidden = rows.length > 0 || !state.rows.length;
  const held = document.activeElement?.closest?.("#rows button")?.dataset.id;
  const first = rows.some((row) => row.id === state.current) ? state.current : rows[0]?.id;
  part("rows").replaceChildren(...rows.map((row) => element("li", {}, button(row, first, choose))));
  if (held) document.querySelector(`#rows button[data-id="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}

function button(row, first, choose) {
  const found = of(row.id);
  const made = element("button", { type: "button", tabIndex: row.id === first ? 0 : -1 });
  made.dataset.id = row.id;
  if (row.id === state.current) made.setAttribute("aria-current", "true");
  if (found.length) made.append(element("span", { className: `mark ${worst(found)}` }, `▲ findings: ${found.length}`));
  made.append(...stateMarks(row), element("span", { className: "where" }, state.view === "author" ? placed(row.sourceAt) : row.context));
  made.append(element("bdi", { lang: state.sourceTag }, row.source));
  if (state.view === "translator" && row.target !== undefined && state.language) {
    const target = inLanguage(element("bdi", { className: "target" }, row.target || "–"), state.language);
    if (state.fresh.has(row.id)) target.classList.add("fresh");
    made.append(target);
  }
  made.addEventListener("click", () => choose(row.id));
  made.addEventListener("keydown", (event) => {
    const by = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const next = by && made.parentElement[by]?.firstElementChild;
    if (next) { event.preventDefault(); choose(next.dataset.id, false); focusRow(); }
  });
  return made;
}

export function focusRow() {
  const row = document.querySelector("#rows [aria-current]");
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
}
