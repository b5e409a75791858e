// Changes documents in bytes, lines and nodes of their frontmatter, by a seeded source of chance.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { isMap, isPair, isScalar, isSeq, parseDocument, visit } from "yaml";

/** What breaks readers: marks, times, zones, controls, and words that mean something. */
const SCRAPS = [
  ..."|_*`~<>[](){}#-+:;,.!?@&%\\\"'=/ \t\n\r\0",
  ...[
    "---",
    "+++",
    "```",
    "<!--",
    "-->",
    "(gap: ",
    "pm-disable",
    "[^1]",
    "|---|",
    "](",
    "::",
    "\r\n",
  ],
  ...[
    "2026-13-45",
    "24:60",
    "12:00 UTC",
    "+25:00",
    "T+5",
    "1h 90m",
    "now",
    "yesterday",
    "00:00-00:01",
  ],
  ...["\u202e", "\u200b", "\ufeff", "\u001b[31m", "\u2028", "é", "😀", "０", "İ", "ß"],
  ...["unknown", "none", "n/a", "TBD", "null", "~", "yes", "__proto__", "constructor", "toString"],
  ...[
    "::error::x",
    "##vso[task.setvariable]",
    "=1+1",
    "{{title}}",
    "1e999",
    "-0",
    "0x10",
    "&a",
    "*a",
    "!!js",
  ],
];
const VALUES = [
  ...[null, true, 0, -1, 1e21, "", " ", "unknown", "2026-02-30", "12:00", "a.b.c", [], {}, [[]]],
  ...[
    ["x", "x"],
    { a: { b: {} } },
    "[[x]]",
    "# x",
    "- x",
    "a: b",
    "1h",
    "\u001b]0;x\u0007",
    "x".repeat(300),
  ],
];

/** A source of chance for one input: the same for the same seed. */
export function chanceOf(seed, index) {
  const generator = xoroshiro128plus(seed * 1_000_003 + index);
  const below = (size) => uniformInt(generator, 0, Math.max(0, size - 1));
  return { below, pick: (list) => list[below(list.length)] };
}

function changeCharacters(text, { below, pick }) {
  const at = below(text.length + 1);
  const length = pick([0, 0, 1, 1, 5, 40]);
  const insert = pick([pick(SCRAPS), pick(SCRAPS), "", pick(SCRAPS).repeat(below(60))]);
  return text.slice(0, at) + insert + text.slice(at + length);
}

function changeLines(text, chance, others) {
  const { below, pick } = chance;
  const lines = text.split("\n");
  const at = below(lines.length);
  const other = pick(others).split("\n");
  const from = below(other.length);
  const changes = [
    () => lines.splice(at, 1),
    () => lines.splice(at, 0, lines[at]),
    () => lines.splice(at, 0, lines[below(lines.length)]),
    () => lines.splice(at, below(4), ...other.slice(from, from + below(12))),
    () => lines.splice(at, 1, `${pick(["  ", "> ", "- ", "    ", "# ", "\t"])}${lines[at]}`),
    () => lines.splice(at, 0, pick(SCRAPS)),
  ];
  pick(changes)();
  return lines.join("\n");
}

const FRONTMATTER = /^---\n(.*?)\n---\n/s;

/** Changes a node of the frontmatter; leaves a text without one, or with one that is no YAML. */
function changeNode(text, { below, pick }) {
  const [whole, yaml] = FRONTMATTER.exec(text) ?? [];
  if (whole === undefined) return text;
  const document = parseDocument(yaml, { logLevel: "silent" });
  if (document.errors.length > 0) return text;
  const nodes = [];
  visit(document, (_key, node, path) => {
    if (isPair(node) || isScalar(node) || isSeq(node) || isMap(node)) nodes.push([node, path]);
  });
  if (nodes.length === 0) return text;
  const [node, path] = pick(nodes);
  const parent = path.at(-1);
  const siblings = isMap(parent) || isSeq(parent) ? parent.items : null;
  const changes = [() => siblings?.splice(siblings.indexOf(node), 1)];
  if (isPair(node)) changes.push(() => (node.value = document.createNode(pick(VALUES))));
  if (isPair(node)) changes.push(() => (node.key = document.createNode(pick(SCRAPS))));
  if (isScalar(node))
    changes.push(() => (node.value = pick([pick(SCRAPS), String(node.value) + pick(SCRAPS)])));
  if (siblings && isSeq(parent))
    changes.push(() => siblings.splice(below(siblings.length), 0, node));
  pick(changes)();
  try {
    return `---\n${document.toString()}---\n${text.slice(whole.length)}`;
  } catch {
    return text;
  }
}

function toml(value) {
  if (Array.isArray(value)) return `[${value.map(toml).join(", ")}]`;
  if (typeof value === "object") {
    const pairs = Object.entries(value).filter(([, one]) => one !== null);
    return `{ ${pairs.map(([key, one]) => `${JSON.stringify(key)} = ${toml(one)}`).join(", ")} }`;
  }
  const isDate = typeof value === "string" && /^\d{4}-\d\d-\d\d(?:[T ]|$)/.test(value);
  return isDate ? value : JSON.stringify(value);
}

/** The same frontmatter as TOML, with its dates as TOML has them. */
function asToml(text) {
  const [whole, yaml] = FRONTMATTER.exec(text) ?? [];
  const data = whole === undefined ? null : parseDocument(yaml, { logLevel: "silent" }).toJS();
  if (data === null || typeof data !== "object") return text;
  const lines = Object.entries(data).flatMap(([key, value]) =>
    value === null ? [] : [`${JSON.stringify(key)} = ${toml(value)}`],
  );
  return `+++\n${lines.join("\n")}\n+++\n${text.slice(whole.length)}`;
}

/** Some bytes of a text changed, also to what is no UTF-8. */
function changeBytes(text, { below }) {
  const bytes = Buffer.from(text);
  for (let left = below(4); left > 0; left -= 1) bytes[below(bytes.length)] = below(256);
  return bytes;
}

/** A document that was changed a few times, as bytes. */
export function mutate(documents, chance) {
  const { below, pick } = chance;
  let text = pick(documents);
  for (let left = below(3); left > 0; left -= 1) text = changeNode(text, chance);
  if (below(6) === 0) text = asToml(text);
  for (let left = below(5); left > 0; left -= 1) {
    text = pick([changeCharacters, changeLines])(text, chance, documents);
  }
  if (below(12) === 0) text = text.replaceAll("\n", "\r\n");
  return below(8) === 0 ? changeBytes(text, chance) : Buffer.from(text);
}
