// Finds readers that take more than linear time: each construct goes through a whole `pm lint`, at twice
// the size again and again until it takes half a second or reaches the largest size. Prints the CPU
// seconds of the last two sizes and their ratio, without what an empty document takes: about 2 is linear.
// Options: --bytes N (smallest size), --doublings N, --only TEXT (names that contain it), --all.
import process from "node:process";
import { parseArgs } from "node:util";
import { load } from "../bin/load.js";

const { main } = load("program");
const { values } = parseArgs({
  options: {
    bytes: { type: "string", default: "4800" },
    doublings: { type: "string", default: "3" },
    only: { type: "string", default: "" },
    all: { type: "boolean", default: false },
  },
});
const SMALLEST = Number(values.bytes);
const DOUBLINGS = Number(values.doublings);
/** CPU seconds from which a size is not doubled again. */
const ENOUGH = 0.5;
/** Least CPU seconds for which a ratio says anything. */
const LEAST = 0.06;
const WORST_SHOWN = 25;
const HEAD = "---\ntitle: A\nstatus: final\n---\n\n";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** A login of its own for each number. */
const loginOf = (i) =>
  Array.from({ length: 5 }, (_, at) => LETTERS[Math.floor(i / 26 ** at) % 26]).join("") + "q";
const nameOf = (i) => loginOf(i).charAt(0).toUpperCase() + loginOf(i).slice(1);

