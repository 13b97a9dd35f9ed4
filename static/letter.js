"use strict";
// Adds to a page that is whole without it: printing, copying, and a letter that follows the writer's edits.
(() => {
  const LONGEST_MAILTO = 1800;
  const byId = (id) => document.getElementById(id);

  const button = (place, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "second";
    made.textContent = place.dataset.label;
    made.addEventListener("click", act);
    place.replaceWith(made);
    return made;
  };

  const paragraph = (text) => {
    const made = document.createElement("p");
    made.className = "lines";
    made.dir = "auto";
    made.textContent = text;
    return made;
  };

  // The text as the office gets it by e-mail: with closing, name and address.
  const message = (field) => `${field.value.trim()}\n\n${field.dataset.after}`;

  const show = (field) => {
    const place = document.querySelector(`[data-shows="${CSS.escape(field.id)}"]`);
    if (field.tagName === "TEXTAREA") {
      const paragraphs = field.value.split(/\n\s*\n/).map((text) => text.trim()).filter(Boolean);
      place.replaceChildren(...paragraphs.map(paragraph));
    } else {
      place.textContent = field.value;
    }
    link(field.closest("[data-sheet]"));
  };

  // Spaces as %20 and line ends as %0D%0A; beyond 1,800 characters some systems open nothing, so leave the text out.
  const link = (sheet) => {
    const anchor = sheet.querySelector("[data-mailto]");
    if (!anchor) return;
    const { mailto, id } = anchor.dataset;
    const subject = encodeURIComponent(byId(`subject-${id}`).value.trim());
    const start = `mailto:${encodeURIComponent(mailto).replace("%40", "@")}?subject=${subject}`;
    const body = encodeURIComponent(message(byId(`text-${id}`)).replace(/\r?\n/g, "\r\n"));
    const whole = `${start}&body=${body}`;
    const fits = whole.length <= LONGEST_MAILTO;
    anchor.href = fits ? whole : start;
    sheet.querySelector("[data-long]").hidden = fits;
  };

  const say = (sheet, text) => {
    const status = sheet.querySelector("[role=status]");
    status.textContent = "";
    requestAnimationFrame(() => { status.textContent = text; });
  };

  const copy = async (sheet, text, done) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // No clipboard without https: select and use the old command.
      const pressed = document.activeElement;
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "hidden";
      sheet.append(field);
      field.focus({ preventScroll: true });
      field.select();
      const copied = document.execCommand("copy");
      field.remove();
      pressed.focus({ preventScroll: true });
      if (!copied) return;
    }
    say(sheet, done);
  };

  const print = (sheet) => {
    document.body.classList.toggle("print-one", Boolean(sheet));
    document.querySelectorAll("[data-sheet]").forEach((each) => each.classList.toggle("printed", each === sheet));
    window.print();
  };
  // The browser's own print command prints every letter again.
  window.addEventListener("afterprint", () => document.body.classList.remove("print-one"));

  document.querySelectorAll("[data-sheet] [name^='text-'], [data-sheet] [name^='subject-']").forEach((field) => {
    field.addEventListener("input", () => show(field));
  });
  document.querySelectorAll("[data-sheet]").forEach((sheet) => {
    const done = sheet.querySelector("[data-done]")?.dataset.done ?? "";
    sheet.querySelectorAll("[data-copy]").forEach((place) => {
      const field = byId(place.dataset.copy);
      button(place, () => copy(sheet, field.tagName === "TEXTAREA" ? message(field) : field.value, done));
    });
    sheet.querySelectorAll("[data-copy-text]").forEach((place) => {
      const text = place.dataset.copyText;
      button(place, () => copy(sheet, text, done));
    });
    // Back may have restored edits that the page as sent does not show.
    sheet.querySelectorAll("textarea, input").forEach((field) => {
      if (field.value !== field.defaultValue) show(field);
    });
  });
  document.querySelectorAll("[data-print]").forEach((place) => {
    const sheet = place.closest("[data-sheet]");
    button(place, () => print(sheet));
  });
})();
