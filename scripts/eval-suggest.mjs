// Compares the gaps that pm suggests with those that people read in real postmortems (test/eval/gaps),
// sentence by sentence, beside a plain keyword search. The documents lie beside the project; without
// them nothing is compared.
// Options: --misses lists what is missed and what is wrong, as pointers. --public DIR compares with public
// documents instead, which lie there as DIR/<owner>/<name>/<file>; with --held-out those that were kept for
// checking, instead of those that cues and weights were made with; with --set NAME those of the files whose
// names begin so. --min-confidence N (default: that of pm suggest).
// A gap that a strict reader would leave out counts as right and not as missed; so does a hand-over. Of some documents
// only the hand-overs are labelled.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { domainOf } from "../build/core/taxonomy.js";
import { RULES } from "../build/lint/rules/index.js";
import { openProject } from "../build/project/project.js";
import { readFolder } from "../build/project/read-postmortems.js";
import { readShippedData } from "../build/project/shipped.js";
import { parseRanker } from "../build/setup/ranker.js";
import { WORTH_PROPOSING } from "../build/suggest/define.js";
import { suggestEscalations } from "../build/suggest/escalation-suggestions.js";
import { suggestRankedGaps } from "../build/suggest/ranked-gaps.js";
import {
  isIn,
  labelledDocuments,
  labelOf,
  missingDocument,
  suggestContext,
} from "./ranker/labelled.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: {
    public: { type: "string" },
    "held-out": { type: "boolean", default: false },
    set: { type: "string" },
    misses: { type: "boolean", default: false },
    "min-confidence": { type: "string", default: String(WORTH_PROPOSING) },
  },
});
const PUBLIC = values.public ?? null;
const CORPORA = PUBLIC ?? join(ROOT, "../shared/corpora");
const KINDS = ["knowledge", "coverage", "instrumentation", "access", "documentation"];

/** What somebody would search for without any of this: written once, and never tuned. */
const KEYWORDS = {
  knowledge: /\b(unfamiliar|not know|n't know|unaware|knowledge|understanding|training|assumed)\b/i,
  coverage: /\b(escalat\w+|expert\w*|on-call|another team|asked)\b/i,
  instrumentation: /\b(monitor\w*|alert\w*|alarm\w*|dashboard\w*|visibility|metrics|tests?)\b/i,
  access: /\b(access|permissions?|credentials?)\b/i,
  documentation: /\b(documentation|document|documented|docs|runbooks?|playbooks?|wiki)\b/i,
};

const minConfidence = Number(values["min-confidence"]);
/** Which files of labels are compared: those whose names begin so. */
function chosenSet() {
  if (values.set !== undefined) return values.set;
  if (PUBLIC === null) return "development";
  return values["held-out"] ? "held-out" : "public";
}
const SET = chosenSet();

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
        expected: labelOf(gaps, sentence.range),
        found: suggestions.get(sentence.range.start.offset) ?? null,
      })),
      ...rest.map((gap) => ({ file, at: gap, expected: gap, found: null })),
    ];
  });
}

/** Precision and recall; `held` of what is expected was found. */
function figures(right, found, held, expected) {
  const precision = found === 0 ? 0 : right / found;
  const recall = expected === 0 ? 0 : held / expected;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const two = (value) => value.toFixed(2);
  return (
    `precision ${found === 0 ? "none" : two(precision)} (${right} of ${found})`.padEnd(32) +
    `recall ${expected === 0 ? "none" : two(recall)} (${held} of ${expected})`.padEnd(30) +
    `F1 ${two(f1)}`
  );
}

