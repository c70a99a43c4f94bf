// Texts and elements. Everything from the report goes in as a text node, with hidden characters made visible.

const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff0-\uffff\u{e0000}-\u{e0fff}]|\p{Cs}/gu;

function shown(text) {
  return text.replace(HIDDEN, (char) => `\u27e8U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}\u27e9`);
}

function el(tag, traits = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  fill(node, children);
  return node;
}

function fill(node, ...children) {
  const given = children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false);
  node.replaceChildren(...given.map((child) => (child instanceof Node ? child : document.createTextNode(shown(String(child))))));
}

function byId(name) {
  return document.getElementById(name);
}

function number(count) {
  return count.toLocaleString("en");
}

function counted(count, noun) {
  return `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function titled(text) {
  return text.charAt(0).toUpperCase() + text.slice(1).replaceAll(/[_-]/g, " ");
}

// A pack may name any address; only web pages become links.
function link(address, text) {
  const safe = URL.canParse(address) ? new URL(address) : null;
  if (!["http:", "https:"].includes(safe?.protocol)) return el("span", {}, text);
  return el("a", { href: safe.href, target: "_blank", rel: "noopener noreferrer" }, text);
}

// Cut a sentence where claims begin and end; `said` counts code points.
function segments(sentence, findings) {
  const letters = Array.from(sentence);
  const cuts = new Set([0, letters.length]);
  for (const place of findings.flatMap((finding) => finding.said)) cuts.add(Math.min(place, letters.length));
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(1).map((end, index) => ({
    text: letters.slice(places[index], end).join(""),
    findings: findings.filter(({ said }) => said[0] <= places[index] && said[1] >= end),
  }));
}

const LONGEST = 360;

function shortened(text) {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)} \u2026 ${text.slice(-LONGEST / 2)}`;
}
