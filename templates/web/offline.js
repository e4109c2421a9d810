"use strict";
// What was opened once from a web server can be read without a network: see service-worker.js.
// A page that was opened from a folder has no worker, and a copy of the page alone has none either.
if (location.protocol.startsWith("http") && navigator.serviceWorker) {
  navigator.serviceWorker.register("../service-worker.js")
    .then(() => navigator.serviceWorker.ready)
    .then((worker) => worker.active.postMessage({ opened: location.href }))
    .catch(() => {});
}
