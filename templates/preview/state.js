// What every part of the page knows, and small tools.
export const state = {
  choices: {}, choice: null, view: "translator", rows: [], byId: new Map(), findings: [], current: "",
  language: null, sourceTag: "en", boxes: [], pages: [], fresh: new Set(),
};

export const part = (id) => document.getElementById(id);

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-") || key === "role" || key === "for") made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

// Text in a language: its own direction, letters and room between lines.
export function inLanguage(made, language) {
  made.lang = language.tag;
  made.dir = language.dir;
  made.style.fontFamily = [...language.families.map((name) => JSON.stringify(name)), "sans-serif"].join(", ");
  made.style.lineHeight = String(Math.max(1.4, language.lineHeight));
  return made;
}

export const placed = (place) => (place ? [place.path, ...(place.line ? [place.line] : [])].join(":") : "");
export const of = (id) => state.findings.filter((finding) => finding.row === id);
export const worst = (found) => (found.some((each) => each.severity === "error") ? "error" : "warning");

export async function post(path, data) {
  const response = await fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...state.choice, ...data }),
  });
  const json = (response.headers.get("content-type") || "").startsWith("application/json");
  return { status: response.status, ...(json ? await response.json() : {}) };
}

// Opens a file at a line in the author's own editor.
export function editorLink(place) {
  const path = place.path.startsWith("/") ? place.path : `${state.choices.root}/${place.path}`;
  const values = { path: encodeURI(path), line: place.line || 1, column: place.column || 1 };
  const href = state.choices.editor.replace(/\{(path|line|column)\}/g, (_, name) => values[name]);
  const safe = !/^\s*(javascript|data|vbscript):/i.test(href);
  return element("a", { className: "plain-link", href: safe ? href : "#" }, `Open ${placed(place)} in the editor`);
}

export function remembered(name, value) {
  try {
    if (value !== undefined) localStorage.setItem(`polyleaf.${name}`, value);
    return localStorage.getItem(`polyleaf.${name}`) || "";
  } catch { return ""; }
}
