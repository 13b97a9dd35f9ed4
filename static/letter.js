// Adds to pages that are whole without it, wherever they have its marks (docs/writing-page.md).
const LONGEST_LINK = 1800;
const WIPED = "wiped";
const DRAFT = `draft:${location.pathname.split("/")[2] ?? ""}`;
const form = document.getElementById("journey");
const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
const make = (name, properties) => Object.assign(document.createElement(name), properties);
const button = (label, act, className = "second") =>
  make("button", { type: "button", className, textContent: label, onclick: act });
const become = (mark, act) => mark.replaceWith(button(mark.dataset.label, act, mark.className || undefined));

// The letter as the office gets it by e-mail: with closing, name and address.
const message = (field) => `${field.value.trim()}\n\n${field.dataset.after}`;

// Spaces as %20, line ends as %0D%0A. Beyond 1,800 characters some systems open nothing: then the draft says to paste
// the letter, and a subject that alone is too long ends early, as on the page that was sent.
const encode = (text) => encodeURIComponent(text.replace(/\r?\n/g, "\r\n"));
const link = (sheet) => {
  const long = sheet.querySelector("[data-long]");
  if (!long) return; // no e-mail address, no link
  const subject = sheet.querySelector("[name^='subject-']").value.trim();
  const text = message(sheet.querySelector("[name^='text-']"));
  long.hidden = true;
  sheet.querySelectorAll("[data-link]").forEach((anchor) => {
    // The service and the recipient stay as sent.
    const [start] = anchor.href.match(/^.+?[?&]su(bject)?=/);
    const draft = (title, body) => `${start}${encode(title)}&body=${encode(body)}`;
    const kept = [...subject];
    anchor.href = draft(subject, text);
    if (anchor.href.length <= LONGEST_LINK) return;
    long.hidden = false;
    anchor.href = draft(subject, long.dataset.long);
    while (anchor.href.length > LONGEST_LINK && kept.pop()) {
      anchor.href = draft(`${kept.join("")}…`, long.dataset.long);
    }
  });
};

const show = (field) => {
  const shown = document.querySelector(`[data-shows="${CSS.escape(field.id)}"]`);
  if (field.tagName === "TEXTAREA") {
    const texts = field.value.split(/\n\s*\n/).map((text) => text.trim()).filter(Boolean);
    shown.replaceChildren(...texts.map((text) => make("p", { className: "lines", dir: "auto", textContent: text })));
  } else {
    shown.textContent = field.value;
  }
  link(field.closest("[data-sheet]"));
};
each("[data-sheet] :is(textarea, input:not([type]))", (field) => {
  field.addEventListener("input", () => show(field));
  // Back may have restored edits that the page as sent does not show.
  if (field.value !== field.defaultValue) show(field);
});

const copies = (mark, read) => {
  const part = mark.closest("[data-copies]");
  const status = part.querySelector("[role=status]");
  become(mark, async () => {
    const text = read();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // No clipboard without https: select and use the old command.
      const pressed = document.activeElement;
      const field = make("textarea", { value: text, className: "hidden" });
      part.append(field);
      field.focus({ preventScroll: true });
      field.select();
      const copied = document.execCommand("copy");
      field.remove();
      pressed.focus({ preventScroll: true });
      if (!copied) return;
    }
    status.textContent = ""; // so that the same word is said again
    requestAnimationFrame(() => { status.textContent = mark.dataset.done; });
  });
};
each("[data-copy]", (mark) => {
  const field = document.getElementById(mark.dataset.copy);
  const isWhole = field.dataset.after && mark.dataset.bare === undefined;
  copies(mark, () => (isWhole ? message(field) : field.value));
});
each("[data-copy-text]", (mark) => copies(mark, () => mark.dataset.copyText));
each("[data-share]", (mark) => {
  if (!navigator.share) return;
  const { share, title } = mark.dataset;
  // A visitor who closes the system's sheet has not failed.
  become(mark, () => navigator.share({ title, text: document.getElementById(share).value }).catch(() => {}));
});

each("[data-print]", (mark) => {
  const sheet = mark.closest("[data-sheet]");
  become(mark, () => {
    document.body.classList.toggle("print-one", Boolean(sheet));
    each("[data-sheet]", (other) => other.classList.toggle("printed", other === sheet));
    window.print();
  });
});
// The browser's own print command prints every letter again.
window.addEventListener("afterprint", () => document.body.classList.remove("print-one"));

