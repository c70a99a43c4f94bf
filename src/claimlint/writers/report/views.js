// The views: an overview, the findings, and tables of what else the run found out.

const PAGE = 100;
const ROWS = 300;
const MOST_PRINTED = 2000;

const TABLES = {
  dismissed: {
    title: "Dismissed", items: report.considered, none: "Nothing was dismissed.",
    about: "Words that looked like a claim, and the words that dismissed them.", columns: ["File", "Place", "Words", "Rule", "Dismissed by"],
    row: (item) => [item.path, `${item.start.line}:${item.start.column}`, el("span", { class: "copy" }, item.text), item.rule, dismissal(item.dismissed_by)],
    text: (item) => [item.path, item.text, item.rule, item.dismissed_by.effect, item.dismissed_by.text],
  },
  unread: {
    title: "Not checked", items: report.not_checked, none: "Everything named was read.",
    about: "What could not be read. Nothing is known of it.", columns: ["File", "Reason"],
    row: (item) => [item.path, item.reason], text: (item) => [item.path, item.reason],
  },
  gone: {
    title: "Gone", items: report.gone ?? [], none: report.gone ? "Nothing known before is gone." : "No baseline and no earlier run was given.",
    about: "What the baseline or an earlier run knows and the files no longer have.", columns: ["File", "Words", "Rule", "Fingerprint"],
    row: (item) => [item.path, el("span", { class: "copy" }, item.text), item.rule, item.fingerprint],
    text: (item) => [item.path, item.text, item.rule, item.fingerprint],
  },
};

function dismissal({ effect, text }) {
  return [`${titled(effect).toLowerCase()} `, text ? el("q", {}, text) : null];
}

function drawViews(view) {
  const inState = (state) => findings.filter((finding) => finding.state === state).length;
  const names = [["overview", "Overview", null], ["findings", "Findings", inState("new")], ["approved", "Approved", inState("approved")],
    ...Object.entries(TABLES).map(([name, { title, items }]) => [name, title, items.length])];
  fill(byId("views"), names.map(([name, title, count]) =>
    el("button", { type: "button", "data-view": name, "aria-current": name === view ? "page" : null }, title, count === null ? null : el("span", { class: "number" }, number(count)))));
}

// Give a page of cards under their headings.
function cardList(all, by, page) {
  let skip = page * PAGE, room = PAGE;
  const made = [];
  for (const group of all) {
    const some = group.cards.slice(skip, skip + room);
    skip = Math.max(0, skip - group.cards.length);
    room -= some.length;
    if (some.length) made.push(section(group, some, by));
    if (room <= 0) break;
  }
  return made;
}

function section({ heading, title, cards: all }, some, by) {
  const about = [by === "path" ? verdictOf(heading) : null, counted(all.length, "sentence")].filter(Boolean).join(" \u00b7 ");
  return el("section", { class: "group" }, el("h2", {}, el("bdi", {}, title ?? heading), title ? el("code", {}, heading) : null, el("small", {}, about)),
    by === "path" ? wholeOf(heading) : null, some.map((card) => cardOf(card, by)));
}

const wholes = new Map(report.whole);

// All the copy of a file, made when it is asked for: it may be long.
function wholeOf(path) {
  if (!wholes.has(path)) return null;
  const body = el("div");
  const node = el("details", { class: "whole", open: now.opened.has(path), toggle: () => {
    now.opened[node.open ? "add" : "delete"](path);
    if (node.open && !body.hasChildNodes()) fillWhole(body, wholes.get(path));
  } }, el("summary", {}, "Whole copy"), body);
  return node;
}

// Only what the filters leave is marked.
function fillWhole(body, passages) {
  const listed = new Set(order.map(({ index }) => index));
  fill(body, passages.map((passage) => passageOf(passage, listed)));
  markChosen();
}

function passageOf([role, text, marks], listed) {
  const marked = marks.filter(([, , index]) => listed.has(index)).map(([start, end, index]) => ({ ...findings[index], said: [start, end] }));
  const plain = ["body", "heading"].includes(role);
  return el("div", { class: `passage ${role}` }, plain ? null : el("small", {}, titled(role)), el("p", { class: "copy", dir: "auto" }, copyOf(text, marked, true)));
}

const files = new Map(report.files.map((file) => [file.path, file]));

function verdictOf(path) {
  return Object.entries(files.get(path)?.verdict ?? {}).map(([law, kind]) => `reads as ${kind} (${law.toUpperCase()})`).join(", ");
}

function pager(page, pages) {
  if (pages < 2) return null;
  const step = (to, title, key) => el("button", { type: "button", "data-page": to, disabled: to < 0 || to >= pages, "aria-keyshortcuts": key }, title, " ", el("kbd", {}, key));
  return el("nav", { class: "pager", "aria-label": "Pages" }, step(page - 1, "Previous", "["), el("span", {}, `Page ${page + 1} of ${number(pages)}`), step(page + 1, "Next", "]"));
}

