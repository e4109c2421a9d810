
// Without a network: the worker keeps this page, and the sheets in the language that is remembered.
// A page that was opened from a folder has no worker.
if (location.protocol.startsWith("http") && navigator.serviceWorker) {
  navigator.serviceWorker.register("service-worker.js").then(() => navigator.serviceWorker.ready).then((worker) => {
    let told = null;
    const tell = () => {
      let language = null;
      try { language = localStorage.getItem("polyleaf.lang"); } catch { /* nothing is remembered */ }
      if (told !== null && language === told) return;
      told = language ?? "";
      worker.active.postMessage({ opened: location.href, language: language || undefined });
    };
    tell();
    // After the page has remembered what was chosen.
    for (const kind of ["change", "click", "keyup"]) document.addEventListener(kind, () => setTimeout(tell));
  }).catch(() => {});
}
