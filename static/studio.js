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
// Enter in a line sends nothing: the page would begin anew at its top.
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("input:not([type])")) return;
  event.preventDefault();
  if (event.target.id === "place") event.target.closest("details").querySelector("button").click();
});

// A remark's link opens the parts that its field is folded in; not every browser does that by itself.
document.querySelectorAll(".check a").forEach((anchor) => anchor.addEventListener("click", () => {
  let part = document.getElementById(anchor.hash.slice(1))?.parentElement;
  for (; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
}));

// How many words are too many is said while they are typed.
document.querySelectorAll("[data-most]").forEach((area) => {
  const said = Object.assign(document.createElement("p"), { className: "over", role: "status" });
  area.after(said);
  const count = () => {
    const words = area.value.replace(/\[[a-z0-9-]*\]/g, " ").split(/\s+/).filter((each) => /[\p{L}\p{N}]/u.test(each)).length;
    const over = words - area.dataset.most;
    const text = over > 0 ? form.dataset.over.replace("{words}", words).replace("{over}", over) : "";
    if (said.textContent !== text) said.textContent = text;
  };
  area.addEventListener("input", count);
});

addEventListener("beforeunload", (event) => {
  if (isUnsaved && !isSending) event.preventDefault();
});
