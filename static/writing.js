"use strict";
// Keeps what is typed in this tab until the letter is made, and wipes it at one press (docs/writing-page.md).
(() => {
  const WIPED = "wiped";
  const key = `draft:${location.pathname.split("/")[2] ?? ""}`;
  const form = document.getElementById("journey");
  const place = document.querySelector("[data-draft]");
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
  const fields = () => [...document.querySelectorAll("form :is(textarea, input:not([type]), input[type=text])")];
  const differ = (one, other) => one.replace(/\s+/g, " ").trim() !== other.replace(/\s+/g, " ").trim();

  // A browser may refuse storage: then there is no draft, and everything else works.
  const read = (name) => {
    try { return JSON.parse(sessionStorage.getItem(name)); } catch { return null; }
  };
  const write = (name, value) => {
    try {
      if (value) sessionStorage.setItem(name, JSON.stringify(value));
      else sessionStorage.removeItem(name);
    } catch { /* as above */ }
  };

  let offered = null;
  let isShown = false; // until then a draft may be there that has yet to be offered: typing must not replace it
  const save = () => {
    const typed = fields().filter((field) => field.value.trim()).map((field) => [field.name, field.value]);
    const draft = { ...(isShown ? offered : read(key)), ...Object.fromEntries(typed) };
    write(key, Object.keys(draft).length ? draft : null);
  };

  const close = (focused = fields()[0]) => {
    offered = null;
    place?.replaceChildren();
    form?.dispatchEvent(new Event("input"));
    focused?.focus();
  };

  // What was typed after the offer stays.
  const restore = () => {
    const back = fields().filter((field) => field.value === field.defaultValue && offered[field.name]);
    back.forEach((field) => { field.value = offered[field.name]; });
    close(back[0]);
  };

  const button = (label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "second";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  };

  const offer = () => {
    const draft = read(key);
    if (!place || offered || !fields().some(({ name, value }) => draft?.[name] && differ(draft[name], value))) return;
    offered = draft;
    const question = document.createElement("p");
    question.textContent = place.dataset.offer;
    const discard = button(place.dataset.discard, () => close());
    place.append(question, button(place.dataset.restore, restore), " ", discard);
  };

  const empty = () => fields().forEach((field) => { field.value = ""; });
  const leave = (address) => {
    empty();
    document.body.hidden = true;
    location.replace(address);
  };

  // Pages before this one in the tab hold what was typed, too: where Back leads to one of them, it is left at once.
  const index = () => window.navigation?.currentEntry?.index ?? null;
  const leaveIfWiped = (isOld) => {
    const wiped = read(WIPED);
    if (!wiped) return;
    if (isOld && (wiped.index === null || index() < wiped.index)) leave(wiped.address);
    else if (wiped.index === null && location.href !== wiped.address) write(WIPED, null);
  };

  if (place) form.addEventListener("input", save);
  each("[data-clear]", (mark) => mark.replaceWith(button(mark.dataset.label, () => {
    empty();
    close();
    write(key, null);
  })));
  each("[data-wipe]", (link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    const address = link.href;
    try { sessionStorage.clear(); } catch { /* nothing was kept */ }
    write(WIPED, { address, index: index() });
    leave(address);
  }));
  each("[data-draft-clear]", () => write(key, null));
  // By then the browser has given back what Back gives back.
  window.addEventListener("pageshow", (event) => {
    leaveIfWiped(event.persisted || performance.getEntriesByType("navigation")[0]?.type !== "navigate");
    offer();
    isShown = true;
  });
})();

// Keeps the own-words meter, which the page shows without scripts too, in step with what is typed.
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
