import { NO_NAMES } from "../core/document/listed-names.ts";
import { indexLines, type LineIndex } from "../core/places/line-index.ts";
import { FILE_START } from "../core/position.ts";
import {
  type DocumentLanguage,
  type Fact,
  type FactName,
  type Postmortem,
} from "../core/postmortem.ts";
import type { Problem } from "../core/problem.ts";
import type { SourceFile } from "../core/source-file.ts";
import { type SplitDocument, splitDocument } from "../parse/frontmatter/frontmatter.ts";
import type { LocatedData } from "../parse/frontmatter/located-data.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import { readDirectives } from "./body/directives.ts";
import { type BodyFacts, bodyFacts, NO_PROSE } from "./body/facts.ts";
import { bodyIsNeeded, groupsOf, neededParts } from "./body/needed.ts";
import { bodyTitle } from "./body-title.ts";
import type { AssembleContext } from "./context.ts";
import { contradictedFacts } from "./contradicted.ts";
import { contextFor } from "./document-context.ts";
import { documentName } from "./document-name.ts";
import { endingProblems } from "./file-ending.ts";
import { type FrontmatterFacts, frontmatterFacts } from "./frontmatter/facts.ts";
import { listedSections } from "./frontmatter/listed-sections.ts";
import { offsetProblems } from "./frontmatter/local-times.ts";
import { foldKey } from "./frontmatter/other-tools-meaning.ts";
import { isRefuted } from "./frontmatter/refuted.ts";
import { wrappedEntries } from "./frontmatter/wrapped-entries.ts";
import { type BodyLabels, NO_LABELS } from "./labels/labels.ts";
import { withTitledSeverity } from "./labels/titled-severity.ts";
import { ENGLISH } from "./language.ts";
import { actionContradictions, mergeGaps } from "./merge.ts";
import { mergeEscalations } from "./merge-escalations.ts";
import { inapplicableMilestones, mergeMilestones, openMilestones } from "./milestones/merge.ts";
import { doubtfulNames, listedPeople } from "./people/listed-people.ts";
import { frontmatterListing } from "./people/listing-texts.ts";
import { zoneInLines } from "./timeline/zone.ts";
import { resolveZone } from "./written/zones.ts";

const NO_BODY: BodyFacts = {
  title: null,
  headLabel: null,
  labelledTitle: null,
  lineBelowTitle: null,
  day: null,
  timeline: null,
  timelineMilestones: {},
  statedDurations: {},
  gaps: [],
  escalations: [],
  actions: [],
  review: null,
  factors: [],
  sections: [],
  prompts: [],
  prose: () => NO_PROSE,
  listedNames: NO_NAMES,
  unclearDay: null,
  comments: [],
  labels: [],
  labelled: NO_LABELS,
  times: {},
  leftOpen: [],
  inapplicable: [],
  earliestSaid: null,
  problems: [],
};

const NO_FRONTMATTER = {
  data: {},
  problems: [],
  valueRange: () => FILE_START,
  keyRange: () => FILE_START,
  replaceText: () => null,
  addText: () => null,
  comments: [],
} satisfies LocatedData;

/** The id of a document that states none: its name. */
function idOfPath(path: string, { vocabulary }: AssembleContext): Fact<string> {
  const value = documentName(path, vocabulary);
  return { value, source: { origin: "file", how: "stated", range: FILE_START } };
}

/** What the frontmatter states, else what the body states under a label, else what tags name. */
function withLabels(facts: FrontmatterFacts, labels: BodyLabels): BodyLabels {
  const { tagged } = facts;
  const services = facts.services.length > 0 ? facts.services : labels.services;
  return {
    status: facts.status ?? labels.status,
    severity: facts.severity ?? labels.severity ?? tagged.severity,
    services: services.length > 0 ? services : tagged.services,
    teams: facts.teams.length > 0 ? facts.teams : labels.teams,
    detectedBy: facts.detectedBy ?? labels.detectedBy,
    trigger: facts.trigger ?? labels.trigger,
    causes: facts.causes.length > 0 ? facts.causes : labels.causes,
  };
}

