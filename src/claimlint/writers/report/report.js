// What is shown now, and what the reviewer does.

const now = { view: "findings", by: "path", page: 0, chosen: null, choice: null, unfolded: new Set(), opened: new Set(), keys: kept("claimlint:keys") !== "off" };
let grouped = [];
let order = [];

function showsFindings() {
  return ["findings", "approved"].includes(now.view);
}

function draw() {
  document.body.dataset.shows = showsFindings() ? "findings" : now.view;
  byId("main").setAttribute("aria-label", titled(now.view));
  byId("detail").hidden = !showsFindings();
  drawViews(now.view);
  if (showsFindings()) drawFindings();
  else fill(byId("list"), now.view === "overview" ? overview() : tableView(TABLES[now.view], now.page));
  drawDetail();
  drawDecisions();
}

function drawFindings() {
  const { found, counts } = asking();
  grouped = sections(found, now.by);
  order = grouped.flatMap((group) => group.cards.flatMap((card) => card.findings));
  const count = grouped.reduce((sum, group) => sum + group.cards.length, 0);
  const pages = Math.ceil(count / PAGE);
  now.page = Math.max(0, Math.min(now.page, pages - 1));
  fill(byId("list"), pager(now.page, pages), count ? cardList(grouped, now.by, now.page) : nothing(), pager(now.page, pages));
  fill(byId("count"), `${counted(found.length, "finding")} in ${counted(count, "sentence")}`);
  byId("clear").hidden = !narrowed();
  drawFacets(counts);
  markChosen();
}

function usualState() {
  return now.view === "approved" ? "approved" : "new";
}

function narrowed() {
  const usual = asked.state.size === 1 && asked.state.has(usualState());
  return !usual || Boolean(asked.search || asked.folder) || FACETS.some(({ name }) => name !== "state" && asked[name].size);
}

function drawFacets(counts) {
  const at = document.activeElement.closest("[data-facet]")?.dataset;
  fill(byId("options"), FACETS.map((each) => facet(each, counts[each.name], now.unfolded.has(each.name))));
  if (at) [...byId("options").querySelectorAll("[data-facet]")].find(({ dataset }) => dataset.facet === at.facet && dataset.value === at.value)?.focus();
}

function drawDetail() {
  const finding = findings[now.chosen];
  if (!finding) return fill(byId("detail"), el("p", { class: "nothing" }, "Choose a finding to read why it was found, under which law, and how it could be put instead."));
  const choice = now.choice ?? decided.get(keyOf(finding))?.choice;
  const controls = finding.law === "review" ? [] : form(finding, choice, alike(finding).length);
  return fill(byId("detail"), el("button", { type: "button", class: "back", "data-back": true }, "Back to the list"), tell(finding, controls));
}

function drawDecisions() {
  const open = findings.filter(isOpen);
  const done = open.filter((finding) => choiceOn(finding) !== "none").length;
  const sums = Object.keys(CHOICES).map((choice) => `${number([...decided.values()].filter((decision) => decision.choice === choice).length)} ${VALUES[choice].toLowerCase()}`);
  const save = (kind, title) => el("button", { type: "button", "data-save": kind }, title);
  fill(byId("decisions"), el("h2", { id: "decisions-title" }, "Decisions"),
    el("progress", { max: Math.max(1, open.length), value: done, "aria-label": "Decided" }),
    el("p", {}, `${number(done)} of ${counted(open.length, "new finding")} decided`, el("br"), el("span", { class: "quiet" }, sums.join(", "))),
    save("approvals", "Download approvals"), save("decisions", "Save all"), save("load", "Load"),
    el("p", { class: "quiet" }, "Approvals belong in .claimlint-allow.yaml. Save all keeps rejections and questions too."));
}

function markChosen() {
  for (const node of byId("list").querySelectorAll("[data-finding]")) {
    const chosen = Number(node.dataset.finding) === now.chosen;
    node.classList.toggle("chosen", chosen);
    if (node.matches("button")) node.setAttribute("aria-current", String(chosen));
  }
}

function lineIn(index) {
  return byId("list").querySelector(`button[data-finding="${index}"]`);
}

// Where the words were chosen in the whole copy, the reader stays there.
function choose(index, stays = false) {
  now.chosen = index;
  now.choice = null;
  showPageOf(index);
  markChosen();
  drawDetail();
  byId("detail").scrollTop = 0;
  if (stays) return;
  lineIn(index)?.focus({ preventScroll: true });
  lineIn(index)?.closest(".card").scrollIntoView({ block: "nearest" });
}

