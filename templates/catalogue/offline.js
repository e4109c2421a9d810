
// Without a network: the worker keeps this page, and the sheets in the language that is remembered.
// A page that was opened from a folder has no worker.
if (location.protocol.startsWith("http") && navigator.serviceWorker) {
  const workers = navigator.serviceWorker;
  let told;
  const remembered = () => {
    try {
      return localStorage.getItem("polyleaf.lang") || undefined;
    } catch {
      return undefined; // nothing may be remembered
    }
  };
  const tell = () => {
    told = remembered();
    return workers.ready.then((all) => all.active.postMessage({ opened: location.href, language: told }));
  };
  workers.addEventListener("controllerchange", tell); // a new worker compares what is kept
  // After the page has remembered what was chosen.
  for (const kind of ["change", "click", "keyup"]) {
    document.addEventListener(kind, () => setTimeout(() => remembered() === told || tell()));
  }
  workers.register("service-worker.js").then(tell).catch(() => {});
}
