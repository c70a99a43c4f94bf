// The pieces of the page: a card with a sentence, the panel that tells of a finding, filters, the chart.

const STATES = { new: "New", known: "Known from the baseline", approved: "Approved" };
const CUES = {
  softened: "softens; that does not change it",
  told: "tells it as someone\u2019s experience; it still counts as the seller\u2019s claim",
  question: "asks; it still suggests the claim unless the answer is no",
};

function badge(level, text = level) {
  return el("span", { class: `level ${level}` }, titled(text));
}

function spot(finding) {
  if (finding.page) return `page ${finding.page}`;
  if (finding.pointer && !finding.pointer.startsWith("/")) return finding.pointer;
  return `${finding.start.line}:${finding.start.column}`;
}

function stamp(finding) {
  const choice = choiceOn(finding);
  if (choice !== "none") return el("span", { class: `stamp ${choice}` }, CHOICES[choice]);
  return finding.state === "new" ? null : el("span", { class: `stamp ${finding.state}` }, titled(finding.state));
}

function lineOf(finding, title) {
  return el("li", {}, el("button", { type: "button", class: "finding", "data-finding": finding.index },
    badge(finding.level), el("span", { class: "title" }, title), stamp(finding),
    el("span", { class: "where" }, `${finding.law.toUpperCase()} \u00b7 ${spot(finding)}`)));
}

function copyOf(sentence, marked, whole) {
  return segments(sentence, marked).map(({ text, findings: on }) => {
    if (!on.length) return whole ? text : shortened(text);
    const [first] = [...on].sort((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level));
    return el("mark", { class: first.level, "data-finding": first.index, title: `${titled(first.level)}: ${shown(first.title)}` }, text);
  });
}

// Under a rule the heading has the title already: there the lines tell the words, and the card its file.
function cardOf(card, by) {
  return el("article", { class: "card" },
    by === "rule" ? el("p", { class: "from" }, el("bdi", {}, card.path)) : null,
    el("p", { class: "copy", dir: "auto" }, copyOf(card.findings[0].sentence, card.findings)),
    el("ul", {}, card.findings.map((finding) => lineOf(finding, by === "rule" ? `\u201c${shortened(finding.text)}\u201d` : finding.title))));
}

function part(title, ...children) {
  const given = children.flat(Infinity).filter(Boolean);
  return given.length ? el("section", {}, el("h3", {}, title), given) : null;
}

function listed(items) {
  return items.length ? el("ul", {}, items.map((item) => el("li", {}, item))) : null;
}

// All that is known of a finding; on paper without its controls.
function tell(finding, controls) {
  return [
    el("p", { class: "kind" }, badge(finding.level), el("span", {}, `${finding.law.toUpperCase()}: ${titled(finding.class).toLowerCase()}`), stamp(finding)),
    el("h2", {}, finding.title),
    el("blockquote", { class: "copy", dir: "auto" }, copyOf(finding.sentence, [finding], true)),
    finding.said[0] === finding.said[1] ? part("The words", el("p", { class: "copy" }, finding.text)) : null,
    controls,
    part("Why", el("p", {}, finding.why)),
    part("Safer wording", finding.instead.map((text) => wording(text, controls))),
    part("The law", listed(finding.basis.map((basis) => link(basis.url, basis.cite)))),
    part("Objected to before", finding.seen.map(fact)),
    part("Words that bear on it", listed(finding.cues.map(cue))),
    finding.approval ? part("Approval", facts(finding.approval)) : null,
    part("Particulars", facts(particulars(finding))),
  ];
}

function wording(text, controls) {
  const copy = controls ? el("button", { type: "button", class: "small", "data-copy": text, "aria-label": `Copy: ${text}` }, "Copy") : null;
  return el("p", { class: "wording" }, el("span", { class: "copy" }, text), copy);
}

function fact(seen) {
  return el("p", { class: "fact" }, el("q", {}, seen.said), " ", el("small", {}, link(seen.source, `${seen.by}, ${seen.kind}, ${seen.year}`)));
}

function cue(mention) {
  return [mention.text ? el("q", {}, mention.text) : "The passage", ` ${CUES[mention.effect] ?? titled(mention.effect).toLowerCase()}`];
}

function particulars(finding) {
  const { start, end } = finding;
  return {
    file: finding.path, place: `line ${start.line}, column ${start.column} to line ${end.line}, column ${end.column}`,
    page: finding.page, pointer: finding.pointer, rule: finding.rule, "also matched": finding.also.join(", "),
    says: finding.says, state: STATES[finding.state], fingerprint: finding.fingerprint,
  };
}

function facts(told) {
  return el("dl", {}, Object.entries(told).filter(([, value]) => value).map(([name, value]) => [el("dt", {}, titled(name)), el("dd", {}, value)]));
}