/** What comes before, again and again, and after. */
const BLOCKS = {
  "frontmatter keys": ["---\n", (i) => `key${i}: value\n`, "---\n# A\n"],
  "frontmatter gaps": [
    "---\ngaps:\n",
    (i) => `  - { competency: a.b${i}, evidence: x }\n`,
    "---\n# A\n",
  ],
  "frontmatter services": ["---\nservices: [", (i) => `s${i}, `, "x]\n---\n# A\n"],
  headings: [HEAD, (i) => `# Heading ${i}\n`, ""],
  "headings with lists": [HEAD, (i) => `## Heading ${i}\n\n- one\n- two\n\n`, ""],
  "disable comments": [HEAD, (i) => `<!-- pm-disable gap-evidence: reason ${i} -->\n\n`, ""],
  "disable next line": [
    HEAD,
    (i) => `<!-- pm-disable-next-line gap-evidence -- reason ${i} -->\ntext\n\n`,
    "",
  ],
  bullets: [`${HEAD}## Contributing factors\n\n`, (i) => `- A bullet number ${i}.\n`, ""],
  actions: [`${HEAD}## Actions\n\n`, (i) => `- [ ] Do thing ${i} (owner: platform)\n`, ""],
  "action table": [
    `${HEAD}## Actions\n\n| Action | Owner |\n|---|---|\n`,
    (i) => `| Do ${i} | platform |\n`,
    "",
  ],
  "timeline rows": [
    `${HEAD}## Timeline\n\n| Time | Event |\n|---|---|\n`,
    (i) => `| 12:${String(i % 60).padStart(2, "0")} | Event ${i} |\n`,
    "",
  ],
  "timeline bullets": [
    `${HEAD}## Timeline\n\n`,
    (i) => `- 12:${String(i % 60).padStart(2, "0")} event ${i}\n`,
    "",
  ],
  "gap tags": [
    `${HEAD}## Contributing factors\n\n`,
    (i) => `- Factor ${i}. (gap: messaging.backpressure, knowledge)\n`,
    "",
  ],
  "last names alone": [HEAD, () => "van der Roe restarted it. ", "\n"],
  "names with initials": [HEAD, (i) => `J. ${nameOf(i)} and J. Roe restarted it. `, "\n"],
  "unclosed fence": [`${HEAD}\`\`\`\n`, (i) => `line ${i} of code\n`, ""],
  prose: [
    `${HEAD}## Summary\n\n`,
    (i) => `The queue ${i} was slow because nobody had looked at its lag before. `,
    "\n",
  ],
  paragraphs: [
    `${HEAD}## Summary\n\n`,
    (i) => `The queue ${i} was slow because nobody had looked.\n\n`,
    "\n",
  ],
  labels: [HEAD, (i) => `**Label ${i}:** value\n\n`, ""],
  definitions: [HEAD, (i) => `[r${i}]: /url\n[r${i}] text\n\n`, ""],
  footnotes: [HEAD, (i) => `A[^${i}]\n\n[^${i}]: note\n\n`, ""],
  quotes: [HEAD, (i) => `> quote ${i}\n\n`, ""],
  "nested lists": [HEAD, (i) => `${"  ".repeat(i % 40)}- item ${i}\n`, ""],
  "nested quotes": [HEAD, (i) => `${"> ".repeat(i % 40)}quote ${i}\n`, ""],
  details: [HEAD, (i) => `<details><summary>S ${i}</summary>\n\ntext\n\n</details>\n\n`, ""],
  "unclosed details": [HEAD, (i) => `<details><summary>S ${i}</summary>\n\n`, ""],
  "setext headings": [HEAD, (i) => `Heading ${i}\n---\n\n`, ""],
  "setext headings without blank lines": [HEAD, (i) => `Heading ${i}\n-\n`, ""],
  "lines of =": [HEAD, () => "=\n", ""],
  "lines of ]": [HEAD, () => "a ]\n", ""],
  "lines of a paragraph": [HEAD, (i) => `line ${i} of one paragraph\n`, ""],
  "lines with times": [
    `${HEAD}## Timeline\n\n`,
    (i) => `12:${String(i % 60).padStart(2, "0")} event ${i}\n`,
    "",
  ],
  "task lists under one action": [
    `${HEAD}## Actions\n\n- [ ] All\n`,
    (i) => `  - [ ] Part ${i} 📅 2026-03-14\n`,
    "",
  ],
  "numbered why": [`${HEAD}## Root cause\n\n`, (i) => `${i + 1}. Why? Reason ${i}.\n`, ""],
  escalations: [HEAD, (i) => `We escalated to team ${i} at 03:05 because nobody knew.\n\n`, ""],
  "sections of one kind": [HEAD, (i) => `## Actions ${i}\n\n- Do ${i}\n\n`, ""],
  "tables of two rows": [HEAD, (i) => `| Key ${i} | Value |\n|---|---|\n| a | b |\n\n`, ""],
  "lines of a grid's cell": [`${HEAD}+--+--+\n`, (i) => `| a${i} | b |\n`, "+--+--+\n"],
  "columns of a row": [`${HEAD}| A | B |\n|---|---|\n| a `, (i) => `| c${i} `, "|\n"],
  "frontmatter actions": [
    "---\nactions:\n",
    (i) => `  - { title: Do ${i}, owner: a }\n`,
    "---\n# A\n",
  ],
  "frontmatter unclosed": ["---\n", (i) => `key${i}: [value\n`, ""],
  "frontmatter broken lines": ["---\n", (i) => `key${i}: a: b\n`, "---\n# A\n"],
  "frontmatter tabs": ["---\n", (i) => `key${i}:\n\tvalue\n`, "---\n# A\n"],
  "frontmatter anchors": ["---\n", (i) => `key${i}: &a${i} x\n`, "---\n# A\n"],
  "frontmatter toml": ["+++\n", (i) => `key${i} = "value"\n`, "+++\n# A\n"],
  shortcodes: [HEAD, (i) => `{{< note ${i} >}}\n\ntext\n\n`, ""],
  admonitions: [HEAD, (i) => `:::note ${i}\ntext\n\n`, ""],
  "html blocks": [HEAD, (i) => `<table><tr><td>${i}</td></tr></table>\n\n`, ""],
  "lines below a label": [`${HEAD}Started: 2026-03-14 10:00\n`, () => "and one more line\n", ""],
  attendees: [`${HEAD}## Attendees\n\n`, (i) => `- ${nameOf(i)} ${nameOf(7 * i + 3)}\n`, ""],
  "owners who act": [
    `${HEAD}## Actions\n\n`,
    (i) => `- Mend it (owner: ${loginOf(i)}), ${loginOf(i)} asked for help\n`,
    "",
  ],
  handles: [HEAD, (i) => `@${loginOf(i)} restarted it\n\n`, ""],
  "mail addresses": [HEAD, (i) => `${loginOf(i)}@example.com did it\n\n`, ""],
  "lines of a chat": [HEAD, (i) => `[07:${10 + (i % 50)}] ${loginOf(i)}: I am on it\n\n`, ""],
  signatures: [HEAD, (i) => `Cheers,\n${nameOf(i)}\n\n`, ""],
  greetings: [HEAD, (i) => `Dear ${nameOf(i)},\n\n`, ""],
  thanks: [HEAD, (i) => `Thanks to ${nameOf(i)} and ${nameOf(7 * i + 3)}.\n\n`, ""],
};
const PATTERNS = [
  "|",
  "_a_",
  "*a*",
  "[a](",
  "<!--",
  "<!-- a",
  "[",
  "![",
  "(",
  "](",
  "`",
  "``",
  "~",
  "<",
  "<a ",
  "&",
  "&amp;",
  "\\",
  "a@",
  ":",
  "1:",
  "12:00 ",
  "2026-",
  "- ",
  "> ",
  "#",
  '"',
  "'",
  " ",
  "\t",
  "a ",
  "a, ",
  "(gap:",
  "(gap: a, ",
  "@a ",
  "…",
  "–",
  "00:00-",
  "http://",
  "**",
  "é",
  "UTC ",
  "1h ",
  "✅",
  "[]",
  "{",
  "}",
  "0",
  ". ",
  "::",
  "=>",
  "T+",
  "T+5 ",
  "📅 2026-03-14 ",
  "(2026-03-14) ",
  "due 14 March ",
  "next day ",
  "12:00-12:05, ",
  "owner: ",
  "owner: a, due ",
  "a.b",
  "#1 ",
  "OPS-1 ",
  "-->",
  "{{< ",
  "{% ",
  "<br>",
  "</a>",
  "[^1]",
  "[a][",
  "\u00a0",
  "\u202e",
  "a - ",
  "a: ",
  "a; ",
  "**a:** ",
  "`a` ",
  "the team ",
  "nobody knew ",
  "because ",
  "escalated to ",
  "A. ",
  "--",
  "|--",
  "Dr. ",
  "5 of 6 ",
  "1,",
  "é\u0301",
  "-",
  "=",
  "+",
  "/",
  "?!",
];
const PLACES = {
  label: "**Severity:** ",
  "gap tag": "## Contributing factors\n\n- (gap: ",
  factor: "## Contributing factors\n\n- ",
  action: "## Actions\n\n- [ ] ",
  "timeline row": "## Timeline\n\n| Time | Event |\n|---|---|\n| 12:00 | ",
  "timeline bullet": "## Timeline\n\n- 12:00 ",
  paragraph: "",
  heading: "# ",
  cell: "| Severity | Start |\n|---|---|\n| P1 | ",
  "action cell": "## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n| Do it | platform | ",
  "escalation cell":
    "## Escalations\n\n| At | From | To | Reason |\n|---|---|---|---|\n| 03:05 | payments | platform | ",
  summary: "## Summary\n\n",
  detection: "## Detection\n\nDetected by ",
  escalation: "We escalated to platform at 03:05 because ",
  "root cause": "## Root cause\n\n1. Why? ",
  quote: "> ",
  comment: "<!-- ",
  "disable comment": "<!-- pm-disable gap-evidence -- ",
};
/** Values of a frontmatter, of which only the text of their own differs. */
const VALUES = {
  title: "title: ",
  "quoted title": 'title: "',
  date: "date: ",
  time: "times:\n  started: ",
  services: "services: ",
  "action title": "actions:\n  - title: ",
  "gap evidence": "gaps:\n  - competency: messaging.backpressure\n    evidence: ",
  key: "",
  duration: "duration: ",
  severity: "severity: ",
};

