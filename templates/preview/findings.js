// What is wrong, each with its place, and sums of the sheet.
import { editorLink, element, part, placed, state } from "./state.js";

export function finding(each, choose) {
  const made = element("li", { className: `finding ${each.severity}` },
    element("strong", {}, `${each.severity === "error" ? "✕" : "▲"} ${each.message}`),
    element("span", {}, each.hint ? `${each.hint} ` : ""),
    element("code", {}, `${placed(each)} ${each.severity}[${each.code}]`));
  if (choose && state.byId.has(each.row)) {
    const button = element("button", { type: "button" }, "Show the message");
    button.addEventListener("click", () => choose(each.row));
    made.append(element("div", {}, button));
  }
  if (choose && state.view === "author" && each.line) made.append(element("div", {}, editorLink(each)));
  return made;
}

export function drawFindings(choose) {
  part("found").replaceChildren(...state.findings.map((each) => finding(each, choose)));
  if (!state.findings.length) part("found").append(element("li", {}, "✓ Nothing was found."));
  const count = (name) => state.rows.filter((row) => row.state === name).length;
  const sums = { Messages: state.rows.length };
  if (count("source") < state.rows.length) {
    Object.assign(sums, {
      "Not translated": count("untranslated") + count("no entry"), "To check again": count("fuzzy"), Review: state.review,
    });
  }
  if (state.pages.length) sums.Pages = state.pages.length;
  part("sums").replaceChildren(...Object.entries(sums)
    .flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, String(value))]));
}

// The next message after the current one that has a finding or is not finished.
export function findingKeys() {
  const wanted = new Set(state.findings.map((each) => each.row));
  const at = state.rows.findIndex((row) => row.id === state.current);
  const turned = [...state.rows.slice(at + 1), ...state.rows.slice(0, at + 1)];
  return turned.find((row) => wanted.has(row.id) || ["fuzzy", "untranslated"].includes(row.state))?.id;
}