function nothing() {
  const hint = "What no known pattern tells is not listed here; this is no judgement that a text is in order.";
  return el("p", { class: "nothing" }, narrowed() ? "No finding fits these filters." : report.verdict, el("br"), el("small", {}, hint));
}

function table(columns, rows, caption) {
  return el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": caption }, el("table", {},
    el("thead", {}, el("tr", {}, columns.map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, rows.map((cells) => el("tr", {}, cells.map((cell) => el("td", {}, el("bdi", {}, cell))))))));
}

function tableView({ title, about, none, items, columns, row, text }, page) {
  const found = items.filter((item) => holds(text(item).join("\n").toLowerCase(), asked.search));
  const pages = Math.ceil(found.length / ROWS);
  const count = found.length === items.length ? counted(items.length, "item") : `${number(found.length)} of ${counted(items.length, "item")}`;
  return [el("div", { class: "prose" }, el("h2", {}, title), el("p", {}, about), el("p", { class: "quiet" }, items.length ? count : none)),
    pager(page, pages), found.length ? table(columns, found.slice(page * ROWS, (page + 1) * ROWS).map(row), title) : null, pager(page, pages)];
}

function overview() {
  const { summary, tool } = report;
  const sums = [...LEVELS.map((level) => [level, summary[level]]), ["known", summary.known], ["approved", summary.suppressed], ["dismissed", summary.considered], ["not checked", summary.not_checked]];
  return [
    el("div", { class: "prose" }, el("h2", {}, "Overview"), el("p", { class: "lead" }, report.verdict),
      el("p", { class: "quiet" }, "Levels count new findings; what the baseline knows and what was approved is counted apart. These are words that known patterns match. Whether a text may be used is for a person to decide.")),
    el("ul", { class: "sums" }, sums.map(([name, count]) => el("li", {}, el("b", {}, number(count)), " ", LEVELS.includes(name) ? badge(name, count === 1 ? name : `${name}s`) : titled(name)))),
    trend(report.runs), el("h2", {}, "Files"), fileTable(), el("h2", {}, "Made with"),
    table(["Name", "Version", "SHA-256"], [[tool.name, tool.version, ""], ...tool.packs.map((pack) => [`pack ${pack.name}`, pack.version, el("code", {}, pack.sha256)])], "Made with"),
  ];
}

function trend(runs) {
  if (runs.length < 2) return null;
  const rows = runs.map(({ name, date, summary }) => [name, date, ...[...LEVELS, "known", "suppressed"].map((each) => number(summary[each]))]);
  return [el("h2", {}, "From run to run"), el("figure", {}, chart(runs), el("figcaption", {}, LEVELS.map((level) => el("span", { class: `key ${level}` }, titled(level))))),
    table(["Run", "File of", "Errors", "Warnings", "Notes", "Known", "Approved"], rows, "From run to run")];
}

function fileTable() {
  const counts = new Map();
  for (const { path, level, state } of findings) if (state === "new") counts.set(`${level} ${path}`, (counts.get(`${level} ${path}`) ?? 0) + 1);
  const rows = report.files.slice(0, ROWS).map(({ path, status, reason }) =>
    [path, status === "checked" ? verdictOf(path) : "not checked", ...LEVELS.map((level) => counts.get(`${level} ${path}`) ?? "\u2013"), reason ?? ""]);
  const left = report.files.length - rows.length;
  return [table(["File", "Verdict", "Errors", "Warnings", "Notes", "Remark"], rows, "Files"), left > 0 ? el("p", { class: "quiet" }, `${counted(left, "more file")} not listed here.`) : null];
}

// Paper gets everything that is asked for, opened; controls stay on the screen.
function paper(found) {
  const some = found.slice(0, MOST_PRINTED);
  const left = found.length - some.length;
  return [
    el("h1", {}, "Claims to review"), el("p", { class: "lead" }, report.verdict),
    el("p", {}, `${counted(some.length, "finding")} on these pages.`, left ? ` ${number(left)} more fit the filters and are not printed; filter to print them.` : null),
    [...Map.groupBy(some, (finding) => finding.path)].map(([path, group]) => el("section", { class: "group" },
      el("h2", {}, el("bdi", {}, path), el("small", {}, verdictOf(path))), group.map((finding) => el("article", {}, tell(finding, null), decisionOnPaper(finding))))),
    Object.values(TABLES).filter(({ items }) => items.length).map(({ title, about, columns, items, row }) =>
      [el("h2", {}, title), el("p", {}, about, items.length > ROWS ? ` The first ${ROWS} of ${number(items.length)}.` : null), table(columns, items.slice(0, ROWS).map(row), title)]),
  ];
}

function decisionOnPaper(finding) {
  const decision = decided.get(keyOf(finding));
  if (!decision) return null;
  const { choice, reason, by, date, expires, evidence } = decision;
  return part("Decision", facts({ decision: CHOICES[choice], reason, by, date, expires, evidence }));
}