function* cases() {
  for (const [name, [before, repeat, after]] of Object.entries(BLOCKS)) {
    yield [
      name,
      (size) => {
        const parts = [before];
        for (let index = 0, length = 0; length < size; index += 1) {
          const part = repeat(index);
          parts.push(part);
          length += part.length;
        }
        return [...parts, after].join("");
      },
    ];
  }
  for (const [place, before] of Object.entries(VALUES)) {
    for (const pattern of PATTERNS) {
      yield [
        `${JSON.stringify(pattern)} in a frontmatter ${place}`,
        (size) => `---\n${before}${pattern.repeat(size / pattern.length)}\n---\n\n# A\n`,
      ];
    }
  }
  for (const [place, before] of Object.entries(PLACES)) {
    for (const pattern of PATTERNS) {
      yield [
        `${JSON.stringify(pattern)} in a ${place}`,
        (size) => `${HEAD}${before}${pattern.repeat(size / pattern.length)}\n`,
      ];
    }
  }
}

async function secondsFor(text) {
  const quiet = { isTerminal: false, columns: null, write: () => Promise.resolve() };
  const before = process.cpuUsage();
  await main(["lint", "-"], {
    cwd: process.cwd(),
    env: {},
    now: () => Date.now(),
    ask: null,
    stdout: quiet,
    stderr: quiet,
    readStdin: () => Promise.resolve(Buffer.from(text)),
    untilInterrupted: () => Promise.resolve(),
  });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The last two sizes of a construct, with the seconds of each beyond those of an empty document. */
async function measure(textOf, empty) {
  let once = 0;
  let size = SMALLEST;
  let twice = (await secondsFor(textOf(size))) - empty;
  for (let doubling = 0; doubling < DOUBLINGS && twice < ENOUGH; doubling += 1) {
    size *= 2;
    once = twice;
    twice = (await secondsFor(textOf(size))) - empty;
  }
  return { size, once, twice, ratio: once > 0 ? twice / once : Number.NaN };
}

for (let run = 0; run < 20; run += 1) await secondsFor("# A\n");
const empties = [];
for (let run = 0; run < 9; run += 1) empties.push(await secondsFor("# A\n"));
const empty = empties.toSorted((a, b) => a - b)[4];
const found = [];
for (const [name, textOf] of cases()) {
  if (!name.includes(values.only)) continue;
  found.push({ name, ...(await measure(textOf, empty)) });
}
const told = found.filter(({ twice }) => twice >= LEAST);
const shown = told.toSorted((a, b) => b.ratio - a.ratio);
console.log(`${found.length} constructs, ${found.length - told.length} of them too quick to tell`);
console.log("  bytes   once  twice ratio  construct");
for (const { name, size, once, twice, ratio } of values.all ? shown : shown.slice(0, WORST_SHOWN)) {
  const figures = [
    String(size).padStart(7),
    once.toFixed(2).padStart(6),
    twice.toFixed(2).padStart(6),
  ];
  console.log(`${figures.join(" ")} ${ratio.toFixed(1).padStart(5)}  ${name}`);
}
