"use strict";
// Adds to a page that is whole without it: printing, copying, and a letter that follows the writer's edits.
(() => {
  const LONGEST_LINK = 1800;
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

  // Spaces as %20 and line ends as %0D%0A; beyond 1,800 characters some systems open nothing: then the draft that
  // the page came with stays, which says to paste the letter, and only its subject follows.
  const encode = (text) => encodeURIComponent(text.replace(/\r?\n/g, "\r\n"));
  const whole = {
    mailto: (to, subject, body) => `mailto:${encodeURIComponent(to).replace("%40", "@")}?subject=${subject}&body=${body}`,
    Gmail: (to, subject, body) => `https://mail.google.com/mail/?view=cm&fs=1&to=${encode(to)}&su=${subject}&body=${body}`,
    Outlook: (to, subject, body) => `https://outlook.live.com/mail/0/deeplink/compose?to=${encode(to)}&subject=${subject}&body=${body}`,
  };
  // A subject that alone is too long ends early, as on the page that was sent.
  const begin = (address, to, subject, body) => {
    const kept = [...subject];
    let draft = address(to, encode(subject), body);
    while (draft.length > LONGEST_LINK && kept.pop()) draft = address(to, encode(`${kept.join("")}…`), body);
    return draft;
  };
  const link = (sheet) => {
    const to = sheet.querySelector("[data-email]")?.dataset.email;
    if (!to) return;
    const subject = sheet.querySelector("[name^='subject-']").value.trim();
    const body = encode(message(sheet.querySelector("[name^='text-']")));
    const short = encode(sheet.querySelector("[data-long]").dataset.long);
    let fits = true;
    sheet.querySelectorAll("[data-link]").forEach((anchor) => {
      const address = whole[anchor.dataset.link];
      const full = address(to, encode(subject), body);
      fits = fits && full.length <= LONGEST_LINK;
      anchor.href = full.length <= LONGEST_LINK ? full : begin(address, to, subject, short);
    });
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
  document.querySelectorAll("[data-copies]").forEach((sheet) => {
    sheet.querySelectorAll("[data-copy]").forEach((place) => {
      const field = byId(place.dataset.copy);
      const { bare, done } = place.dataset;
      button(place, () => copy(sheet, field.dataset.after && bare === undefined ? message(field) : field.value, done));
    });
    sheet.querySelectorAll("[data-copy-text]").forEach((place) => {
      button(place, () => copy(sheet, place.dataset.copyText, place.dataset.done));
    });
    sheet.querySelectorAll("[data-share]").forEach((place) => {
      if (!navigator.share) return;
      const { share, title } = place.dataset;
      // A visitor who closes the system's sheet has not failed.
      button(place, () => navigator.share({ title, text: byId(share).value }).catch(() => {}));
    });
  });
  document.querySelectorAll("[data-sheet]").forEach((sheet) => {
    // Back may have restored edits that the page as sent does not show.
    sheet.querySelectorAll("textarea, input:not([type])").forEach((field) => {
      if (field.value !== field.defaultValue) show(field);
    });
  });
  document.querySelectorAll("[data-print]").forEach((place) => {
    const sheet = place.closest("[data-sheet]");
    button(place, () => print(sheet));
  });

  // The letter is made: its draft goes. And one press wipes what the tab holds, as writing.js does on the pages before.
  if (document.querySelector("[data-draft-clear]")) {
    try { sessionStorage.removeItem(`draft:${location.pathname.split("/")[2]}`); } catch { /* nothing was kept */ }
  }
  document.querySelectorAll("[data-wipe]").forEach((anchor) => anchor.addEventListener("click", (event) => {
    event.preventDefault();
    const wiped = { address: anchor.href, index: window.navigation?.currentEntry?.index ?? null };
    try {
      sessionStorage.clear();
      sessionStorage.setItem("wiped", JSON.stringify(wiped));
    } catch { /* nothing was kept */ }
    document.querySelectorAll("form :is(textarea, input:not([type]))").forEach((field) => { field.value = ""; });
    document.body.hidden = true;
    location.replace(anchor.href);
  }));
})();
