// Adds to pages that are whole without it (docs/writing-page.md).
import { all, byId, each, empty, fields, form, leaving, on, one, read, remove, write } from "./guard.js";

const DRAFT = `draft:${location.pathname.split("/")[2] ?? ""}`;
const make = (name, properties) => Object.assign(document.createElement(name), properties);
const button = (textContent, onclick, className = "second") =>
  make("button", { type: "button", className, textContent, onclick });
const become = (mark, act) => mark.replaceWith(button(mark.dataset.label, act, mark.className || undefined));
const named = (name) => form.elements[name];
const changed = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
const paragraphs = (text) => text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
const line = (text, isOwn) => {
  const made = make("p", { className: "lines", dir: "auto" });
  made.append(isOwn ? make("mark", { textContent: text }) : text);
  return made;
};
// Back restores fields by "pageshow".
const follow = (act) => {
  on(form, "input", act);
  on(window, "pageshow", act);
};
const put = (part, text) => { part.textContent = text; };
const say = (status, text) => {
  put(status, ""); // so that it is said again
  setTimeout(put, 50, status, text);
};

// As an e-mail: with closing, name and address.
const message = ({ value, dataset }) => (dataset.after ? `${value.trim()}\n\n${dataset.after}` : value);

// As in letters/outputs/links.py.
const encode = (text) => encodeURIComponent(
  text.replace(/«\s*|\s*»|[“”„]/g, '"').replace(/[’‘]/g, "'").replace(/[–—]/g, "-").replace(/…/g, "...")
    .replace(/[\u00a0\u202f]/g, " ").replace(/\r?\n/g, "\r\n"),
);
const link = (sheet) => {
  const anchor = one("[data-mail]", sheet);
  if (!anchor) return;
  const kept = [...one("[name^='subject-']", sheet).value.trim()];
  const start = anchor.href.split("?")[0];
  const address = (end = "", body = "") => `${start}?subject=${encode(kept.join(""))}${end}${body}`;
  const longest = anchor.dataset.mail;
  const whole = address("", `&body=${encode(message(one("[name^='text-']", sheet)))}`);
  const isWhole = whole.length <= longest;
  anchor.href = isWhole ? whole : address();
  while (anchor.href.length > longest && kept.pop()) anchor.href = address("...");
  one("[data-whole]", sheet).hidden = !isWhole;
  one("[data-paste]", sheet).hidden = isWhole;
};

each("[data-sheet] :is(textarea, input:not([type]))", (field) => {
  const shown = one(`[data-shows="${CSS.escape(field.id)}"]`);
  const given = all("p:not(:has(mark))", shown).map((p) => p.textContent);
  follow(({ target }) => {
    if (target !== field && !isEdited(field)) return;
    const parts = paragraphs(field.value).map((text) => line(text, !given.includes(text)));
    if (field.tagName === "TEXTAREA") shown.replaceChildren(...parts);
    else put(shown, field.value);
    link(field.closest("[data-sheet]"));
  });
});

const copy = async (text, near) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
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
  if (navigator.share) become(mark, () => navigator.share({ title, text: message(byId(share)) }).catch(() => {}));
});

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
  const sheet = mark.closest("[data-sheet]");
  become(mark, () => {
    document.body.classList.toggle("print-one", !!sheet);
    each("[data-sheet]", (other) => other.classList.toggle("printed", other === sheet));
    window.print();
  });
});
on(window, "afterprint", () => document.body.classList.remove("print-one"));

each(".next", (line) => on(line, "click", () => setTimeout(() => line.scrollIntoView({ block: "nearest" }))));

const place = one("[data-draft]");
const isLetters = place?.dataset.edits !== undefined;
const isEdited = (field) => field.value !== field.defaultValue;
const flat = (text) => text.replace(/\s+/g, " ").trim();
const isShared = () => named("shared")?.checked;
const base = ({ name }) => named(name.replace(/^text/, "base").replace(/^sub/, "base_sub"));

let offered = null;
let isShown = false; // once drafts are offered
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
const forget = () => {
  remove(DRAFT);
  close();
};
const bring = (back, draft) => back.forEach((field) => {
  field.value = draft[field.name];
  if (isLetters) base(field).value = draft[base(field).name];
  changed(field);
});
const restore = () => {
  const draft = offered;
  const back = fields().filter((field) => !isEdited(field) && draft[field.name]);
  close(back[0]);
  bring(back, draft);
  if (isLetters) form.requestSubmit(); // merges them
};
const offer = () => {
  if (offered || isShared()) return;
  const draft = read(DRAFT) ?? {};
  let waiting = fields().filter(({ name, value }) => draft[name] && flat(draft[name]) !== flat(value));
  if (isLetters) {
    const isSame = (field) => !isEdited(field) && draft[base(field).name] === base(field).value;
    bring(waiting.filter(isSame), draft);
    waiting = waiting.filter((field) => !isEdited(field) && field.value === base(field).value);
  }
  if (!waiting.length) return;
  offered = draft;
  const { discard, offer: question, restore: yes } = place.dataset;
  place.append(make("p", { textContent: question }), button(yes, restore), " ", button(discard, forget));
};
if (place) on(form, "input", save);
each("[data-clear]", (mark) => become(mark, () => {
  empty();
  forget();
}));

