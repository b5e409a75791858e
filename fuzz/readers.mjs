// Reads many small changed documents in one process: each is parsed, judged, fixed and reported by the
// functions that commands call. Names each input for which a promise is broken: nothing throws or takes
// long, findings stand in the document, nothing printed steers a terminal, fixes change no fact and
// settle. The same seed gives the same inputs. Documents are pieces of the examples, changed as in mutate.mjs.
// Options: --inputs N (default 10000), --seed N, --from N (the first input), --keep DIR (broken inputs),
// --figures FILE (a line of JSON with what was run so far, every few thousand inputs), --seconds N.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { parseArgs } from "node:util";
import { applyEdits } from "../build/core/places/apply-edits.js";
import { FINDING_FORMATS } from "../build/formats/findings/index.js";
import { FORMATS as TABLE_FORMATS } from "../build/formats/tables/index.js";
import { withhold } from "../build/formats/withhold.js";
import { anonymisedFolder, shownDocument } from "../build/jobs/anonymised.js";
import { textChecker } from "../build/jobs/lint/check-text.js";
import { RULES } from "../build/lint/rules/index.js";
import { peopleOf } from "../build/people/people-of.js";
import { openProject } from "../build/project/project.js";
import { printable } from "../build/project/read-postmortems.js";
import { sourceOfBytes } from "../build/read/read-file.js";
import { NO_FILTERS } from "../build/reports/define.js";
import { documentReport } from "../build/reports/document/document-report.js";
import { REPORTS } from "../build/reports/index.js";
import { exampleDocuments, piecesOf, smallDocument } from "./documents.mjs";
import { chanceOf, mutate } from "./mutate.mjs";
import { gatherBroken, steers } from "./promises.mjs";

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "10000" },
    seconds: { type: "string", default: "Infinity" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    keep: { type: "string" },
    figures: { type: "string" },
  },
});
/** CPU seconds that no small document may take. */
const LONG = 2;
/** Rounds of fixes after which a document has to settle. */
const MOST_ROUNDS = 10;
/** Of so many inputs, one is also fixed with what was probably meant. */
const UNSAFE_EVERY = 10;
/** Of so many inputs, one is also reported; each of its findings is printed in any case. */
const REPORT_EVERY = 3;
const FIGURES_EVERY = 2000;
const PATH = "a.md";
const NOW = Date.UTC(2026, 6, 1, 12);
const TEXT_FORMATS = TABLE_FORMATS.filter(({ gives }) => gives === "text");
const LOOK = { color: false, width: 100 };
const pieces = piecesOf(exampleDocuments());

async function openExamples() {
  const folder = mkdtempSync(join(tmpdir(), "pm-fuzz-"));
  for (const name of ["pm.yaml", "taxonomy.yaml"]) {
    writeFileSync(join(folder, name), readFileSync(join("examples", name)));
  }
  const project = await openProject({ cwd: folder, dir: null, configPath: null }, RULES);
  rmSync(folder, { recursive: true });
  return project;
}

const project = await openExamples();
const checked = textChecker(project, { rules: RULES, now: NOW });
const shown = printable(project);
const people = peopleOf(project);
const { config } = project;
const { thresholds, planWeights, timeZone } = config;
const window = { since: null, until: NOW, prior: null };

// Broken YAML throws many errors; of a stack, no more than this is printed.
Error.stackTraceLimit = 3;

const SUMMARIES = RULES.map((rule) => ({ ...rule, level: rule.defaultLevel }));

/** The report of `pm show`. */
function shownReport(postmortem) {
  const none = { error: 0, warning: 0 };
  return documentReport(shownDocument(shown(postmortem), project), timeZone, none);
}

/** What `pm show` says of a document, without where it stands. */
function factsOf(postmortem) {
  const { sections } = shownReport(postmortem);
  const facts = sections.find(({ key }) => key === "facts")?.rows ?? [];
  return facts.map(([fact, value]) => `${fact}: ${value}`).toSorted();
}

function optionsOf({ options }) {
  return Object.fromEntries(
    Object.entries(options).map(([name, { kind, default: otherwise }]) => {
      return [name, kind === "flag" ? true : kind === "teams" ? [] : otherwise];
    }),
  );
}

/** Builds a report of one document, and writes it in a format. */
async function reportOf(postmortem, definition, format) {
  const named = { teams: [], services: [] };
  const { postmortems, taxonomy: own } = anonymisedFolder([shown(postmortem)], project, named);
  const rest = { interventions: [], foreseen: [], decisions: [] };
  const query = {
    ...{ postmortems, window, filters: NO_FILTERS, taxonomy: own, thresholds, planWeights },
    ...{ timeZone, ...rest },
  };
  const report =
    definition === null ? shownReport(postmortem) : definition.build(query, optionsOf(definition));
  const search = people.search({ full: postmortem.listedNames.full, single: [] });
  return format.render(
    withhold(report, (text) => people.redact(text, search)),
    LOOK,
  );
}

