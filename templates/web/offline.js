"use strict";
// What was opened once from a web server can be read without a network: see service-worker.js.
// A page that was opened from a folder has no worker, and a copy of the page alone has none either.
if (location.protocol.startsWith("http") && navigator.serviceWorker) {
  const workers = navigator.serviceWorker;
  const tell = () => workers.ready.then((all) => all.active.postMessage({ opened: location.href }));
  workers.addEventListener("controllerchange", tell); // a new worker compares what is kept
  workers.register("../service-worker.js").then(tell).catch(() => {});
}
