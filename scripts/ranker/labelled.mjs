// The sentences that people have labelled (test/eval/gaps, pointers only), as pm sees them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { parsePostmortem } from "../../build/assemble/postmortem.js";
import { RULES } from "../../build/lint/rules/index.js";
import { contextOf, openProject } from "../../build/project/project.js";
import { readFolder } from "../../build/project/read-postmortems.js";
import { plainText } from "../../build/prose/sentences.js";
import { stemTokens, wordsIn } from "../../build/prose/stems.js";
import { canTell } from "../../build/suggest/can-tell.js";
import { featuresOf } from "../../build/suggest/features.js";
import { withEvidence } from "../../build/suggest/ranked-gaps.js";
import { fingerprintOf } from "../../build/suggest/sentence-text.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TRUTH = join(ROOT, "test/eval/gaps");
const CORPORA = join(ROOT, "../shared/corpora");

/** Words that stand in any text, as the folders that were read have them. */
export const stopWords = [];

/** Whether a labelled place lies in a range. */
export function isIn({ line, column }, { start, end }) {
  const isAfterStart = line > start.line || (line === start.line && column >= start.column);
  return isAfterStart && (line < end.line || (line === end.line && column < end.column));
}

/**
 * The labelled documents of the files whose names begin so, with their folder, the team that wrote them, and whether
 * their hand-overs are labelled.
 */
export function labelledDocuments(publicFolder, names) {
  const files = readdirSync(TRUTH).toSorted();
  return files
    .filter((file) => names.some((name) => file.startsWith(name)))
    .flatMap((name) => {
      const { documents, unlabelled = [] } = parse(readFileSync(join(TRUTH, name), "utf8"));
      return documents.map((document) => {
        const { repository, file } = document;
        const known = { ...document, tellsEscalations: !unlabelled.includes("escalations") };
        return repository === undefined
          ? { ...known, root: CORPORA, team: file.split("/")[0] }
          : { ...known, root: publicFolder, team: repository, file: `${repository}/${file}` };
      });
    });
}

/** The first document that is not at hand; undefined where all are. */
export function missingDocument(documents) {
  return documents.find(({ root, file }) => !existsSync(join(root, file)));
}

/** The documents read by pm, by folder: what `use` makes of each document, its postmortem and the context. */
export async function readLabelled(documents, use) {
  const found = [];
  for (const root of new Set(documents.map((one) => one.root))) {
    const own = documents.filter((one) => one.root === root);
    const project = await openProject({ cwd: root, dir: root, configPath: null }, RULES);
    const paths = own.map(({ file }) => join(root, file));
    const { postmortems } = await readFolder(project, paths, ["everything", "prose"]);
    const context = suggestContext(project);
    stopWords.push(...project.vocabulary.stop_words);
    const byPath = new Map(postmortems.map((postmortem) => [postmortem.path, postmortem]));
    for (const document of own) {
      const postmortem = byPath.get(document.file);
      if (postmortem) found.push(...use(document, postmortem, context));
    }
  }
  return found;
}

/** The context of a project's suggestions; without weights unless they are given. */
export function suggestContext(project, ranker = null) {
  return { ...project, language: project.language(), cues: project.cues(), ranker };
}

/** What the ranker, and the classifier of a folder's own tags, see of a sentence. */
function seenOf(postmortem, sentence, context) {
  return {
    features: featuresOf(postmortem, sentence, context),
    stems: new Set(stemTokens(sentence.tokens).map(({ stem }) => stem)),
  };
}

/** A sentence below its heading, or below a label in the place of one, as a document. */
function documentOf(heading, sentence) {
  const above = /^\P{L}/u.test(heading) ? heading : heading && `## ${heading}`;
  return `${["# Notes on an outage", above, sentence].filter(Boolean).join("\n\n")}\n`;
}

/**
 * The sentences that were written to teach (written.tsv), as the ranker sees them. They tell nothing of how
 * common gaps are in documents, nor of how far cues are to be trusted.
 */
export async function writtenSamples() {
  const project = await openProject({ cwd: TRUTH, dir: TRUTH, configPath: null }, RULES);
  const context = suggestContext(project);
  const [, ...rows] = readFileSync(join(TRUTH, "written.tsv"), "utf8").trimEnd().split("\n");
  return rows.flatMap((row, index) => {
    const [kind, heading, text] = row.split("\t");
    const path = `written/${index}.md`;
    const file = { path, text: documentOf(heading, text) };
    const postmortem = parsePostmortem(file, contextOf(project), ["everything", "prose"]);
    return postmortem.sentences
      .filter((sentence) => canTell(sentence, context))
      .map((sentence) => ({
        file: path,
        team: "written",
        kind: kind === "none" ? null : kind,
        isStrong: true,
        isWritten: true,
        cue: null,
        ...seenOf(postmortem, sentence, context),
      }));
  });
}

/** What people say of a sentence: a strict label before one that a strict reader would leave out. */
export function labelOf(gaps, range) {
  const labels = gaps.filter((gap) => isIn(gap, range));
  return labels.find(({ strong }) => strong !== false) ?? labels[0] ?? null;
}

/** As pm leaves them out (src/suggest/suggest.ts): what so many documents say in the same words is of their template. */
const TEMPLATE_DOCUMENTS = 3;
const TEMPLATE_WORDS = 8;

/** Without what stands word for word in several documents, as the questions of a template do. */
function withoutTemplate(samples) {
  const files = new Map();
  for (const { fingerprint, file } of samples) {
    files.set(fingerprint, (files.get(fingerprint) ?? new Set()).add(file));
  }
  return samples.filter(
    ({ fingerprint, words }) =>
      words < TEMPLATE_WORDS || files.get(fingerprint).size < TEMPLATE_DOCUMENTS,
  );
}

/**
 * The sentences of the documents that a ranker is asked about, as it sees them. `cue` is what the cues said
 * before they were changed with the document at hand, null where that is not known.
 */
export async function samplesOf(documents) {
  const samples = await readLabelled(
    documents,
    ({ file, team, gaps, before }, postmortem, context) => {
      const telling = postmortem.sentences.filter((sentence) => canTell(sentence, context));
      const earlier =
        before &&
        withEvidence(telling, ({ range }) => before.find((one) => isIn(one, range)) ?? null);
      return telling.map((sentence, index) => {
        const label = labelOf(gaps, sentence.range);
        const cue = earlier?.[index].evidence ?? null;
        return {
          file,
          team,
          kind: label?.kind ?? null,
          isStrong: label?.strong !== false,
          section: sentence.section,
          cue,
          fingerprint: fingerprintOf(sentence.tokens),
          words: wordsIn(plainText(sentence.tokens, [])).length,
          ...seenOf(postmortem, sentence, context),
        };
      });
    },
  );
  return withoutTemplate(samples);
}
