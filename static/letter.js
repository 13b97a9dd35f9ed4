// Adds to pages that are whole without it, wherever they have its marks (docs/writing-page.md).
const WIPED = "wiped";
const DRAFT = `draft:${location.pathname.split("/")[2] ?? ""}`;
const form = document.getElementById("journey");
const one = (selector, within = document) => within.querySelector(selector);
const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
const make = (name, properties) => Object.assign(document.createElement(name), properties);
const button = (label, act, className = "second") =>
  make("button", { type: "button", className, textContent: label, onclick: act });
const become = (mark, act) => {
  const made = button(mark.dataset.label, act, mark.className || undefined);
  mark.replaceWith(made);
  return made;
};
const paragraphs = (text) => text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
const line = (text, isOwn) => {
  const made = make("p", { className: "lines", dir: "auto" });
  made.append(isOwn ? make("mark", { textContent: text }) : text);
  return made;
};
const say = (status, text) => {
  status.textContent = ""; // so that the same word is said again
  requestAnimationFrame(() => { status.textContent = text; });
};

// The letter as the office gets it by e-mail: with closing, name and address.
const message = (field) => `${field.value.trim()}\n\n${field.dataset.after}`;

// As letters/outputs/links.py: plain marks cost less, and a link that is too long for the system holds no letter.
const plain = (text) =>
  text.replace(/«\s*|\s*»|[“”„]/g, '"').replace(/[’‘]/g, "'").replace(/[–—]/g, "-").replace(/…/g, "...")
    .replace(/[\u00a0\u202f]/g, " ");
const encode = (text) => encodeURIComponent(plain(text).replace(/\r?\n/g, "\r\n"));
const link = (sheet) => {
  const anchor = one("[data-mail]", sheet);
  if (!anchor) return;
  const subject = one("[name^='subject-']", sheet).value.trim();
  const start = anchor.href.split("?")[0];
  const address = (title, end = "") => `${start}?subject=${encode(title)}${end}`;
  const longest = Number(anchor.dataset.mail);
  const whole = address(subject, `&body=${encode(message(one("[name^='text-']", sheet)))}`);
  const isWhole = whole.length <= longest;
  const kept = [...subject];
  anchor.href = isWhole ? whole : address(subject);
  while (anchor.href.length > longest && kept.pop()) anchor.href = address(`${kept.join("")}...`);
  one("[data-whole]", sheet).hidden = !isWhole;
  one("[data-paste]", sheet).hidden = isWhole;
};

const given = new Map();
const show = (field) => {
  const shown = one(`[data-shows="${CSS.escape(field.id)}"]`);
  if (field.tagName !== "TEXTAREA") {
    shown.textContent = field.value;
  } else {
    if (!given.has(field)) given.set(field, new Set([...shown.children].filter((p) => !one("mark", p)).map((p) => p.textContent)));
    shown.replaceChildren(...paragraphs(field.value).map((text) => line(text, !given.get(field).has(text))));
  }
  link(field.closest("[data-sheet]"));
};
each("[data-sheet] :is(textarea, input:not([type]))", (field) => {
  field.addEventListener("input", () => show(field));
  // Back may have restored edits that the page as sent does not show.
  if (field.value !== field.defaultValue) show(field);
});

const copy = async (text, near) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard without https: select and use the old command.
    const pressed = document.activeElement;
    const field = make("textarea", { value: text, className: "hidden" });
    near.append(field);
    field.focus({ preventScroll: true });
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    pressed.focus({ preventScroll: true });
    return copied;
  }
};
const copies = (mark, read) => {
  const part = mark.closest("[data-copies]");
  become(mark, async () => {
    if (await copy(read(), part)) say(one("[role=status]", part), mark.dataset.done);
  });
};
each("[data-copy]", (mark) => {
  const field = document.getElementById(mark.dataset.copy);
  copies(mark, () => (field.dataset.after ? message(field) : field.value));
});
each("[data-copy-text]", (mark) => copies(mark, () => mark.dataset.copyText));
each("[data-share]", (mark) => {
  if (!navigator.share) return;
  const { share, title } = mark.dataset;
  const field = document.getElementById(share);
  // A visitor who closes the system's sheet has not failed.
  become(mark, () => navigator.share({ title, text: field.dataset.after ? message(field) : field.value }).catch(() => {}));
});

// What opens a message without the letter copies it with the same press.
each("[data-copies-of]", (anchor) => {
  const field = document.getElementById(anchor.dataset.copiesOf);
  const sheet = anchor.closest("[data-sheet]");
  const status = one(".ways [role=status]", sheet);
  if (anchor.dataset.label) anchor.firstChild.data = anchor.dataset.label;
  anchor.addEventListener("click", async () => {
    if (anchor.dataset.mail && one("[data-paste]", sheet).hidden) return;
    if (await copy(anchor.dataset.bare === undefined ? message(field) : field.value, sheet)) {
      say(status, status.dataset.done);
    } else {
      one(".edit", sheet).open = true;
      field.focus();
      field.select();
      say(status, status.dataset.failed);
    }
  });
});
each("[data-paste]", (hint) => { one("span", hint).textContent = hint.dataset.paste; });