each("[data-sent]", (mark) => become(mark, () => {
  const [draft, id] = [read(DRAFT) ?? {}, mark.dataset.sent];
  ["text-", "subject-", "base-", "base_subject-"].forEach((start) => delete draft[start + id]);
  one(`[data-sent-note="${CSS.escape(id)}"]`).hidden = false;
  const next = one("[data-sheet]:has([data-sent-note][hidden])");
  write(DRAFT, next ? draft : {});
  if (next) next.open = true;
  (next ? one("summary", next) : byId("next")).focus();
}));

on(document, "submit", () => {
  leaving.isSilent = true;
  setTimeout(() => { leaving.isSilent = false; }, 3000);
});
on(window, "beforeunload", (event) => {
  if (isLetters && !leaving.isSilent && !one("[data-mail]:focus") && fields().some(isEdited)) event.preventDefault();
});

each("[data-meter]", (meter) => {
  // As letters/feedback/ownwords.py counts.
  const unspaced = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}";
  const inside = `[^\\s–—―/${unspaced}]*`;
  const word = new RegExp(`[${unspaced}]|${inside}[\\p{L}\\p{N}]${inside}`, "gu");
  const { coreWords, enough, fields: names, pageWords } = meter.dataset;
  let pause;
  follow(() => {
    const own = names.split(" ").flatMap((name) => named(name)?.value.match(word) ?? []).length;
    const sentences = all("[data-from]", meter);
    const said = sentences.findLast(({ dataset }) => own >= dataset.from);
    sentences.forEach((sentence) => { sentence.hidden = sentence !== said; });
    each("[data-count]", (count) => put(count, own));
    one(".bar span").hidden = false;
    one("path", meter).setAttribute("d", `M0 0h${Math.min(own, enough)}v1H0z`);
    one("[data-meter-long]", meter).hidden = own + Number(coreWords) <= pageWords;
    clearTimeout(pause);
    pause = setTimeout(put, 2000, one("[data-meter-said]", meter), said.textContent);
  });
});

// Nothing leaves the browser.
each("#preview", (preview) => {
  const code = one("[data-postcode]");
  const bare = (text) => text.toUpperCase().replace(/[^\p{L}\p{N}\n]/gu, "");
  follow(() => {
    const typed = (part) => named(part.dataset.shows).value.trim();
    const own = all("div[data-shows]");
    own.forEach((part) => part.replaceChildren(...paragraphs(typed(part)).map((text) => line(text, true))));
    if (!own.some(typed)) own[0].append(make("p", { className: "blank", textContent: own[0].dataset.blank }));
    each("[data-blank]:not(div)", (part) => {
      const text = typed(part);
      put(part, text || part.dataset.blank);
      part.classList.toggle("blank", !text);
    });
    const { after, before, postcode } = code.dataset;
    const address = named("address").value.trim();
    const isThere = RegExp(`${bare(code.textContent)}|(?:${postcode})$`).test(bare(address));
    const joins = !isThere && RegExp(before, "i").test(address);
    if (joins) one("[data-shows=address]").append(after + code.textContent);
    code.hidden = isThere || joins;
  });
  follow(({ target }) => {
    each("[data-choice]", (mark) => {
      const { choice, none, some } = mark.dataset;
      const chosen = all(choice).map(({ labels }) => labels[0].textContent);
      put(mark, chosen.join(", "));
      if (none) mark.previousSibling.data = `${chosen.length ? some : none} `;
    });
    if (/radio|box/.test(target.type)) each("[data-stale]", (mark) => put(mark, mark.dataset.stale));
  });

  const opener = one("[data-popover]");
  const shut = one("[data-shut]");
  const narrow = matchMedia("(max-width: 55.99rem)");
  const fit = () => { preview.popover = narrow.matches ? "auto" : null; };
  one("details", preview).open = true;
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

// Tab reaches the row once, arrows go along it.
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

on(window, "pageshow", () => {
  if (place) offer();
  isShown = true;
});

each("[data-day]", (field) => { field.value = new Date().toLocaleDateString("sv"); });
