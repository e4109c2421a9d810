// A tablet in the waiting room works without a network: the page to choose from is kept from the
// first visit on, each sheet that was opened, and all sheets in the language that is remembered.
// The network goes first, so that nobody reads an old sheet while there is one.
"use strict";

const FOLDER = new URL("./", location).href; // another folder of this server has its own
const SHELLS = `polyleaf shell ${FOLDER} `, SHELL = SHELLS + KNOWN.build;
const SHEETS = `polyleaf sheets ${FOLDER}`;
const RENEWED = new URL(`renewed-${KNOWN.build}`, FOLDER).href; // kept when the sheets are compared
const PATIENCE = 4000; // ms until what is kept is shown if the network does not answer
const GONE = [404, 410];

// A file is kept under its bare address; the address of a folder means its index.html.
function bare(address) {
  const url = new URL(address);
  return url.origin + url.pathname.replace(/\/$/, "/index.html");
}

// A browser refuses to show a kept answer that came from another address.
async function plain(response) {
  if (!response.redirected) return response;
  const { status, headers } = response;
  return new Response(await response.blob(), { status, headers });
}

async function keep(name, address, options = {}) {
  const response = await fetch(address, { cache: "no-cache", ...options });
  if (response.status === 200) await (await caches.open(name)).put(bare(address), await plain(response));
  return response;
}

self.addEventListener("install", (event) => event.waitUntil((async () => {
  const kept = KNOWN.shell.map((file) => keep(SHELL, new URL(file, FOLDER).href, { cache: "reload" }));
  const wrong = (await Promise.all(kept)).find((response) => !response.ok);
  if (wrong) throw new Error(`${wrong.url}: ${wrong.status}`);
  await self.skipWaiting();
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(SHELLS) && name !== SHELL).map((name) => caches.delete(name)));
  await self.clients.claim();
})()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(FOLDER)) event.respondWith(answer(event));
});

async function answer(event) {
  const { request } = event, address = bare(request.url);
  const kept = await found(address);
  const asked = fetch(request).then((response) => {
    event.waitUntil(learn(address, response.clone()));
    return response;
  });
  if (!kept) return asked.catch(() => missing(request));
  const late = new Promise((done) => setTimeout(done, PATIENCE, kept));
  event.waitUntil(asked.catch(() => {}));
  return Promise.race([asked.catch(() => kept), late]);
}

async function found(address) {
  for (const name of [SHELL, SHEETS]) {
    const kept = await (await caches.open(name)).match(address);
    if (kept) return kept;
  }
}

async function learn(address, response) {
  const sheets = await caches.open(SHEETS);
  if (GONE.includes(response.status)) await sheets.delete(address);
  if (response.status === 200 && !(await (await caches.open(SHELL)).match(address))) {
    await sheets.put(address, await plain(response));
  }
}

function spoken(tag) {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return null;
  }
}

// The language of the sheet that was asked for, else of the browser, else of the clinic.
function reader(url) {
  const known = Object.keys(KNOWN.missing);
  const folder = url.href.slice(FOLDER.length).split("/")[0];
  const asked = [folder, ...self.navigator.languages].map(spoken).filter(Boolean);
  return asked.map((each) => known.find((tag) => spoken(tag) === each)).find(Boolean) ?? known[0];
}

function missing(request) {
  if (request.mode !== "navigate") return Response.error();
  const url = new URL(request.url);
  if (`${url.origin}${url.pathname}` === `${FOLDER}find`) return Response.redirect(`${FOLDER}find/${url.search}`);
  const page = KNOWN.missing[reader(url)].replaceAll("{folder}", FOLDER);
  return new Response(page, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}

// Pages tell what was opened, and which language is remembered.
self.addEventListener("message", (event) => {
  const { opened, language } = event.data ?? {};
  event.waitUntil((async () => {
    if (typeof opened === "string" && opened.startsWith(FOLDER) && !(await found(bare(opened)))) await keep(SHEETS, bare(opened));
    if (typeof language === "string") await keepLanguage(language);
    await renew();
  })().catch(() => {})); // without a network, or without room
});

async function keepLanguage(language) {
  const { sheets } = await (await fetch(new URL("index.json", FOLDER), { cache: "no-cache" })).json();
  const those = sheets.filter((sheet) => sheet.language === language);
  const files = new Set(those.flatMap((sheet) => [sheet.page, sheet.picture, sheet.file]).filter(Boolean));
  for (const file of files) {
    const address = new URL(file.split("/").map(encodeURIComponent).join("/"), FOLDER).href;
    if (address.startsWith(FOLDER) && !(await found(bare(address)))) await keep(SHEETS, address);
  }
}

// Once for each build: what is kept is fetched again if it has changed, and let go if it is gone.
async function renew() {
  const shell = await caches.open(SHELL), sheets = await caches.open(SHEETS);
  if (await shell.match(RENEWED)) return;
  for (const { url } of await sheets.keys()) {
    if (GONE.includes((await keep(SHEETS, url)).status)) await sheets.delete(url);
  }
  await shell.put(RENEWED, new Response(""));
}