function misplaced({ range: { start, end } }, { length }) {
  return start.offset < 0 || end.offset > length || start.offset > end.offset;
}

/** What is said of a document once nothing in it is left to fix; null where that never comes. */
function fixed(text, editsOf) {
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const outcome = checked({ path: PATH, text: current });
    const edits = outcome.findings.flatMap(editsOf);
    if (edits.length === 0) return outcome;
    current = applyEdits(current, edits);
  }
  return null;
}

/** The promises about fixes that a document breaks. */
function* brokenByFix(text, { findings, postmortem }, withUnsafe) {
  const editsOf = ({ fix, unsafeFix }) => fix ?? (withUnsafe ? unsafeFix : null) ?? [];
  if (postmortem === null || findings.every((one) => editsOf(one).length === 0)) return;
  const mended = fixed(text, editsOf);
  if (mended === null) yield "fixes never settle";
  if (mended === null || withUnsafe) return;
  // A frontmatter that could not be read has no facts before a fix makes it readable.
  if (findings.some(({ ruleId }) => ruleId === "frontmatter-syntax")) return;
  const after = mended.postmortem;
  const [was, is] = [factsOf(postmortem), after === null ? [] : factsOf(after)];
  const gone = was.filter((fact) => !is.includes(fact));
  const came = is.filter((fact) => !was.includes(fact));
  if (gone.length + came.length > 0) {
    yield `fixes change facts: ${gone.join("; ")} → ${came.join("; ")}`;
  }
}

/** Whether a text that took long takes as long again, by the processor instead of the clock. */
function* tooLong(text) {
  const began = process.cpuUsage();
  checked({ path: PATH, text });
  const { user, system } = process.cpuUsage(began);
  if (user + system > LONG * 1e6) yield `took ${((user + system) / 1e6).toFixed(1)} s`;
}

/** The promises that a text breaks, one after the other. */
async function* brokenBy(text, index) {
  const began = performance.now();
  const outcome = checked({ path: PATH, text });
  const { findings, silenced, postmortem } = outcome;
  if (findings.some((one) => misplaced(one, text))) yield "a finding stands outside its document";
  const format = FINDING_FORMATS[index % FINDING_FORMATS.length];
  const texts = new Map([[PATH, text]]);
  const lint = { findings, silenced, files: [PATH], texts, rules: SUMMARIES, version: "0" };
  const printed = format.render(lint, LOOK);
  if (steers(printed)) yield `lint as ${format.name} steers a terminal`;
  if (postmortem !== null && index % REPORT_EVERY === 0) {
    const turn = index / REPORT_EVERY;
    const definition = [null, ...REPORTS][turn % (REPORTS.length + 1)] ?? null;
    const table = TEXT_FORMATS[turn % TEXT_FORMATS.length];
    const report = await reportOf(postmortem, definition, table);
    const name = definition?.name ?? "show";
    if (steers(report)) yield `${name} as ${table.name} steers a terminal`;
  }
  yield* brokenByFix(text, outcome, index % UNSAFE_EVERY === 0);
  if (performance.now() - began > LONG * 1000) yield* tooLong(text);
}

const seed = Number(values.seed);
const first = Number(values.from);
const until = Date.now() + Number(values.seconds) * 1000;
const broken = gatherBroken(seed, values.keep);
let index = first;
let bytes = 0;

function writeFigures() {
  if (values.figures === undefined) return;
  const seconds = process.cpuUsage().user / 1e6;
  const figures = { seed, inputs: index - first, bytes, seconds, broken: [...broken.kinds] };
  writeFileSync(values.figures, `${JSON.stringify(figures)}\n`);
}

for (; index < first + Number(values.inputs) && Date.now() < until; index += 1) {
  const chance = chanceOf(seed, index);
  const input = mutate([smallDocument(pieces, chance)], chance);
  bytes += input.length;
  try {
    const read = sourceOfBytes(input, PATH)?.text;
    if (read === undefined) continue;
    // Most changes leave no newline at the end, or two: a fix of that alone tells little.
    const text = chance.below(5) > 0 ? `${read.trimEnd()}\n` : read;
    for await (const why of brokenBy(text, index)) broken.add(why, index, input);
  } catch (error) {
    broken.add(String(error.stack).split("\n").slice(0, 3).join(" "), index, input);
  }
  if (index % FIGURES_EVERY === 0) writeFigures();
}
writeFigures();
broken.print();
const mean = Math.round(bytes / Math.max(1, index - first));
console.log(
  `${index - first} inputs of seed ${seed}, ${mean} bytes each: ${broken.kinds.size} kinds of broken promises`,
);
process.exitCode = broken.kinds.size > 0 ? 1 : 0;
