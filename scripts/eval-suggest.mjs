// Compares the gaps that pm suggests with those that people read in real postmortems (test/eval/gaps),
// sentence by sentence, beside a plain keyword search. The documents lie beside the project; without
// them nothing is compared.
// Options: --misses lists what is missed and what is wrong, as pointers. --held-out compares with the
// documents that were kept for checking once, instead of those that the cues were written against.
// --public DIR compares with public documents instead, which hold as DIR/<owner>/<name>/<file> what
// public.yaml points to. --min-confidence N (default 0.5).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { domainOf } from "../build/core/taxonomy.js";
import { RULES } from "../build/lint/rules/index.js";
import { openProject } from "../build/project/project.js";
import { readFolder } from "../build/project/read-postmortems.js";
import { readShippedData } from "../build/project/shipped.js";
import { parseRanker } from "../build/setup/ranker.js";
import { suggestEscalations } from "../build/suggest/escalation-suggestions.js";
import { suggestRankedGaps } from "../build/suggest/ranked-gaps.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const publicAt = process.argv.indexOf("--public");
const PUBLIC = publicAt === -1 ? null : process.argv[publicAt + 1];
const CORPORA = PUBLIC ?? join(ROOT, "../shared/corpora");
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
  const wanted = PUBLIC !== null ? "public" : wantsHeldOut ? "held-out" : "development";
  return readdirSync(TRUTH)
    .filter((name) => name.startsWith(wanted))
    .toSorted()
    .flatMap((name) => parse(readFileSync(join(TRUTH, name), "utf8")).documents)
    .map(({ repository, file, ...rest }) => ({
      ...rest,
      file: repository === undefined ? file : `${repository}/${file}`,
    }));
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

/** The escalations, by sentence, where documents are labelled with them. */
function printEscalations(documents, postmortems, context) {
  const labelled = documents.map(({ file, escalations = [] }) => ({ file, gaps: escalations }));
  const judged = judge(labelled, postmortems, (postmortem) => {
    const found = suggestEscalations(postmortem, context);
    const sure = found.filter(({ confidence }) => confidence >= minConfidence);
    return new Map(sure.map((one) => [one.range.start.offset, one]));
  });
  const found = judged.filter((one) => one.found !== null);
  const expected = judged.filter((one) => one.expected !== null).length;
  const right = found.filter((one) => one.expected !== null).length;
  console.log(`  ${"escalations".padEnd(17)}${figures(right, found.length, expected)}`);
  if (!wantsMisses) return;
  for (const { file, at, expected: label, found: one } of judged) {
    const place = `${file}:${at.line}:${at.column}`;
    if (label && !one) console.log(`  missed escalation: ${place}`);
    if (one && !label) console.log(`  wrong escalation: ${place} ${one.to} ${one.because}`);
  }
}

function printMisses(judged) {
  for (const { file, at, expected, found } of judged) {
    const place = `${file}:${at.line}:${at.column}`;
    const about = found && `${found.kind} ${found.competency} ${found.confidence} ${found.because}`;
    if (expected && !found) console.log(`  missed: ${place} ${expected.kind} ${expected.domain}`);
    else if (found && !expected) console.log(`  wrong: ${place} ${about}`);
    else if (found && expected.kind !== found.kind) {
      console.log(`  other kind: ${place} ${expected.kind}, suggested ${about}`);
    }
  }
}

function bySuggestion(context) {
  return (postmortem) => {
    const found = suggestRankedGaps(postmortem, context, context.ranker);
    const sure = found.filter((one) => one.confidence >= minConfidence);
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
  const ranker = parseRanker(await readShippedData("ranker"));
  const context = { ...project, language: project.language(), cues: project.cues(), ranker };
  const judged = judge(documents, postmortems, bySuggestion(context));
  const set = PUBLIC !== null ? "public" : wantsHeldOut ? "held out" : "development";
  console.log(`${set}: ${documents.length} documents, ${judged.length} sentences`);
  printFigures(`pm suggest, confidence from ${minConfidence}`, judged);
  if (PUBLIC === null) printDomains(judged, project.taxonomy);
  else printEscalations(documents, postmortems, context);
  if (wantsMisses) printMisses(judged);
  printFigures("plain keywords", judge(documents, postmortems, byKeyword(texts)));
}

await run();
