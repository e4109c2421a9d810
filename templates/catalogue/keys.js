// Every choice by the keyboard: docs/catalogue.md has the keys.
"use strict";

const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";

function cards() { return [...list.querySelectorAll(".card")]; }

function focusCard(at) {
  const all = cards();
  if (at < 0 || !all.length) { field.focus(); return; }
  all[Math.min(at, all.length - 1)].querySelector(".edition")?.focus();
}

// The buttons of a card that are seen.
function seen(card) {
  return [...card.querySelectorAll(".edition, .unfold")].filter((each) => each.offsetParent);
}

// How many tiles stand in a row.
function columns(all) {
  return all.filter((each) => each.offsetTop === all[0].offsetTop).length || 1;
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

function inCard(event, here) {
  const at = cards().indexOf(here), row = seen(here), spot = row.indexOf(event.target);
  const go = { ArrowDown: () => focusCard(at + 1), ArrowUp: () => focusCard(at - 1),
    [forward]: () => row[Math.min(spot + 1, row.length - 1)].focus(), [back]: () => row[Math.max(spot - 1, 0)].focus(),
    Escape: () => field.focus() }[event.key];
  if (go) { event.preventDefault(); go(); }
}

function inTiles(event) {
  const all = [...tiles.querySelectorAll("a")], at = all.indexOf(event.target);
  const to = { ArrowDown: at + columns(all), ArrowUp: at - columns(all), [forward]: at + 1, [back]: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    if (to < 0) field.focus(); else all[Math.min(to, all.length - 1)].focus();
  } else if (event.key === "Escape") field.focus();
  else if (event.key.length === 1 && /\p{L}/u.test(event.key)) {
    const letter = fold(event.key);
    const begins = (tile) => namesOf.find(([tag]) => tag === tile.dataset.tag)[1].some((name) => name.startsWith(letter));
    [...all.slice(at + 1), ...all.slice(0, at + 1)].find(begins)?.focus();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && !event.target.matches("input, select, textarea")) {
    event.preventDefault();
    field.focus();
    field.select();
    return;
  }
  const here = event.target.closest(".card"), menu = event.target.closest(".bar details[open]");
  if (here) inCard(event, here);
  else if (tiles.contains(event.target)) inTiles(event);
  else if (menu && event.key === "Escape") {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
