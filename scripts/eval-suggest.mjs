// Compares the gaps that pm suggests with those that people read in real postmortems (test/eval/gaps),
// sentence by sentence, beside a plain keyword search. The documents lie beside the project; without
// them nothing is compared.
// Options: --misses lists what is missed and what is wrong, as pointers. --held-out compares with the
// documents that were kept for checking once, instead of those that the cues were written against.
// --min-confidence N (default 0.5).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { domainOf } from "../build/core/taxonomy.js";
import { RULES } from "../build/lint/rules/index.js";
import { openProject } from "../build/project/project.js";
import { readFolder } from "../build/project/read-postmortems.js";
import { suggestGaps } from "../build/suggest/gap-suggestions.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CORPORA = join(ROOT, "../shared/corpora");
const TRUTH = join(ROOT, "test/eval/gaps");
const KINDS = ["knowledge", "coverage", "instrumentation", "access", "documentation"];

/** What somebody would search for without any of this: written once, and never tuned. */
const KEYWORDS = {
  knowledge: /\b(unfamiliar|not know|n't know|unaware|knowledge|understanding|training|assumed)\b/i,
  coverage: /\b(escalat\w+|expert\w*|on-call|another team|asked)\b/i,
  instrumentation: /\b(monitor\w*|alert\w*|alarm\w*|dashboard\w*|visibility|metrics|tests?)\b/i,
  access: /\b(access|permissions?|credentials?)\b/i,
  documentation: /\b(documentation|document|documented|docs|runbooks?|playbooks?|wiki)\b/i,
};

function option(name, otherwise) {
  const at = process.argv.indexOf(name);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}

const minConfidence = option("--min-confidence", 0.5);
const wantsHeldOut = process.argv.includes("--held-out");
const wantsMisses = process.argv.includes("--misses");

function truth() {
  const isWanted = (name) => name.startsWith("held-out") === wantsHeldOut;
  return readdirSync(TRUTH)
    .filter(isWanted)
    .toSorted()
    .flatMap((name) => parse(readFileSync(join(TRUTH, name), "utf8")).documents);
}

function isIn({ line, column }, { start, end }) {
  const isAfterStart = line > start.line || (line === start.line && column >= start.column);
  return isAfterStart && (line < end.line || (line === end.line && column < end.column));
}

/** Each sentence with what people say of it and what is suggested. */
function judge(documents, postmortems, suggest) {
  const byPath = new Map(postmortems.map((postmortem) => [postmortem.path, postmortem]));
  return documents.flatMap(({ file, gaps }) => {
    const postmortem = byPath.get(file);
    const suggestions = postmortem ? suggest(postmortem) : new Map();
    const sentences = postmortem?.sentences ?? [];
    const rest = gaps.filter((gap) => !sentences.some(({ range }) => isIn(gap, range)));
    return [
      ...sentences.map((sentence) => ({
        file,
        at: sentence.range.start,
        expected: gaps.find((gap) => isIn(gap, sentence.range)) ?? null,
        found: suggestions.get(sentence.range.start.offset) ?? null,
      })),
      ...rest.map((gap) => ({ file, at: gap, expected: gap, found: null })),
    ];
  });
}

function figures(right, found, expected) {
  const precision = found === 0 ? 0 : right / found;
  const recall = expected === 0 ? 0 : right / expected;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const two = (value) => value.toFixed(2);
  return (
    `precision ${found === 0 ? "none" : two(precision)} (${right} of ${found})`.padEnd(32) +
    `recall ${expected === 0 ? "none" : two(recall)} (${right} of ${expected})`.padEnd(30) +
    `F1 ${two(f1)}`
  );
}

function printFigures(label, judged) {
  const count = (test) => judged.filter(test).length;
  const isRight = ({ expected, found }) => expected !== null && found !== null;
  const found = count((one) => one.found !== null);
  const expected = count((one) => one.expected !== null);
  console.log(`${label}\n  ${"gap or none".padEnd(17)}${figures(count(isRight), found, expected)}`);
  for (const kind of KINDS) {
    const right = count((one) => one.expected?.kind === kind && one.found?.kind === kind);
    const ofKind = figures(
      right,
      count((one) => one.found?.kind === kind),
      count((one) => one.expected?.kind === kind),
    );
    console.log(`  ${kind.padEnd(17)}${ofKind}`);
  }
}

function printDomains(judged, taxonomy) {
  const right = judged.filter(({ expected, found }) => expected !== null && found !== null);
  const same = right.filter(({ expected, found }) => {
    const domain = found.competency === null ? null : domainOf(taxonomy, found.competency);
    return domain === expected.domain;
  });
  const kinds = right.filter(({ expected, found }) => expected.kind === found.kind).length;
  console.log(`  of ${right.length} right sentences: kind ${kinds}, domain ${same.length}`);
}

function printMisses(judged) {
  for (const { file, at, expected, found } of judged) {
    const place = `${file}:${at.line}:${at.column}`;
    const about = found && `${found.kind} ${found.competency} ${found.confidence} ${found.reason}`;
    if (expected && !found) console.log(`  missed: ${place} ${expected.kind} ${expected.domain}`);
    else if (found && !expected) console.log(`  wrong: ${place} ${about}`);
    else if (found && expected.kind !== found.kind) {
      console.log(`  other kind: ${place} ${expected.kind}, suggested ${about}`);
    }
  }
}

function bySuggestion(context) {
  return (postmortem) => {
    const sure = suggestGaps(postmortem, context).filter((one) => one.confidence >= minConfidence);
    return new Map(sure.map((suggestion) => [suggestion.range.start.offset, suggestion]));
  };
}

function byKeyword(texts) {
  return ({ path, sentences }) =>
    new Map(
      sentences.flatMap(({ range: { start, end } }) => {
        const text = (texts.get(path) ?? "").slice(start.offset, end.offset);
        const kind = KINDS.find((one) => KEYWORDS[one].test(text));
        return kind === undefined ? [] : [[start.offset, { kind, competency: null }]];
      }),
    );
}

async function run() {
  const documents = truth();
  if (documents.length === 0) {
    console.log("No documents are held out: each was used once (test/eval/README.md).");
    return;
  }
  if (documents.some(({ file }) => !existsSync(join(CORPORA, file)))) {
    console.log("The documents are not here; nothing is compared.");
    return;
  }
  const project = await openProject({ cwd: CORPORA, dir: CORPORA, configPath: null }, RULES);
  const paths = documents.map(({ file }) => join(CORPORA, file));
  const { postmortems, texts } = await readFolder(project, paths, ["everything", "prose"]);
  const context = { ...project, language: project.language(), cues: project.cues() };
  const judged = judge(documents, postmortems, bySuggestion(context));
  const set = wantsHeldOut ? "held out" : "development";
  console.log(`${set}: ${documents.length} documents, ${judged.length} sentences`);
  printFigures(`pm suggest, confidence from ${minConfidence}`, judged);
  printDomains(judged, project.taxonomy);
  if (wantsMisses) printMisses(judged);
  printFigures("plain keywords", judge(documents, postmortems, byKeyword(texts)));
}

await run();