// A browser may refuse storage: then there is no draft, and everything else works.
const stored = (act) => {
  try { return act(sessionStorage); } catch { return null; }
};
const read = (name) => stored((tab) => JSON.parse(tab.getItem(name)));
const write = (name, value) => stored((tab) => tab.setItem(name, JSON.stringify(value)));
const remove = (name) => stored((tab) => tab.removeItem(name));

const place = document.querySelector("[data-draft]");
const fields = () => [...document.querySelectorAll("form :is(textarea, input:not([type]), input[type=text])")];
const empty = () => fields().forEach((field) => { field.value = ""; });
const plain = (text) => text.replace(/\s+/g, " ").trim();

let offered = null;
let isShown = false; // until then a draft may be there that has yet to be offered: typing must not replace it
const save = () => {
  const draft = { ...(isShown ? offered : read(DRAFT)) };
  fields().forEach(({ name, value }) => { if (value.trim()) draft[name] = value; });
  if (Object.keys(draft).length) write(DRAFT, draft);
  else remove(DRAFT);
};
const close = (focused = fields()[0]) => {
  offered = null;
  place.replaceChildren();
  form.dispatchEvent(new Event("input"));
  focused?.focus();
};
// What was typed after the offer stays.
const restore = () => {
  const back = fields().filter((field) => field.value === field.defaultValue && offered[field.name]);
  back.forEach((field) => { field.value = offered[field.name]; });
  close(back[0]);
};
const offer = () => {
  const draft = read(DRAFT);
  if (offered || !fields().some(({ name, value }) => draft?.[name] && plain(draft[name]) !== plain(value))) return;
  offered = draft;
  const discard = button(place.dataset.discard, () => close());
  place.append(make("p", { textContent: place.dataset.offer }), button(place.dataset.restore, restore), " ", discard);
};
if (place) form.addEventListener("input", save);
each("[data-clear]", (mark) => become(mark, () => {
  empty();
  close();
  remove(DRAFT);
}));
each("[data-draft-clear]", () => remove(DRAFT));

const leave = (address) => {
  empty();
  document.body.hidden = true;
  location.replace(address);
};
const index = () => window.navigation?.currentEntry?.index ?? null;
each("[data-wipe]", (anchor) => anchor.addEventListener("click", (event) => {
  event.preventDefault();
  stored((tab) => tab.clear());
  write(WIPED, { address: anchor.href, index: index() });
  leave(anchor.href);
}));

each("[data-meter]", (meter) => {
  // Words as letters/ownwords.py counts them: in scripts without spaces each character is one.
  const unspaced = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}";
  const inside = `[^\\s–—―/${unspaced}]*`;
  const word = new RegExp(`[${unspaced}]|${inside}[\\p{L}\\p{N}]${inside}`, "gu");
  const count = (name) => (form.elements[name]?.value.match(word) ?? []).length;
  const { coreWords, label, fields: names, pageWords } = meter.dataset;
  const long = meter.querySelector("[data-meter-long]");
  const percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });

  const update = () => {
    meter.hidden = false;
    const own = names.split(" ").reduce((sum, name) => sum + count(name), 0);
    const all = own + Number(coreWords);
    const share = all ? own / all : 0;
    meter.querySelector("[data-meter-text]").textContent =
      label.replace("{share}", percent.format(share)).replace("{own}", own).replace("{all}", all);
    meter.querySelector("meter").value = share;
    if (long) long.hidden = all <= Number(pageWords);
  };
  form.addEventListener("input", update);
  window.addEventListener("pageshow", update);
});

// By then the browser has given back what Back gives back. Pages before a wipe hold what was typed, too: where Back
// leads to one of them, it is left at once.
window.addEventListener("pageshow", (event) => {
  const isOld = event.persisted || performance.getEntriesByType("navigation")[0]?.type !== "navigate";
  const wiped = read(WIPED);
  if (wiped && isOld && (wiped.index === null || index() < wiped.index)) leave(wiped.address);
  else if (wiped?.index === null && location.href !== wiped.address) remove(WIPED);
  if (place) offer();
  isShown = true;
});