function splitProblems(split: SplitDocument): readonly Problem[] {
  return split.problems.map((problem) => ({ kind: "unparsed", ...problem }));
}

/** A document whose frontmatter is read, and whose body may be asked. */
export interface OpenDocument {
  readonly file: SourceFile;
  readonly context: AssembleContext;
  /** The zone that the frontmatter names for its times; null where it names none. */
  readonly ownZone: string | null;
  readonly lines: LineIndex;
  readonly split: SplitDocument;
  readonly facts: FrontmatterFacts;
  readonly language: DocumentLanguage;
}

/** The zone that the frontmatter names for its times: `timezone: Europe/Madrid`; null where it names none. */
function keyedZone(data: unknown, vocabulary: Vocabulary): string | null {
  const named = wrappedEntries(data, vocabulary).flatMap(({ key, value }) => {
    const isZone = typeof value === "string" && vocabulary.zone_keys.includes(foldKey(key));
    return isZone ? [resolveZone(value, vocabulary.zones)] : [];
  });
  return named.find((zone) => zone !== null) ?? null;
}

/** A time of the frontmatter that is written without a zone. */
const WITHOUT_ZONE = /:[^\S\n]+["']?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?["']?[^\S\n]*\r?$/m;

/** The zone that the body notes for times of the frontmatter that have none; null where it notes none. */
function notedZoneOf(
  text: string,
  { frontmatter, bodyOffset }: SplitDocument,
  vocabulary: Vocabulary,
): string | null {
  if (frontmatter === null || !WITHOUT_ZONE.test(text.slice(0, bodyOffset))) return null;
  const noted = zoneInLines(text.slice(bodyOffset), vocabulary);
  return noted === null ? null : resolveZone(noted, vocabulary.zones);
}

/** By what a document is read: the words of its language, and the zone of its times that name none. */
export function ownContext(
  file: SourceFile,
  split: SplitDocument,
  given: AssembleContext,
): Pick<OpenDocument, "context" | "ownZone" | "language"> {
  const { context: own, language } = contextFor(file, given);
  const ownZone = keyedZone(split.frontmatter?.data, own.vocabulary);
  const timeZone = ownZone ?? notedZoneOf(file.text, split, own.vocabulary);
  return { context: timeZone === null ? own : { ...own, timeZone }, ownZone, language };
}

/** Opens a document: splits it, and reads its frontmatter. Never throws on content. */
export function openDocument(file: SourceFile, given: AssembleContext): OpenDocument {
  const lines = indexLines(file.text);
  const split = splitDocument(file, lines);
  const own = ownContext(file, split, given);
  const facts = frontmatterFacts(split.frontmatter ?? NO_FRONTMATTER, own.context);
  return { file, ...own, lines, split, facts };
}

/**
 * Reads one document as far as `needs` asks: the frontmatter always, the body only where the
 * frontmatter leaves open what is asked. Never throws on content: what is wrong is in `problems`.
 */
export function parsePostmortem(
  file: SourceFile,
  context: AssembleContext,
  needs: readonly FactName[] = ["everything"],
): Postmortem {
  return readOpen(openDocument(file, context), needs);
}

/** The earliest point of a frontmatter from which a timeline can take its day. */
function anchorOf(milestones: OpenDocument["facts"]["milestones"]): Fact<number> | null {
  const { started, detected, acknowledged, diagnosed, mitigated } = milestones;
  const points = [detected, acknowledged, diagnosed, mitigated];
  return started ?? points.find((fact) => fact && fact.source.precision !== "day") ?? null;
}

/** What the body states; nothing where it is not needed. */
function bodyOf(
  { file, context, lines, split, facts }: OpenDocument,
  needs: readonly FactName[],
): { readonly body: BodyFacts; readonly bodyRead: boolean } {
  const { bodyOffset } = split;
  const inFrontmatter = frontmatterListing(split.frontmatter?.data ?? {}, context.vocabulary);
  const groups = groupsOf(facts);
  const text = { path: file.path, body: file.text.slice(bodyOffset) };
  if (!bodyIsNeeded(facts, text, needs, context)) {
    const listedNames = listedPeople(inFrontmatter, groups, context);
    return { body: { ...NO_BODY, listedNames }, bodyRead: false };
  }
  const { started } = facts.milestones;
  const parts = neededParts(facts, needs);
  const { day: keyedDay, title: keyedTitle, isPublishing, published } = facts;
  const people = { inFrontmatter, groups };
  const listed = listedSections(split.frontmatter ?? NO_FRONTMATTER, context.vocabulary);
  const keyed = { keyedDay, keyedTitle, isPublishing, published };
  const anchor = anchorOf(facts.milestones);
  const reading = { bodyOffset, lines, started, anchor, parts, listed, ...keyed, ...people };
  return { body: bodyFacts(file, reading, context), bodyRead: true };
}

/** What a postmortem has as its body tells it. */
function asInBody(body: BodyFacts) {
  const { timeline, timelineMilestones, unclearDay } = body;
  const { factors, sections, labels, prompts } = body;
  return {
    ...{ timeline, timelineMilestones, unclearDay },
    ...{ factors, sections, labels, prompts },
  };
}

/** What is wrong with times of the frontmatter that state no offset, by the zone that the document names. */
function offsetsOf({ facts, context, ownZone, split }: OpenDocument, body: BodyFacts) {
  const { frontmatter } = split;
  const zone = ownZone ?? body.timeline?.zone ?? null;
  const located = frontmatter ?? NO_FRONTMATTER;
  return offsetProblems(facts.localTimes, zone, located, context, (time, local, at) => {
    return ownZone === null && isRefuted(time, local, at, body);
  });
}

/** Reads the postmortem in an open document, as far as `needs` asks. */
export function readOpen(document: OpenDocument, needs: readonly FactName[]): Postmortem {
  const { file, context, lines, split, facts, language } = document;
  const isEnglish = language.id === ENGLISH.id;
  const { body, bodyRead } = bodyOf(document, needs);
  const { sentences, namedPeople } = body.prose();
  const comments = [...(split.frontmatter?.comments ?? []), ...body.comments];
  const { directives, problems: directiveProblems } = readDirectives(comments, file.text);
  // What the lost frontmatter says is then read as a part of the body.
  const isLost = split.frontmatter === null && split.problems.length > 0;
  const { gaps, problems: gapProblems } = mergeGaps(facts.gaps, body.gaps);
  const { escalations, problems: escalationProblems } = mergeEscalations(
    facts.escalations ?? [],
    body.escalations,
  );
  const title = facts.title ?? bodyTitle(body, context);
  const stated = withLabels(facts, body.labelled);
  const labelled = withTitledSeverity(stated, [title, body.title], context);
  const milestones = mergeMilestones(facts, body);
  const doubtful = doubtfulNames({ ...labelled, gaps, escalations }, context);
  return {
    path: file.path,
    hasFrontmatter: split.frontmatter !== null || split.problems.length > 0,
    ...(isEnglish ? {} : { language }),
    id: facts.id ?? idOfPath(file.path, context),
    title,
    published: facts.published,
    ...labelled,
    milestones,
    unknownMilestones: openMilestones(facts, body),
    ...inapplicableMilestones(facts, body),
    ...asInBody(body),
    statedDurations: { ...body.statedDurations, ...facts.statedDurations },
    gaps,
    escalations,
    actions: facts.actions ?? body.actions,
    review: facts.review ?? body.review,
    ...facts.only,
    // What judges wording knows English alone.
    sentences: isEnglish ? sentences : [],
    namedPeople,
    listedNames: { ...body.listedNames, doubtful },
    directives,
    problems: [
      ...splitProblems(split),
      ...facts.problems,
      ...(isLost
        ? body.problems.filter(({ kind }) => kind !== "untagged-competency")
        : body.problems),
      ...gapProblems,
      ...(bodyRead ? contradictedFacts({ facts, body, milestones, file, context }) : []),
      ...actionContradictions(facts.actions, body.actions),
      ...escalationProblems,
      ...directiveProblems,
      ...offsetsOf(document, body),
      ...endingProblems(file.text, lines),
    ],
    bodyRead,
  };
}
