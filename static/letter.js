// Adds to pages that are whole without it, wherever they have its marks (docs/writing-page.md).
const WIPED = "wiped";
const DRAFT = `draft:${location.pathname.split("/")[2] ?? ""}`;
const byId = (id) => document.getElementById(id);
const form = byId("journey");
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const each = (selector, act) => all(selector).forEach(act);
const on = (target, type, act) => target.addEventListener(type, act);
const make = (name, properties) => Object.assign(document.createElement(name), properties);
const button = (textContent, onclick, className = "second") =>
  make("button", { type: "button", className, textContent, onclick });
const become = (mark, act) => mark.replaceWith(button(mark.dataset.label, act, mark.className || undefined));
const changed = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
const paragraphs = (text) => text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
const line = (text, isOwn) => {
  const made = make("p", { className: "lines", dir: "auto" });
  made.append(isOwn ? make("mark", { textContent: text }) : text);
  return made;
};
const put = (part, text) => { part.textContent = text; };
const say = (status, text) => {
  put(status, ""); // so that the same word is said again
  requestAnimationFrame(() => put(status, text));
};

// A letter as it is sent by e-mail: with closing, name and address; of other fields what they hold.
const message = ({ value, dataset }) => (dataset.after ? `${value.trim()}\n\n${dataset.after}` : value);

// As letters/outputs/links.py has it.
const PLAIN = { "’": "'", "‘": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " ", "\u202f": " " };
const encode = (text) => encodeURIComponent(
  text.replace(/«\s*|\s*»|[“”„]/g, '"').replace(/[’‘–—…\u00a0\u202f]/g, (mark) => PLAIN[mark]).replace(/\r?\n/g, "\r\n"),
);
const link = (sheet) => {
  const anchor = one("[data-mail]", sheet);
  if (!anchor) return;
  const kept = [...one("[name^='subject-']", sheet).value.trim()];
  const start = anchor.href.split("?")[0];
  const address = (end = "", body = "") => `${start}?subject=${encode(kept.join(""))}${end}${body}`;
  const longest = Number(anchor.dataset.mail);
  const whole = address("", `&body=${encode(message(one("[name^='text-']", sheet)))}`);
  const isWhole = whole.length <= longest;
  anchor.href = isWhole ? whole : address();
  while (anchor.href.length > longest && kept.pop()) anchor.href = address("...");
  one("[data-whole]", sheet).hidden = !isWhole;
  one("[data-paste]", sheet).hidden = isWhole;
};

each("[data-sheet] :is(textarea, input:not([type]))", (field) => {
  const shown = one(`[data-shows="${CSS.escape(field.id)}"]`);
  const given = all(":scope > p:not(:has(mark))", shown).map((p) => p.textContent);
  const show = () => {
    const parts = paragraphs(field.value).map((text) => line(text, !given.includes(text)));
    if (field.tagName === "TEXTAREA") shown.replaceChildren(...parts);
    else put(shown, field.value);
    link(field.closest("[data-sheet]"));
  };
  on(field, "input", show);
  // Back may have restored edits that the page as sent does not show.
  if (field.value !== field.defaultValue) show();
});

const copy = async (text, near) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https: the old command.
    const pressed = document.activeElement;
    const field = make("textarea", { value: text, className: "hidden" });
    near.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    pressed.focus({ preventScroll: true });
    return copied;
  }
};
each("[data-copy], [data-copy-text]", (mark) => {
  const { copy: id, copyText, done } = mark.dataset;
  const part = mark.closest("[data-copies]");
  become(mark, async () => {
    if (await copy(copyText ?? message(byId(id)), part)) say(one("[role=status]", part), done);
  });
});
each("[data-share]", (mark) => {
  const { share, title } = mark.dataset;
  // A visitor who closes the system's sheet has not failed.
  if (navigator.share) become(mark, () => navigator.share({ title, text: message(byId(share)) }).catch(() => {}));
});

// What opens an empty message copies the letter with the same press.
each("[data-copies-of]", (anchor) => {
  const { bare, copiesOf, label, mail } = anchor.dataset;
  const field = byId(copiesOf);
  const sheet = anchor.closest("[data-sheet]");
  const status = one(".ways [role=status]", sheet);
  if (label) anchor.firstChild.data = label;
  on(anchor, "click", async () => {
    if (mail && one("[data-paste]", sheet).hidden) return;
    const copied = await copy(bare === undefined ? message(field) : field.value, sheet);
    if (!copied) {
      one(".edit", sheet).open = true;
      field.select();
    }
    say(status, copied ? status.dataset.done : status.dataset.failed);
  });
});
each("[data-paste]", (hint) => put(one("span", hint), hint.dataset.paste));

