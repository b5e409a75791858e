// Finds readers that take more than linear time: each construct, repeated up to a size and up to twice
// that, through a whole \`pm lint\`. Prints the seconds of both and their ratio, the highest first.
// Options: --bytes N (default 24000), --only TEXT (names that contain it).
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { main } from "../dist/cli/main.js";

const { values } = parseArgs({
  options: { bytes: { type: "string", default: "24000" }, only: { type: "string", default: "" } },
});
const bytes = Number(values.bytes);
const HEAD = "---\ntitle: A\nstatus: final\n---\n\n";

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
  const began = performance.now();
  await main(["lint", "-"], {
    ...{
      cwd: process.cwd(),
      env: {},
      now: () => Date.now(),
      ask: null,
      stdout: quiet,
      stderr: quiet,
    },
    readStdin: () => Promise.resolve(Buffer.from(text)),
    untilInterrupted: () => Promise.resolve(),
  });
  return (performance.now() - began) / 1000;
}

const found = [];
await secondsFor("# A\n");
for (const [name, textOf] of cases()) {
  if (!name.includes(values.only)) continue;
  const once = await secondsFor(textOf(bytes));
  const twice = await secondsFor(textOf(2 * bytes));
  found.push({ name, once, twice, ratio: twice / once });
  if (twice > 1.5) console.error(`${name}: ${once.toFixed(2)} s, ${twice.toFixed(2)} s`);
}
console.log("seconds, twice, ratio");
for (const { name, once, twice, ratio } of found
  .toSorted((a, b) => b.twice - a.twice)
  .slice(0, 40)) {
  console.log(
    `${once.toFixed(2).padStart(7)} ${twice.toFixed(2).padStart(7)} ${ratio.toFixed(1).padStart(5)}  ${name}`,
  );
}
