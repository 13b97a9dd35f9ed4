// After a wipe no page of before it is shown again (docs/writing-page.md).
const WIPED = "wiped";
export const byId = (id) => document.getElementById(id);
export const form = byId("journey");
export const one = (selector, within = document) => within.querySelector(selector);
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];
export const each = (selector, act) => all(selector).forEach(act);
export const on = (target, type, act) => target.addEventListener(type, act);

// A browser may refuse storage.
const stored = (act) => {
  try { return act(sessionStorage); } catch { return null; }
};
export const read = (name) => stored((tab) => JSON.parse(tab.getItem(name)));
export const remove = (name) => stored((tab) => tab.removeItem(name));
export const write = (name, value) =>
  (Object.keys(value).length ? stored((tab) => tab.setItem(name, JSON.stringify(value))) : remove(name));

export const fields = () => all("form :is(textarea, input:not([type]))");
export const empty = () => fields().forEach((field) => { field.value = ""; });

each("[name=shared]", (box) => on(box, "change", () => fields().forEach((field) => { field.autocomplete = "off"; })));

export const leaving = { isSilent: false };
const leave = (address) => {
  leaving.isSilent = true;
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

// Back to a page of before a wipe leaves it.
on(window, "pageshow", (event) => {
  const isOld = event.persisted || performance.getEntriesByType("navigation")[0]?.type !== "navigate";
  const wiped = read(WIPED);
  if (wiped && isOld && (wiped.index === null || index() < wiped.index)) leave(wiped.address);
  // A new entry drops what Forward would lead to.
  else if (wiped?.address === location.href && window.navigation?.canGoForward) history.pushState(null, "", location.href);
  else if (wiped?.index === null && location.href !== wiped.address) remove(WIPED);
});