function showPageOf(index) {
  const all = grouped.flatMap((group) => group.cards);
  const page = Math.floor(all.findIndex((card) => card.findings.some((finding) => finding.index === index)) / PAGE);
  if (page < 0 || page === now.page) return;
  now.page = page;
  drawFindings();
}

function move(step) {
  const place = order.findIndex((finding) => finding.index === now.chosen);
  const first = Number(byId("list").querySelector("button[data-finding]")?.dataset.finding);
  const next = place < 0 ? first : order[Math.max(0, Math.min(order.length - 1, place + step))].index;
  if (order.length) choose(next);
}

function turn(page) {
  narrow(() => {}, page);
  byId("list").focus();
}

function narrow(change, page = 0) {
  change();
  now.page = page;
  draw();
  byId("list").scrollTop = 0;
}

function show(view) {
  Object.assign(now, { view, chosen: null, choice: null });
  byId("search").value = byId("folder").value = "";
  narrow(() => askForAll(usualState()));
}

function alike({ index, rule, text }) {
  return findings.filter((other) => other.index !== index && other.rule === rule && other.text === text && isOpen(other));
}

function start(choice) {
  const finding = findings[now.chosen];
  if (!finding) return say("Choose a finding first: j goes to the next.");
  if (finding.law === "review") return say("This tells of an approval; mend it in its file.");
  now.choice = choice;
  if (choice === "reject" && choiceOn(finding) !== "reject") return settle([finding], { choice, reason: "", by: kept("claimlint:name") ?? "" });
  drawDetail();
  return byId("detail").querySelector("textarea").focus();
}

function submit(event) {
  event.preventDefault();
  const lacking = [...event.target.elements].find((input) => input.required && input.value.trim().length < (input.name === "reason" ? 3 : 1));
  if (lacking) return complain(lacking);
  const { alike: more, ...told } = Object.fromEntries([...new FormData(event.target)].map(([name, text]) => [name, text.trim()]));
  if (told.by) keep("claimlint:name", told.by);
  const finding = findings[now.chosen];
  return settle([finding, ...(more ? alike(finding) : [])], { choice: event.target.dataset.of, ...told });
}

function complain(input) {
  input.setCustomValidity(input.name === "by" ? "Say who decides." : "Write a few words.");
  input.reportValidity();
  input.addEventListener("input", () => input.setCustomValidity(""), { once: true });
}

// Where the finding leaves the list with its decision, the one that takes its place is chosen.
function settle(some, told) {
  const place = order.findIndex((finding) => finding.index === now.chosen);
  for (const finding of some) {
    if (told) decide(finding, told);
    else decided.delete(keyOf(finding));
  }
  keepDecisions();
  now.choice = null;
  draw();
  say(told ? `${CHOICES[told.choice]}: ${counted(some.length, "finding")}` : "Undone");
  const stays = order.some((finding) => finding.index === now.chosen);
  if (stays) lineIn(now.chosen)?.focus({ preventScroll: true });
  else if (order.length) choose(order[Math.max(0, Math.min(place, order.length - 1))].index);
}

function undo() {
  if (decided.has(keyOf(findings[now.chosen] ?? {}))) settle([findings[now.chosen]], null);
}

const timers = {};

function later(name, wait, action) {
  clearTimeout(timers[name]);
  timers[name] = setTimeout(action, wait);
}

function say(text) {
  fill(byId("said"), text);
  later("said", 4000, () => fill(byId("said")));
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say("Copied");
  } catch {
    say("This browser does not let the page copy; mark the words and copy them by hand.");
  }
}

function save(kind) {
  if (kind === "load") return byId("load").click();
  if (kind === "approvals") return download("claimlint-allow.yaml", approvalsText(), "application/yaml");
  unsaved = false;
  return download("decisions.json", decisionsText(), "application/json");
}

async function load(file) {
  try {
    const count = takeDecisions(await file.text());
    keepDecisions();
    draw();
    say(`${counted(count, "decision")} loaded`);
  } catch (error) {
    say(`${file.name} was not loaded: ${error.message}`);
  }
}

const THEMES = ["auto", "light", "dark"];

function dress(theme) {
  document.documentElement.dataset.theme = theme;
  fill(byId("theme"), `Theme: ${theme}`);
}

function changeTheme() {
  const theme = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length];
  keep("claimlint:theme", theme);
  dress(theme);
}

const page = (which) => byId("list").querySelector(`.pager button:${which}-of-type:enabled`)?.click();

const KEYS = {
  j: ["next finding", () => move(1)], k: ["finding before", () => move(-1)], Enter: ["read the chosen finding", () => byId("detail").focus()],
  a: ["approve", () => start("approve")], r: ["reject", () => start("reject")], q: ["ask", () => start("ask")], u: ["undo the decision", undo],
  "/": ["search", () => byId("search").focus()], "[": ["page before", () => page("first")], "]": ["next page", () => page("last")],
  "?": ["these keys", () => byId("help").showModal()], ArrowDown: ["", () => move(1)], ArrowUp: ["", () => move(-1)],
};