function printFigures(label, judged) {
  const print = (name, isFound, isExpected) => {
    const found = judged.filter((one) => one.found !== null && isFound(one.found));
    const expected = judged.filter(
      (one) => one.expected !== null && one.expected.strong !== false && isExpected(one.expected),
    );
    const right = found.filter((one) => one.expected !== null && isExpected(one.expected));
    const held = expected.filter((one) => one.found !== null && isFound(one.found));
    const written = figures(right.length, found.length, held.length, expected.length);
    console.log(`  ${name.padEnd(17)}${written}`);
  };
  console.log(label);
  print(
    "gap or none",
    () => true,
    () => true,
  );
  for (const wanted of KINDS) {
    const isOfKind = ({ kind }) => kind === wanted;
    print(wanted, isOfKind, isOfKind);
  }
}

/**
 * Of right proposals whose domain is labelled: how many name the domain that people say was missing (no competency,
 * where they say that none fits), how many name none, and how many name another.
 */
function printDomains(judged, taxonomy) {
  const right = judged.filter(({ expected, found }) => expected && found);
  const kinds = right.filter(({ expected, found }) => expected.kind === found.kind).length;
  const labelled = right.filter(({ expected }) => expected.domain !== undefined);
  const named = labelled.map(({ expected, found }) => {
    const domain = found.competency === null ? null : domainOf(taxonomy, found.competency);
    if (domain === expected.domain) return "right";
    return domain === null ? "none" : "wrong";
  });
  const count = (wanted) => named.filter((one) => one === wanted).length;
  console.log(
    `  of ${right.length} right sentences: kind ${kinds}; of ${labelled.length} with a labelled domain: ` +
      `right ${count("right")}, none named ${count("none")}, another named ${count("wrong")}`,
  );
  if (!values.misses) return;
  for (const { file, at, expected, found } of labelled) {
    const domain = found.competency === null ? null : domainOf(taxonomy, found.competency);
    if (domain === expected.domain) continue;
    const place = `${file}:${at.line}:${at.column}`;
    console.log(
      `  other domain: ${place} ${expected.domain}, ${found.competency} ${found.because}`,
    );
  }
}

/** The escalations, by sentence, where documents are labelled with them. */
function printEscalations(documents, postmortems, context) {
  const labelled = documents
    .filter(({ tellsEscalations }) => tellsEscalations)
    .map(({ file, escalations = [] }) => ({ file, gaps: escalations }));
  const judged = judge(labelled, postmortems, (postmortem) => {
    const found = suggestEscalations(postmortem, context);
    const sure = found.filter(({ confidence }) => confidence >= minConfidence);
    return new Map(sure.map((one) => [one.range.start.offset, one]));
  });
  const found = judged.filter((one) => one.found !== null);
  const expected = judged.filter((one) => one.expected !== null && one.expected.strong !== false);
  const right = found.filter((one) => one.expected !== null).length;
  const held = expected.filter((one) => one.found !== null).length;
  const written = figures(right, found.length, held, expected.length);
  console.log(`  ${"escalations".padEnd(17)}${written}`);
  if (!values.misses) return;
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
  const documents = labelledDocuments(PUBLIC, [SET]);
  const missing = missingDocument(documents);
  if (missing) {
    console.log(`The documents are not here (${missing.file}); nothing is compared.`);
    return;
  }
  const project = await openProject({ cwd: CORPORA, dir: CORPORA, configPath: null }, RULES);
  const paths = documents.map(({ file }) => join(CORPORA, file));
  const { postmortems, texts } = await readFolder(project, paths, ["everything", "prose"]);
  const ranker = parseRanker(await readShippedData("ranker"));
  const context = suggestContext(project, ranker);
  const read = documents.filter(({ gaps }) => gaps !== undefined);
  const judged = judge(read, postmortems, bySuggestion(context));
  console.log(`${SET}: ${documents.length} documents, ${judged.length} sentences read for gaps`);
  if (read.length > 0) {
    printFigures(`pm suggest, confidence from ${minConfidence}`, judged);
    printDomains(judged, project.taxonomy);
    if (values.misses) printMisses(judged);
  }
  printEscalations(documents, postmortems, context);
  if (read.length > 0) {
    printFigures("plain keywords", judge(read, postmortems, byKeyword(texts)));
  }
}

await run();