each("[data-print]", (mark) => {
  const sheet = mark.dataset.print && mark.closest("[data-sheet]");
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

const place = one("[data-draft]");
const fields = () => [...document.querySelectorAll("form :is(textarea, input:not([type]), input[type=text])")];
const empty = () => fields().forEach((field) => { field.value = ""; });
const flat = (text) => text.replace(/\s+/g, " ").trim();
const base = (name) => form.elements[name.replace(/^(text|subject)/, (kind) => (kind === "text" ? "base" : "base_subject"))];
const isShared = () => Boolean(form?.elements.shared?.checked);

let offered = null;
let isShown = false; // until then a draft may be there that has yet to be offered: typing must not replace it
const save = () => {
  if (isShared()) return remove(DRAFT);
  const draft = read(DRAFT) ?? {};
  fields().forEach(({ name, value, defaultValue }) => {
    const waits = !isShown || offered?.[name];
    if (place.dataset.edits !== undefined) {
      if (value !== defaultValue) Object.assign(draft, { [name]: value, [base(name).name]: base(name).value });
    } else if (value.trim()) draft[name] = value;
    else if (!waits) delete draft[name];
  });
  if (Object.keys(draft).length) write(DRAFT, draft);
  else remove(DRAFT);
};
const changed = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
const close = (focused = fields()[0]) => {
  offered = null;
  place.replaceChildren();
  changed(form);
  focused?.focus();
};
// What was typed after the offer stays.
const restore = () => {
  const back = fields().filter((field) => field.value === field.defaultValue && offered[field.name]);
  back.forEach((field) => { field.value = offered[field.name]; });
  close(back[0]);
  back.forEach(changed);
};
const offer = () => {
  if (offered || isShared()) return;
  const draft = read(DRAFT);
  const differing = fields().filter(({ name, value }) => draft?.[name] && flat(draft[name]) !== flat(value));
  // The very letter that was edited gets its edits back at once.
  const mine = differing.filter((field) => field.value === field.defaultValue && draft[base(field.name)?.name] === base(field.name)?.value);
  if (place.dataset.edits !== undefined && mine.length) {
    mine.forEach((field) => { field.value = draft[field.name]; changed(field); });
  }
  if (!differing.some((field) => !mine.includes(field) || place.dataset.edits === undefined)) return;
  offered = draft;
  const discard = button(place.dataset.discard, () => { remove(DRAFT); close(); });
  place.append(make("p", { textContent: place.dataset.offer }), button(place.dataset.restore, restore), " ", discard);
};
if (place) form.addEventListener("input", save);
each("[name=shared]", (box) => box.addEventListener("change", () => place && save()));
each("[data-clear]", (mark) => become(mark, () => {
  empty();
  remove(DRAFT);
  close();
}));

// A letter that was sent needs no draft, and gives way to the next.
each("[data-sent]", (mark) => become(mark, () => {
  const draft = read(DRAFT) ?? {};
  const sheets = [...document.querySelectorAll("[data-sheet]")];
  const sheet = document.getElementById(`to-${mark.dataset.sent}`);
  ["text-", "subject-", "base-", "base_subject-"].forEach((start) => delete draft[start + mark.dataset.sent]);
  one("[data-sent-note]", sheet).hidden = false;
  const next = sheets.find((other) => one("[data-sent-note]", other).hidden);
  if (next) {
    write(DRAFT, draft);
    next.open = true;
    one("summary", next).focus();
  } else {
    remove(DRAFT);
    document.getElementById("next").scrollIntoView();
  }
}));

// An edit that is in no page the server has made, and in no draft, is asked for before the page is left.
let mayLeave = false;
document.addEventListener("submit", () => { mayLeave = true; setTimeout(() => { mayLeave = false; }, 3000); });
window.addEventListener("beforeunload", (event) => {
  const isLoud = place?.dataset.edits !== undefined && !mayLeave && !document.activeElement?.matches("[href^=mailto]");
  if (isLoud && fields().some((field) => field.value !== field.defaultValue)) event.preventDefault();
});

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
  const { coreWords, enough, fields: names, pageWords } = meter.dataset;
  const sentences = [...meter.querySelectorAll("[data-from]")];
  let pause;

  const update = () => {
    const own = names.split(" ").reduce((sum, name) => sum + (form.elements[name]?.value.match(word) ?? []).length, 0);
    const said = sentences.findLast((sentence) => Number(sentence.dataset.from) <= own);
    sentences.forEach((sentence) => { sentence.hidden = sentence !== said; });
    const number = one("span", said);
    if (number) number.textContent = own;
    one("path", meter).setAttribute("d", `M0 0h${Math.min(own, Number(enough))}v1H0z`);
    one("[data-meter-long]", meter).hidden = own + Number(coreWords) <= Number(pageWords);
    each("[data-count]", (count) => { count.textContent = own; });
    return said.textContent;
  };
  form.addEventListener("input", () => {
    const said = update();
    clearTimeout(pause);
    pause = setTimeout(() => { one("[data-meter-said]", meter).textContent = said; }, 2000);
  });
  window.addEventListener("pageshow", update);
});

