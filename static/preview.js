// Only under `flask campaigns preview`: loads the page anew when the copy has started with changed files.
const script = document.querySelector("[data-version]");
setInterval(async () => {
  try {
    const answer = await fetch("/preview-version", { cache: "no-store" });
    if ((await answer.text()) !== script.dataset.version) location.reload();
  } catch {
    // It is starting: ask again.
  }
}, 1000);
