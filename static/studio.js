// Adds to the studio's page, which is whole without it (docs/campaigns.md).
const form = document.getElementById("studio");
const named = (name) => form.elements[name];

// What was folded out stays so on the next page.
const folds = () => [...document.querySelectorAll("details[data-fold][open]")].map((part) => part.dataset.fold);

// Nothing is stored: leaving with what no file holds yet asks first.
let isUnsaved = Boolean(named("unsaved").value);
let isSending = false;
form.addEventListener("input", () => {
  isUnsaved = true;
  for (const stale of document.querySelectorAll("[data-stale]")) stale.hidden = false;
});
form.addEventListener("submit", ({ submitter }) => {
  isSending = true;
  setTimeout(() => { isSending = false; }, 3000); // a download leaves the page as it is
  if (submitter?.dataset.saves !== undefined) {
    isUnsaved = false;
    const status = submitter.closest("p").nextElementSibling;
    status.textContent = status.dataset.done;
  }
  named("open").value = folds().join(" ");
  named("unsaved").value = isUnsaved ? "yes" : "";
});
// A field that is partly under the button at the foot moves out of there, but not under a pressed mouse.
form.addEventListener("focusin", ({ target }) => {
  if (target.matches(":is(input:not([type]), textarea):not(:active)")) target.scrollIntoView({ block: "nearest" });
});
// Enter in a line sends nothing: the page would begin anew at its top.
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("input:not([type])")) return;
  event.preventDefault();
  if (event.target.id === "place") event.target.closest("details").querySelector("button").click();
});

// A remark's link opens the parts that its field is folded in; not every browser does that by itself.
document.querySelectorAll("#studio li a").forEach((anchor) => anchor.addEventListener("click", () => {
  let part = document.getElementById(anchor.hash.slice(1))?.parentElement;
  for (; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
}));

// Words are counted while they are typed, as letters/studio/layout.py counts them, and said once the typing rests.
const counted = document.getElementById("counted");
const words = ({ value }) => value.replace(/ ?\[[a-z0-9][a-z0-9-]*\](?!\()|(?<=[\s.!?”»])\(\d\d?\)/g, "").split(/\s+/)
  .filter((each) => /[\p{L}\p{N}]/u.test(each)).length;
const paragraph = (name) => name.slice(0, name.lastIndexOf("/"));
const others = ({ name }) => { // of a letter's facts, each other paragraph counts with its longest wording
  const longest = {};
  const facts = /^Letter\/.+\/Core\//.exec(name)?.[0];
  for (const each of facts ? form.querySelectorAll(`[name^="${facts}"]`) : []) {
    const [part, length] = [paragraph(each.name), words(each)];
    if (part !== paragraph(name)) longest[part] = Math.max(longest[part] ?? 0, length);
  }
  return Object.values(longest).reduce((sum, each) => sum + each, 0);
};
let pause;
form.addEventListener("input", ({ target }) => document.querySelectorAll("[data-most]").forEach((count) => {
  const field = count.previousElementSibling;
  const own = words(field);
  const all = own && own + others(field);
  const over = all - count.dataset.most;
  const said = !all ? form.dataset.none : over > 0 ? form.dataset.over : form.dataset.some;
  count.textContent = said.replace("{words}", all).replace("{most}", count.dataset.most).replace("{over}", over);
  count.classList.toggle("over", over > 0);
  if (field !== target) return;
  clearTimeout(pause);
  pause = setTimeout(() => { counted.textContent = count.textContent; }, 2000);
}));

addEventListener("beforeunload", (event) => {
  if (isUnsaved && !isSending) event.preventDefault();
});