// The letter beside the form grows while its writer types; nothing leaves the browser.
each("#preview", (preview) => {
  const place = one("[data-postcode]", preview);
  const code = new RegExp(`(?:${place.dataset.postcode})$`);
  const bare = (text) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
  const grow = () => {
    const own = [...preview.querySelectorAll("div[data-shows]")];
    own.forEach((part) => part.replaceChildren(...paragraphs(form.elements[part.dataset.shows].value).map((text) => line(text, true))));
    if (own.length && !own.some((part) => part.children.length)) {
      own[0].append(make("p", { className: "blank", textContent: own[0].dataset.blank }));
    }
    preview.querySelectorAll("[data-blank]:not(div)").forEach((part) => {
      const text = form.elements[part.dataset.shows].value.trim();
      part.textContent = text || part.dataset.blank;
      part.classList.toggle("blank", !text);
    });
    const lines = form.elements.address.value.split("\n").map(bare).filter(Boolean);
    place.hidden = code.test(lines.at(-1) ?? "") || lines.some((text) => text.includes(bare(place.textContent)));
  };
  form.addEventListener("input", grow);
  window.addEventListener("pageshow", grow);
  form.addEventListener("change", ({ target }) => {
    each(`[data-choice="${target.name}"]`, (choice) => {
      if (target.type === "radio") choice.textContent = target.labels[0].textContent;
    });
    if (target.matches("[type=radio], [name=to], [name=asks]")) {
      each("[data-stale]", (mark) => { mark.textContent = mark.dataset.stale; });
    }
  });

  const opener = one("[data-popover]");
  const shut = one("[data-shut]", preview);
  const narrow = matchMedia("(max-width: 55.99rem)");
  const fit = () => {
    one("details", preview).open = true;
    if (narrow.matches && preview.showPopover) preview.popover = "auto";
    else preview.removeAttribute("popover");
  };
  fit();
  narrow.addEventListener("change", fit);
  opener.addEventListener("click", (event) => {
    if (!preview.popover) return;
    event.preventDefault();
    preview.showPopover();
    one("button", shut).focus();
  });
  shut.append(button(shut.dataset.label, () => preview.hidePopover(), "second"));
  preview.addEventListener("toggle", (event) => { if (event.newState === "closed") opener.focus(); });
});

// Beginnings: a press puts one into the box, where the writer goes on. Tab reaches the row once, arrows go along it.
each("[data-chips]", (row) => {
  const field = document.getElementById(row.dataset.chips);
  const chips = [...row.children].map((mark) => {
    const made = button(mark.textContent, () => {
      const text = mark.textContent.replace(/\s*…$/, " ");
      const before = field.value.trimEnd();
      field.value = before ? `${before} ${text}` : text;
      changed(field);
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    }, "");
    mark.replaceWith(made);
    return made;
  });
  const reach = (chip) => chips.forEach((other) => { other.tabIndex = other === chip ? 0 : -1; });
  reach(chips[0]);
  row.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = chips.at((chips.indexOf(document.activeElement) + step) % chips.length);
    reach(next);
    next.focus();
  });
});

// By then the browser has given back what Back gives back. Pages before a wipe hold what was typed, too: where Back
// leads to one of them, it is left at once.
window.addEventListener("pageshow", (event) => {
  const isOld = event.persisted || performance.getEntriesByType("navigation")[0]?.type !== "navigate";
  const wiped = read(WIPED);
  if (wiped && isOld && (wiped.index === null || index() < wiped.index)) leave(wiped.address);
  // Pages that Forward would lead to are dropped by a new entry.
  else if (wiped && location.href === wiped.address && window.navigation?.canGoForward) history.pushState(null, "", location.href);
  else if (wiped?.index === null && location.href !== wiped.address) remove(WIPED);
  if (place) offer();
  isShown = true;
});

// The day where the writer is: in the evening in Vancouver it is tomorrow for a server.
each("[data-day]", (field) => {
  const now = new Date();
  field.value = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
});
