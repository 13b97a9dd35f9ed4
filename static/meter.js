"use strict";
// Keeps the own-words meter, which the page shows without scripts too, in step with what is typed (docs/writing-page.md).
(() => {
  const form = document.getElementById("journey");
  const meter = document.querySelector("[data-meter]");
  if (!form || !meter) return;
  const { coreWords, label, fields, pageWords } = meter.dataset;

  // Words as letters/ownwords.py counts them: in scripts without spaces each character is one.
  const unspaced = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}";
  const inside = `[^\\s–—―/${unspaced}]*`;
  const word = new RegExp(`[${unspaced}]|${inside}[\\p{L}\\p{N}]${inside}`, "gu");
  const count = (text) => (text.match(word) ?? []).length;

  const update = () => {
    meter.hidden = false;
    const own = fields.split(" ").reduce((sum, name) => sum + count(form.elements[name]?.value ?? ""), 0);
    const all = own + Number(coreWords);
    const share = all ? own / all : 0;
    const percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(share);
    meter.querySelector("[data-meter-text]").textContent =
      label.replace("{share}", percent).replace("{own}", own).replace("{all}", all);
    meter.querySelector("meter").value = share;
    const long = meter.querySelector("[data-meter-long]");
    if (long) long.hidden = all <= Number(pageWords);
  };

  form.addEventListener("input", update);
  // By then the browser has given back what Back gives back.
  window.addEventListener("pageshow", update);
})();