each("[data-print]", (mark) => {
  const sheet = mark.dataset.print && mark.closest("[data-sheet]");
  become(mark, () => {
    document.body.classList.toggle("print-one", Boolean(sheet));
    each("[data-sheet]", (other) => other.classList.toggle("printed", other === sheet));
    window.print();
  });
});
// The browser's own print command prints every letter again.
on(window, "afterprint", () => document.body.classList.remove("print-one"));

// A browser may refuse storage: then there is no draft.
const stored = (act) => {
  try { return act(sessionStorage); } catch { return null; }
};
const read = (name) => stored((tab) => JSON.parse(tab.getItem(name)));
const remove = (name) => stored((tab) => tab.removeItem(name));
const write = (name, value) =>
  (Object.keys(value).length ? stored((tab) => tab.setItem(name, JSON.stringify(value))) : remove(name));

const place = one("[data-draft]");
const isLetters = place?.dataset.edits !== undefined;
const fields = () => all("form :is(textarea, input:not([type]), input[type=text])");
const empty = () => fields().forEach((field) => { field.value = ""; });
const isEdited = (field) => field.value !== field.defaultValue;
const flat = (text) => text.replace(/\s+/g, " ").trim();
const isShared = () => Boolean(form?.elements.shared?.checked);
// What a letter's field held before any edit.
const base = ({ name }) => form.elements[name.replace("text-", "base-").replace("subject-", "base_subject-")];

let offered = null;
let isShown = false; // until then a draft has yet to be offered: typing must not replace it
const save = () => {
  if (isShared()) return remove(DRAFT);
  const draft = read(DRAFT) ?? {};
  fields().forEach((field) => {
    const { name, value } = field;
    if (isLetters) {
      if (isEdited(field)) Object.assign(draft, { [name]: value, [base(field).name]: base(field).value });
    } else if (value.trim()) draft[name] = value;
    else if (isShown && !offered?.[name]) delete draft[name];
  });
  write(DRAFT, draft);
};
const close = (focused = fields()[0]) => {
  offered = null;
  place.replaceChildren();
  changed(form);
  focused?.focus();
};
const bring = (back, draft) => back.forEach((field) => {
  field.value = draft[field.name];
  changed(field);
});
// What was typed after the offer stays.
const restore = () => {
  const [back, draft] = [fields().filter((field) => !isEdited(field) && offered[field.name]), offered];
  close(back[0]);
  bring(back, draft);
};
const offer = () => {
  if (offered || isShared()) return;
  const draft = read(DRAFT) ?? {};
  let waiting = fields().filter(({ name, value }) => draft[name] && flat(draft[name]) !== flat(value));
  if (isLetters) {
    // The very letter that was edited gets its edits back at once.
    const isSame = (field) => !isEdited(field) && draft[base(field).name] === base(field).value;
    bring(waiting.filter(isSame), draft);
    waiting = waiting.filter((field) => !isEdited(field));
  }
  if (!waiting.length) return;
  offered = draft;
  const { discard, offer: question, restore: yes } = place.dataset;
  const forget = () => {
    remove(DRAFT);
    close();
  };
  place.append(make("p", { textContent: question }), button(yes, restore), " ", button(discard, forget));
};
if (place) on(form, "input", save);
each("[name=shared]", (box) => on(box, "change", () => place && save()));
each("[data-clear]", (mark) => become(mark, () => {
  empty();
  remove(DRAFT);
  close();
}));

// A letter that was sent needs no draft, and gives way to the next.
each("[data-sent]", (mark) => become(mark, () => {
  const [draft, id] = [read(DRAFT) ?? {}, mark.dataset.sent];
  ["text-", "subject-", "base-", "base_subject-"].forEach((start) => delete draft[start + id]);
  one(`[data-sent-note="${CSS.escape(id)}"]`).hidden = false;
  const next = all("[data-sheet]").find((sheet) => one("[data-sent-note]", sheet).hidden);
  write(DRAFT, next ? draft : {});
  if (next) next.open = true;
  (next ? one("summary", next) : byId("next")).focus();
}));