const FORMS = {
  approve: { title: "Approve", key: "a", asks: "Why it may stand", button: "Approve" },
  reject: { title: "Reject", key: "r", asks: "Note to the writer (optional)", button: "Keep the note" },
  ask: { title: "Ask", key: "q", asks: "Your question", button: "Keep the question" },
};

// The form of a decision. Which fields it shows follows the choice.
function form(finding, choice, alike) {
  const had = decided.get(keyOf(finding));
  const told = had?.choice === choice ? had : {};
  return el("form", { class: "decide", "aria-label": "Decision", "data-of": choice, novalidate: true },
    el("div", { class: "choices" }, Object.entries(FORMS).map(([name, { title, key }]) =>
      el("button", { type: "button", class: `choice ${name}`, "data-choice": name, "aria-pressed": String(name === choice), "aria-keyshortcuts": key }, title, " ", el("kbd", {}, key)))),
    choice ? fields(choice, told, alike) : null,
    choice ? el("p", { class: "row" }, el("button", { class: "main" }, FORMS[choice].button), had ? el("button", { type: "button", "data-undo": true, "aria-keyshortcuts": "u" }, "Undo ", el("kbd", {}, "u")) : null) : null);
}

function fields(choice, told, alike) {
  const approves = choice === "approve";
  return [
    field(FORMS[choice].asks, el("textarea", { name: "reason", rows: 3, required: choice !== "reject" }), told.reason),
    field("Your name", el("input", { name: "by", autocomplete: "name", required: approves }), told.by ?? kept("claimlint:name")),
    approves ? field("Evidence (optional: a file or an address)", el("input", { name: "evidence" }), told.evidence) : null,
    approves ? field("Holds until (optional)", el("input", { name: "expires", type: "date" }), told.expires) : null,
    alike ? el("label", { class: "tick" }, el("input", { type: "checkbox", name: "alike" }), ` Also ${counted(alike, "other finding")} of this rule on these words`) : null,
  ];
}

function field(label, input, value) {
  input.value = value ?? "";
  return el("label", { class: "field" }, el("span", {}, label), input);
}

const SHORT = 10;
const LONG = 400;

function facet({ name, title, long, order }, counts, unfolded) {
  const values = [...new Set([...counts.keys(), ...asked[name]])];
  if (values.length < 2 && !asked[name].size) return null;
  if (order) values.sort((one, other) => order.indexOf(one) - order.indexOf(other));
  else if (long) values.sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
  const most = !long ? values.length : unfolded ? LONG : SHORT;
  const left = values.length - most;
  return el("fieldset", {}, el("legend", {}, title),
    values.slice(0, most).map((value) => option(name, value, counts.get(value) ?? 0)),
    left > 0 && !unfolded ? el("button", { type: "button", class: "more", "data-unfold": name }, `${number(left)} more`) : null,
    left > 0 && unfolded ? el("small", {}, `${number(left)} more; search to narrow`) : null);
}

const VALUES = { none: "Undecided", approve: "Approved", reject: "Rejected", ask: "Asked", known: "Known (baseline)" };

function option(facetName, value, count) {
  const name = ["path", "rule"].includes(facetName) ? value : facetName === "law" ? value.toUpperCase() : VALUES[value] ?? titled(value);
  return el("button", { type: "button", class: "option", "data-facet": facetName, "data-value": value, "aria-pressed": String(asked[facetName].has(value)), title: shown(name) },
    el("span", { class: facetName === "level" ? `level ${value}` : "value" }, el("bdi", {}, name)), el("span", { class: "number" }, number(count)));
}

function svg(tag, traits, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(traits)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// New findings of each run as a column, the most severe at the bottom; the table below it tells the same.
function chart(runs) {
  const sum = ({ summary }) => LEVELS.reduce((total, level) => total + summary[level], 0);
  const most = Math.max(1, ...runs.map(sum));
  const wide = Math.min(72, 760 / runs.length), high = 130, ground = high + 20;
  const columns = runs.flatMap((run, index) => {
    let top = ground;
    const stack = LEVELS.map((level) => {
      const tall = (run.summary[level] / most) * high;
      top -= tall;
      return svg("rect", { class: level, x: (index + 0.18) * wide, y: top, width: wide * 0.64, height: tall });
    });
    return wide > 20 ? [...stack, svg("text", { x: (index + 0.5) * wide, y: top - 6 }, number(sum(run)))] : stack;
  });
  const size = { width: runs.length * wide, height: ground + 2 };
  return svg("svg", { class: "chart", viewBox: `0 0 ${size.width} ${size.height}`, ...size, role: "img", "aria-label": "New findings by level, run by run; the table below tells the same" },
    ...columns, svg("line", { x1: 0, x2: size.width, y1: ground + 0.5, y2: ground + 0.5 }));
}