function drawHelp() {
  const tick = el("input", { type: "checkbox", change: () => { now.keys = tick.checked; keep("claimlint:keys", now.keys ? "on" : "off"); } });
  tick.checked = now.keys;
  const told = [...Object.entries(KEYS).filter(([, [does]]) => does).map(([key, [does]]) => [key, does]), ["Esc", "back to the list"], ["Ctrl Enter", "keep the decision"]];
  fill(byId("help"), el("h2", { id: "help-title" }, "Keys"), el("dl", {}, told.map(([key, does]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, does)])),
    el("label", { class: "tick" }, tick, " Single keys act"), el("form", { method: "dialog" }, el("button", { class: "main" }, "Close")));
}

function press(event) {
  const { target, key } = event;
  const held = event.ctrlKey || event.metaKey || event.altKey;
  if (byId("help").open) return;
  if (key === "Escape") return leave(target);
  if (key === "Enter" && held) return target.closest("form.decide")?.requestSubmit();
  if (held || target.matches("input, textarea") || !Object.hasOwn(KEYS, key) || (!now.keys && key.length === 1)) return;
  if (key.length > 1 && !target.matches(".finding, body, #list")) return;
  if (!showsFindings() && !"/?[]".includes(key)) return;
  event.preventDefault();
  KEYS[key][1]();
}

function leave(target) {
  const back = now.chosen;
  if (now.choice) now.choice = null;
  else if (getComputedStyle(byId("detail")).position === "fixed") now.chosen = null;
  drawDetail();
  markChosen();
  if (target.matches("input")) target.blur();
  (lineIn(back) ?? byId("list")).focus();
}

// One place for clicks: what a button does is written on it.
const CLICKS = {
  back: () => leave(byId("detail")), finding: (data, node) => choose(Number(data.finding), Boolean(node.closest(".whole"))), view: (data) => show(data.view), page: (data) => turn(Number(data.page)),
  facet: ({ facet: name, value }) => narrow(() => asked[name].delete(value) || asked[name].add(value)),
  unfold: (data) => narrow(() => now.unfolded.add(data.unfold)), by: (data) => regroup(data.by), choice: (data) => start(data.choice),
  undo, copy: (data) => copy(data.copy), save: (data) => save(data.save),
};
const CLICKED = Object.keys(CLICKS).map((name) => `[data-${name}]`).join();

function click({ target }) {
  const node = target.closest(CLICKED);
  if (node) CLICKS[Object.keys(CLICKS).find((name) => name in node.dataset)](node.dataset, node);
}

function regroup(by) {
  now.by = by;
  fill(byId("grouping"), Object.entries({ path: "By file", rule: "By rule" }).map(([each, title]) => el("button", { type: "button", "data-by": each, "aria-pressed": String(each === by) }, title)));
  narrow(() => {});
}

function restore() {
  decided.clear();
  try {
    takeDecisions(kept(SHELF) ?? decisionsText());
  } catch {
    say("The decisions that this browser kept cannot be read.");
  }
}

function listen() {
  const typed = (input, name) => input.addEventListener("input", () => later(name, 150, () => narrow(() => { asked[name] = input.value.trim(); })));
  typed(byId("search"), "search");
  typed(byId("folder"), "folder");
  document.addEventListener("click", click);
  document.addEventListener("keydown", press);
  document.addEventListener("submit", (event) => event.target.matches(".decide") && submit(event));
  byId("clear").addEventListener("click", () => show(now.view));
  byId("theme").addEventListener("click", changeTheme);
  byId("show-help").addEventListener("click", KEYS["?"][1]);
  byId("load").addEventListener("change", ({ target }) => target.files[0] && load(target.files[0]).then(() => { target.value = ""; }));
  addEventListener("beforeprint", () => fill(byId("print"), paper(showsFindings() ? order : findings)));
  addEventListener("afterprint", () => fill(byId("print")));
  addEventListener("beforeunload", (event) => unsaved && event.preventDefault());
  addEventListener("storage", ({ key }) => key === SHELF && (restore(), draw()));
}

dress(THEMES.find((theme) => theme === kept("claimlint:theme")) ?? "auto");
fill(byId("facets"), el("div", { id: "options" }), field("Path contains", el("input", { id: "folder", type: "search", autocomplete: "off", placeholder: "Part of a path" })));
byId("filters").open = innerWidth > 900;
askForAll("new");
restore();
drawHelp();
listen();
regroup("path");