// Edits that no button has sent are asked for before the page is left.
let isSent = false;
on(document, "submit", () => {
  isSent = true;
  setTimeout(() => { isSent = false; }, 3000);
});
on(window, "beforeunload", (event) => {
  if (isLetters && !isSent && !one("[data-mail]:focus") && fields().some(isEdited)) event.preventDefault();
});

const leave = (address) => {
  isSent = true;
  empty();
  document.body.hidden = true;
  location.replace(address);
};
const index = () => window.navigation?.currentEntry?.index ?? null;
each("[data-wipe]", (anchor) => on(anchor, "click", (event) => {
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
  let pause;
  const update = () => {
    const own = names.split(" ").reduce((sum, name) => sum + (form.elements[name]?.value.match(word) ?? []).length, 0);
    let said;
    all("[data-from]", meter).forEach((sentence) => {
      sentence.hidden = true;
      if (own >= sentence.dataset.from) said = sentence;
    });
    said.hidden = false;
    each("[data-count]", (count) => put(count, own));
    one("path", meter).setAttribute("d", `M0 0h${Math.min(own, enough)}v1H0z`);
    one("[data-meter-long]", meter).hidden = own + Number(coreWords) <= pageWords;
    clearTimeout(pause);
    pause = setTimeout(() => put(one("[data-meter-said]", meter), said.textContent), 2000);
  };
  on(form, "input", update);
  on(window, "pageshow", update);
});

// The letter grows while its writer types; nothing leaves the browser.
each("#preview", (preview) => {
  const code = one("[data-postcode]", preview);
  const bare = (text) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
  const grow = () => {
    const typed = (part) => form.elements[part.dataset.shows].value.trim();
    const own = all("div[data-shows]", preview);
    own.forEach((part) => part.replaceChildren(...paragraphs(typed(part)).map((text) => line(text, true))));
    if (!own.some(typed)) own[0].append(make("p", { className: "blank", textContent: own[0].dataset.blank }));
    all("[data-blank]:not(div)", preview).forEach((part) => {
      const text = typed(part);
      put(part, text || part.dataset.blank);
      part.classList.toggle("blank", !text);
    });
    const lines = form.elements.address.value.split("\n").map(bare).filter(Boolean);
    const ends = new RegExp(`(?:${code.dataset.postcode})$`);
    code.hidden = ends.test(lines.at(-1)) || lines.some((text) => text.includes(bare(code.textContent)));
  };
  on(form, "input", grow);
  on(window, "pageshow", grow);
  on(form, "change", ({ target: { labels, name, type } }) => {
    if (type === "radio") each(`[data-choice="${name}"]`, (choice) => put(choice, labels[0].textContent));
    if (type === "radio" || type === "checkbox") each("[data-stale]", (mark) => put(mark, mark.dataset.stale));
  });

  const opener = one("[data-popover]");
  const shut = one("[data-shut]", preview);
  const narrow = matchMedia("(max-width: 55.99rem)");
  const fit = () => {
    one("details", preview).open = true;
    preview.popover = narrow.matches ? "auto" : null;
  };
  fit();
  on(narrow, "change", fit);
  shut.append(button(shut.dataset.label, () => preview.hidePopover()));
  on(opener, "click", (event) => {
    if (!preview.showPopover) return;
    event.preventDefault();
    preview.showPopover();
    one("button", shut).focus();
  });
  on(preview, "toggle", ({ newState }) => { if (newState === "closed") opener.focus(); });
});

// Beginnings: a press puts one into the box. Tab reaches the row once, arrows go along it.
each("[data-chips]", (row) => {
  const field = byId(row.dataset.chips);
  all("span", row).forEach((mark, number) => {
    const chip = button(mark.textContent, () => {
      field.value = `${field.value.trimEnd()} ${mark.textContent.replace("…", " ")}`.trimStart();
      changed(field);
      field.focus();
    }, "");
    chip.tabIndex = number ? -1 : 0;
    mark.replaceWith(chip);
  });
  on(row, "keydown", ({ key, target }) => {
    const next = { ArrowRight: target.nextElementSibling, ArrowLeft: target.previousElementSibling }[key];
    if (!next) return;
    target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
});

// By then the browser has given back what Back gives back. Where Back leads to a page of before a wipe, it is left.
on(window, "pageshow", (event) => {
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
