import type { SectionKind } from "../core/document/body-parts.ts";
import { isExact } from "../core/document/fact.ts";
import { isMapping } from "../core/is-mapping.ts";
import { memo } from "../core/memo.ts";
import type { FactName, Postmortem } from "../core/postmortem.ts";
import type { SourceFile } from "../core/source-file.ts";
import { DATED_NAME } from "../core/time/dated-name.ts";
import type { SplitDocument } from "../parse/frontmatter/frontmatter.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import { isOfIncident, neededParts } from "./body/needed.ts";
import type { AssembleContext } from "./context.ts";
import { fitStatus } from "./frontmatter/other-tools-values.ts";
import { type OpenDocument, openDocument, readOpen } from "./postmortem.ts";
import { normalizeHeading } from "./written/phrases.ts";

/** A form with fewer of its blanks left is one that somebody is filling in. */
const MOST_BLANKS = 3;
const FENCED = /^[ \t]*(```|~~~)[\s\S]*?^[ \t]*\1/gm;
/** A command within a line, whose placeholders are its own. */
const IN_LINE = /`[a-z][\w.-]*\s[^`\n]+`/g;
const FIRST_HEADING = /^ {0,3}#{1,6}\s+(\S.*?)\s*#*$/m;
/** A line that is all in italics, as forms have it to say what belongs there. */
const ADVICE = /^[^\S\r\n\u2028\u2029]*(?:_[^_\n]+_|\*[^*\n]+\*)[^\S\n]*$/gm;
const HEADING = /^ {0,3}#.*$/gm;
/** Fewer headings of another kind of document are a coincidence. */
const LEAST_HEADINGS = 3;
/** Fewer sections of incidents are a coincidence, too. */
const LEAST_TELLING = 2;
/** Fewer words of incidents in the text of a page are said in passing. */
const LEAST_MENTIONS = 2;

/** Sections that few documents have but those on an incident. */
const TELLING_KINDS: readonly SectionKind[] = [
  "timeline",
  "impact",
  "detection",
  "cause",
  "factors",
  "escalations",
  "went-well",
  "lucky",
  "actions",
];
const TELLING: ReadonlySet<SectionKind | null> = new Set(TELLING_KINDS);

interface Patterns {
  readonly incident: RegExp;
  readonly titles: readonly { readonly kind: string; readonly title: RegExp }[];
  readonly blanks: readonly RegExp[];
}

const patternsOf = memo((vocabulary: Vocabulary): Patterns => {
  return {
    incident: new RegExp(vocabulary.incident_words.join("|"), "iu"),
    titles: Object.entries(vocabulary.other_documents).flatMap(([kind, cues]) =>
      cues.map((cue) => ({ kind, title: new RegExp(cue, "iu") })),
    ),
    blanks: vocabulary.blanks.map((cue) => new RegExp(cue, "gu")),
  };
});

/** Whether the document itself states what only an incident has. */
function statesAnIncident(document: Postmortem): boolean {
  const { gaps, timeline } = document;
  const timed = timeline?.rows.filter(({ at }) => at !== null) ?? [];
  return isOfIncident(document) || gaps.length > 0 || timed.length > 1;
}

function nameOf({ path }: Postmortem): string {
  return path.split("/").at(-1) ?? path;
}

/** Whether a file's name has a date, or the name of its folder speaks of incidents. */
export function isCalledLikePostmortem(path: string, vocabulary: Vocabulary): boolean {
  const [name = "", folder = ""] = path.split("/").toReversed();
  return DATED_NAME.test(name) || patternsOf(vocabulary).incident.test(folder);
}

/** Whether a document is called a README, or the like, in a folder whose name has no date and no word of incidents. */
function isPlainReadme(document: Postmortem, vocabulary: Vocabulary): boolean {
  const [name = ""] = nameOf(document).split(".");
  if (!vocabulary.bundles.includes(name.toLowerCase())) return false;
  const folder = document.path.split("/").at(-2) ?? "";
  return !isCalledLikePostmortem(document.path, vocabulary) && !DATED_NAME.test(folder);
}

/** Whether a document has what few have but those on an incident. */
function tellsOfIncident(document: Postmortem): boolean {
  const kinds = new Set(document.sections.map(({ kind }) => kind));
  const telling = TELLING_KINDS.filter((kind) => kinds.has(kind));
  return statesAnIncident(document) || telling.length >= LEAST_TELLING;
}

function isBlankForm(document: Postmortem, text: string, { blanks }: Patterns): boolean {
  if (DATED_NAME.test(nameOf(document))) return false;
  const prose = text.replace(IN_LINE, "");
  const left = blanks.reduce((sum, blank) => sum + [...prose.matchAll(blank)].length, 0);
  const advice = [...text.matchAll(ADVICE)].length;
  const said = text.replace(ADVICE, "").replace(HEADING, "");
  // Nobody tells of an incident without a number.
  return left > MOST_BLANKS || (advice > MOST_BLANKS && !/\d/.test(said));
}

/** Whether nothing tells a day on which something happened: its name, its milestones, its timeline. */
function isUndated(document: Postmortem): boolean {
  const { milestones, timeline, unclearDay } = document;
  const hasFacts = Object.values(milestones).some((fact) => fact !== null);
  return (
    !DATED_NAME.test(nameOf(document)) && !hasFacts && timeline === null && unclearDay === null
  );
}

/** What its headings say that a document is; null where they do not. */
function kindByHeadings(document: Postmortem, vocabulary: Vocabulary): string | null {
  const { sections } = document;
  const undated = isUndated(document) ? vocabulary.headings_of_undated : {};
  const others = { ...vocabulary.headings_of_others, ...undated };
  const names = new Set(sections.map(({ heading }) => normalizeHeading(heading)));
  const hasFacts = sections.some(({ kind }) => kind === "timeline" || kind === "actions");
  const kinds = hasFacts ? [] : Object.entries(others);
  return (
    kinds.find(([, own]) => own.filter((one) => names.has(one)).length >= LEAST_HEADINGS)?.[0] ??
    null
  );
}

/** Whether what a notice says of times and services is more than what it announces. */
function tellsOfTrouble({ milestones, gaps, factors, sections }: Postmortem): boolean {
  const isNoticed = milestones.detected !== null || milestones.diagnosed !== null;
  const isExplained = sections.some(({ kind }) => kind === "cause" || kind === "factors");
  return isNoticed || isExplained || gaps.length > 0 || factors.length > 0;
}

/** Whether a document tells how severe an incident was and from when to when it lasted, whatever it is called. */
function reviewsAnIncident({ severity, milestones: { started, resolved } }: Postmortem): boolean {
  return severity !== null && isExact(started) && isExact(resolved);
}

/** A document whose kind is asked for. */
interface Asked {
  readonly document: Postmortem;
  readonly text: string;
  /** Whether its frontmatter is that of a page that is published on its date. */
  readonly isPublishing: boolean;
  /** Whether its frontmatter has a state that is none of a postmortem: "accepted". */
  readonly hasOtherState: boolean;
  /** Whether its frontmatter says that it only announces something. */
  readonly isAnnouncement: boolean;
}

/** Whether nothing in a document speaks of an incident but the `date` of its frontmatter. */
function isOnlyDated(
  { document, text, isPublishing, hasOtherState }: Asked,
  { incident }: Patterns,
): boolean {
  const { status, severity, services, teams, detectedBy, trigger, causes } = document;
  const { milestones, gaps, escalations, actions, factors, timeline, sections } = document;
  const { started, ...later } = milestones;
  const isPage = isPublishing || hasOtherState;
  // Beside the keys of a weblog the date is the day of publishing, and tells no start.
  const isDay = started?.source.origin === "frontmatter" && started.source.precision === "day";
  if (!(isDay || (isPublishing && started === null))) return false;
  const facts = [status, severity, detectedBy, trigger, ...Object.values(later)];
  const kinds = new Set(sections.map(({ kind }) => kind).filter((kind) => TELLING.has(kind)));
  // Any page may say why: one heading of that kind alone makes it none of an incident.
  const isWhyAlone = isPage && kinds.size === 1 && kinds.has("cause");
  const lists = [services, teams, causes, gaps, escalations, actions, isWhyAlone ? [] : factors];
  const isBare = facts.every((fact) => fact === null) && lists.every(({ length }) => length === 0);
  const hasFacts = timeline !== null || (kinds.size > 0 && !isWhyAlone);
  if (!isBare || hasFacts) return false;
  if (!isPage) return !incident.test(`${nameOf(document)}\n${text}`);
  // A page may speak of incidents in passing.
  const heads = sections.map(({ heading }) => heading);
  const isHeaded = incident.test([nameOf(document), document.title?.value, ...heads].join("\n"));
  const mentions = text.match(new RegExp(incident, "giu"))?.length ?? 0;
  return !isHeaded && mentions < LEAST_MENTIONS;
}

/** What a document is called, by which it may be of another kind. */
function kindByTitle(
  { title: own }: Postmortem,
  prose: string,
  { titles }: Patterns,
): { readonly kind: string; readonly title: string } | null {
  const title = own?.value ?? FIRST_HEADING.exec(prose)?.[1] ?? "";
  const names = [title.trim(), normalizeHeading(title)];
  const kind = titles.find((one) => names.some((name) => one.title.test(name)))?.kind;
  return kind === undefined ? null : { kind, title };
}

function otherDocument(asked: Asked, vocabulary: Vocabulary): string | null {
  const { document, text } = asked;
  const patterns = patternsOf(vocabulary);
  if (asked.isAnnouncement && !tellsOfTrouble(document)) return "an announcement";
  const prose = /```|~~~/.test(text) ? text.replace(FENCED, "") : text;
  const titled = kindByTitle(document, prose, patterns);
  const isNotice = titled !== null && vocabulary.notices.includes(titled.kind);
  const namesIncident = titled !== null && patterns.incident.test(titled.title);
  if (namesIncident && (isNotice || reviewsAnIncident(document))) return null;
  if (statesAnIncident(document)) {
    return isNotice && !tellsOfTrouble(document) ? titled.kind : null;
  }
  const kind = titled?.kind;
  if (kind === undefined && isOnlyDated({ ...asked, text: prose }, patterns)) return "a dated page";
  const own = kind ?? kindByHeadings(document, vocabulary);
  if (own !== null) return own;
  if (isPlainReadme(document, vocabulary) && !tellsOfIncident(document)) return "a README";
  return isBlankForm(document, prose, patterns) ? "a template" : null;
}

/**
 * What a document is more likely than a postmortem, in words, e.g. "a runbook"; null for one that
 * tells of an incident, or where nothing speaks against that. Its body is read before it is said.
 */
function otherKind(
  document: Postmortem,
  open: OpenDocument,
  needs: readonly FactName[],
): string | null {
  const { file, context, facts, split } = open;
  const data = split.frontmatter?.data;
  const status = isMapping(data) ? data.status : undefined;
  const hasOtherState = typeof status === "string" && !fitStatus(status, context).ok;
  const { isPublishing } = facts;
  const { vocabulary } = context;
  const isAnnouncement =
    isMapping(data) && vocabulary.notice_keys.some((key) => data[key] === true);
  const ask = (read: Postmortem) =>
    otherDocument(
      { document: read, text: file.text, isPublishing, hasOtherState, isAnnouncement },
      vocabulary,
    );
  const kind = ask(document);
  const { sections, prose, times } = neededParts(facts, needs);
  // Sentences are read without times, by which an incident is recognised, too.
  const isWhole = document.bodyRead && sections && (times || !prose);
  return kind === null || isWhole ? kind : ask(readOpen(open, ["everything"]));
}

/** A document that was read, and what it is more likely than a postmortem: null where nothing is. */
export interface ReadDocument {
  readonly postmortem: Postmortem;
  /** Its parts, for what edits its frontmatter. */
  readonly split: SplitDocument;
  readonly otherKind: string | null;
}

/** Reads one document as far as `needs` asks, and says what else than a postmortem it may be. */
export function readDocument(
  file: SourceFile,
  context: AssembleContext,
  needs: readonly FactName[],
): ReadDocument {
  const open = openDocument(file, context);
  const postmortem = readOpen(open, needs);
  return { postmortem, split: open.split, otherKind: otherKind(postmortem, open, needs) };
}

/** What a document that nobody called a postmortem reads like; `{ other }` is in words, e.g. "a runbook". */
export type Likeness = "postmortem" | "unlike" | { readonly other: string };

/** Whether a document that nobody called a postmortem reads like one. */
export function likenessOf(file: SourceFile, context: AssembleContext): Likeness {
  const { postmortem, otherKind: other } = readDocument(file, context, ["everything"]);
  if (other !== null) return { other };
  return tellsOfIncident(postmortem) ? "postmortem" : "unlike";
}
