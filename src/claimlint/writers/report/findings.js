// The data, and which part of it is asked for.

const LEVELS = ["error", "warning", "note"];
const report = JSON.parse(byId("data").textContent);
const findings = report.findings.map((brief, index) => ({ ...report.told[brief.told], ...brief, said: report.said[index], index }));
const texts = [];

const FACETS = [
  { name: "level", title: "Level", of: (finding) => finding.level, order: LEVELS },
  { name: "state", title: "State", of: (finding) => finding.state, order: ["new", "known", "approved"] },
  { name: "decision", title: "Your decision", of: (finding) => choiceOn(finding), order: ["none", "approve", "reject", "ask"] },
  { name: "law", title: "Law", of: (finding) => finding.law },
  { name: "path", title: "File", of: (finding) => finding.path, long: true },
  { name: "rule", title: "Rule", of: (finding) => finding.rule, long: true },
];

// An empty set asks for everything.
const asked = { search: "", folder: "", ...Object.fromEntries(FACETS.map(({ name }) => [name, new Set()])) };

function askForAll(state) {
  asked.search = asked.folder = "";
  for (const { name } of FACETS) asked[name].clear();
  asked.state.add(state);
}

function textOf(finding) {
  texts[finding.index] ??= [
    finding.sentence, finding.text, finding.title, finding.rule, finding.path, finding.why, finding.class, finding.pointer ?? "",
    finding.fingerprint, ...finding.also, ...finding.instead, ...finding.basis.map((basis) => basis.cite), ...finding.cues.map((cue) => cue.text),
  ].join("\n").toLowerCase();
  return texts[finding.index];
}

function holds(text, search) {
  return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

// Give the findings asked for, and for each facet how many each of its values would leave.
function asking() {
  const found = [];
  const counts = Object.fromEntries(FACETS.map(({ name }) => [name, new Map()]));
  const folder = asked.folder.toLowerCase();
  for (const finding of findings) {
    if (!finding.path.toLowerCase().includes(folder) || !holds(textOf(finding), asked.search)) continue;
    const against = FACETS.filter(({ name, of }) => asked[name].size && !asked[name].has(of(finding)));
    if (!against.length) found.push(finding);
    if (against.length > 1) continue;
    for (const { name, of } of against.length ? against : FACETS) counts[name].set(of(finding), (counts[name].get(of(finding)) ?? 0) + 1);
  }
  return { found, counts };
}

// Findings on one sentence stand on one card.
function cards(found) {
  const made = [];
  for (const finding of found) {
    const card = made.at(-1);
    if (card && sameSentence(card.findings.at(-1), finding)) card.findings.push(finding);
    else made.push({ path: finding.path, findings: [finding] });
  }
  return made;
}

function sameSentence(before, after) {
  if (before.path !== after.path || before.sentence !== after.sentence || before.pointer !== after.pointer) return false;
  return before.start.offset === after.start.offset || before.said[0] < after.said[0];
}

// Give the cards under headings: by file as they stand, by rule the most severe and the most frequent first.
function sections(found, by) {
  if (by === "path") return [...Map.groupBy(found, (finding) => finding.path)].map(([heading, group]) => ({ heading, cards: cards(group) }));
  const groups = [...Map.groupBy(found, (finding) => finding.rule).values()];
  const rank = (group) => Math.min(...group.map((finding) => LEVELS.indexOf(finding.level)));
  groups.sort((one, other) => rank(one) - rank(other) || other.length - one.length);
  return groups.map((group) => ({ heading: group[0].rule, title: group[0].title, cards: cards(group) }));
}
