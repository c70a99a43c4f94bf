// What the reviewer decides: kept in this browser, saved as files, read back.

const CHOICES = { approve: "Approved", reject: "Rejected", ask: "Question" };
const PARTS = ["fingerprint", "rule", "path", "words", "choice", "reason", "by", "date", "expires", "evidence"];
const SHELF = `claimlint:decisions:${report.id}`;
const decided = new Map();
let unsaved = false;

function keyOf({ fingerprint, path }) {
  return JSON.stringify([fingerprint, path]);
}

function choiceOn(finding) {
  return decided.get(keyOf(finding))?.choice ?? "none";
}

// What is wrong with an approval itself is mended in its file, not approved.
function isOpen(finding) {
  return finding.state === "new" && finding.law !== "review";
}

function decide(finding, told) {
  const now = new Date();
  const date = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  decided.set(keyOf(finding), { fingerprint: finding.fingerprint, rule: finding.rule, path: finding.path, words: finding.text, ...told, date });
}

// Storage may be blocked or full.
function keep(name, text) {
  try {
    localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keepDecisions() {
  unsaved = !keep(SHELF, decisionsText());
  byId("warning").hidden = !unsaved;
  if (unsaved) fill(byId("warning"), "This browser does not keep your decisions. Save them before you close the page.");
}

function decisionsText() {
  return `${JSON.stringify({ claimlint: "decisions", version: 1, report: report.id, decisions: [...decided.values()] }, null, 1)}\n`;
}

// Take decisions from a text that this page once wrote; give how many, or throw an error that says what is wrong.
function takeDecisions(text) {
  const stored = JSON.parse(text);
  if (stored?.claimlint !== "decisions" || stored.version !== 1 || !Array.isArray(stored.decisions)) {
    throw new Error("it holds no decisions that this page can read");
  }
  const taken = stored.decisions.map(decisionFrom);
  for (const decision of taken) decided.set(keyOf(decision), decision);
  return taken.length;
}

function decisionFrom(stored, index) {
  const decision = Object.fromEntries(PARTS.filter((name) => typeof stored?.[name] === "string").map((name) => [name, stored[name]]));
  const missing = ["fingerprint", "path", "rule", "words"].find((name) => !decision[name]);
  if (missing || !Object.hasOwn(CHOICES, decision.choice)) throw new Error(`decision ${index + 1} has no ${missing ?? "choice this page knows"}`);
  return decision;
}

// Double-quoted as in JSON, every character that YAML would read otherwise escaped: no text can become a key or an entry.
function quoted(text) {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

// In a file of approvals a path is a pattern as in .gitignore.
function patternOf(path) {
  return path.replace(/[\\*?[]/g, "\\$&").replace(/^[!#]|\s+$/g, (signs) => signs.replace(/./g, "\\$&"));
}

function approvalsText() {
  const approvals = [...decided.values()].filter(({ choice }) => choice === "approve");
  return [
    "# Approvals from a review. Put these entries under `allow:` in your .claimlint-allow.yaml and keep those already there.\n",
    approvals.length ? "allow:\n" : "allow: []\n", ...approvals.map(entryOf),
  ].join("");
}

function entryOf(approval) {
  const told = { ...approval, path: patternOf(approval.path) };
  const names = ["fingerprint", "rule", "path", "reason", "by", "date", "expires", "evidence"].filter((name) => told[name]);
  return `  # ${quoted(approval.words)}\n${names.map((name, index) => `${index ? "    " : "  - "}${name}: ${quoted(told[name])}\n`).join("")}`;
}

function download(name, text, kind) {
  const address = URL.createObjectURL(new Blob([text], { type: kind }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
