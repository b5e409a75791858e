import { NO_NAMES } from "../../core/document/listed-names.ts";
import { sentenceOf } from "../../core/document/sentence.ts";
import type { LineIndex } from "../../core/places/line-index.ts";
import type { Range } from "../../core/position.ts";
import type { Fact, Milestone, Postmortem } from "../../core/postmortem.ts";
import type { SourceFile } from "../../core/source-file.ts";
import { zoned } from "../../core/time/calendar.ts";
import { type Body, parseBody } from "../../parse/body/body.ts";
import type { ListingTexts } from "../../people/listing.ts";
import { bodyActions, placeholderOwners } from "../actions/actions.ts";
import type { AssembleContext, Locate } from "../context.ts";
import { labelledSections } from "../labels/lines.ts";
import { bodyListing } from "../people/listing-texts.ts";
import { namedPeople, type PeopleSearch } from "../people/named-people.ts";
import { bodyEscalations, bodyReview } from "../sections/cells.ts";
import { unansweredPrompts } from "../sections/prompts.ts";
import { type KnownSection, sectionFacts } from "../sections/sections.ts";
import { sentenceSections } from "../sections/sentence-section.ts";
import { sectionSlips } from "../sections/slips.ts";
import { unverifiedSentences } from "../sections/unverified.ts";
import { bodyAliases } from "../terms/body-aliases.ts";
import type { BodyTimes } from "../times/body-times.ts";
import { saidDurations } from "../times/said-durations.ts";
import { wrongWeekdays } from "../times/weekdays.ts";
import type { Comment } from "./directives.ts";
import { tabledGaps } from "./gap-tables.ts";
import { ofSeveral, severalIncidents } from "./incidents-in-file.ts";
import { type LabelledParts, labelledParts } from "./labelled-parts.ts";
import { listedIn, type PeopleSources } from "./listed-in.ts";
import type { BodyParts } from "./needed.ts";
import { conflictMarks, wikiMarkup } from "./other-shapes.ts";
import { sectionsOf, withListed } from "./own-sections.ts";
import { contributingFactors, taggedTexts } from "./prose.ts";
import { tagSlips } from "./tag-slips.ts";
import {
  dayAlone,
  dayFact,
  type KeyedTimes,
  NO_TIMES,
  type TimeFacts,
  timeFacts,
  timelineFacts,
} from "./time-facts.ts";
import { type ReadParts, unreadParts } from "./unread.ts";

/** What a body tells, whether or not the frontmatter has it too. */
export type BodyFacts = Pick<
  Postmortem,
  | "timeline"
  | "timelineMilestones"
  | "gaps"
  | "escalations"
  | "actions"
  | "review"
  | "factors"
  | "sections"
  | "prompts"
  | "listedNames"
  | "unclearDay"
  | "problems"
> & {
  /**
   * Reads the prose, if it was asked for. That of a long document takes as much memory as its blocks, which
   * nobody needs any more once these facts are known.
   */
  readonly prose: () => ProseFacts;
  readonly comments: readonly Comment[];
  /** Milestones that stand under labels. */
  readonly times: BodyTimes;
  /** Milestones of which a label says that there is none, or that nobody knows them. */
  readonly leftOpen: readonly Milestone[];
  /** Of these, those of which it says that there was none: "N/A". */
  readonly inapplicable: readonly Milestone[];
  /** The beginning of the day that the document tells as its own. */
  readonly day: Fact<number> | null;
  /** The earliest time that its sentences tell. */
  readonly earliestSaid: number | null;
} & LabelledParts;

/** What only the prose of a body tells. */
export type ProseFacts = Pick<Postmortem, "sentences" | "namedPeople">;

/** Those of a body whose prose is not asked for. */
export const NO_PROSE: ProseFacts = { sentences: [], namedPeople: [] };

/** Finds a text within a range of a file. */
export function locator(file: SourceFile, lines: LineIndex): Locate {
  return (within: Range, needle: string): Range => {
    const inside = file.text.slice(within.start.offset, within.end.offset);
    const at = inside.lastIndexOf(needle);
    if (at === -1) return within;
    const start = within.start.offset + at;
    return lines.rangeAt(start, start + needle.length);
  };
}

/** What reads the prose of a body; it keeps no more of the body than that takes. */
function proseReader(
  { prose }: Body,
  sections: readonly KnownSection[],
  search: PeopleSearch,
  context: AssembleContext,
): BodyFacts["prose"] {
  const sectionOf = sentenceSections(sections, context.vocabulary);
  return () => {
    const sentences = Array.from(prose(), ({ tokens, sectionIndex }) =>
      sentenceOf(tokens, sectionOf(tokens, sectionIndex)),
    );
    return { sentences, namedPeople: namedPeople(sentences, search, context) };
  };
}

/** What reading a body needs to know of the document around it. */
export interface BodyReading extends KeyedTimes {
  readonly bodyOffset: number;
  readonly lines: LineIndex;
  readonly parts: BodyParts;
  /** Texts of the frontmatter in which people are listed. */
  readonly inFrontmatter: ListingTexts;
  /** Services and teams that the frontmatter names. */
  readonly groups: readonly string[];
  /** Sections that the frontmatter has as lists. */
  readonly listed: readonly KnownSection[];
}

/** Whom the document lists, in its frontmatter, its lists and as owners, and where its prose names them. */
function peopleFacts(
  seen: PeopleSources,
  { text }: SourceFile,
  { inFrontmatter, groups, lines, parts }: BodyReading,
  context: AssembleContext,
): Pick<BodyFacts, "prose" | "listedNames"> {
  if (!parts.people) return { prose: () => NO_PROSE, listedNames: NO_NAMES };
  const { body, sections, actions } = seen;
  const listing = bodyListing(seen, text, context);
  const texts = {
    people: [...inFrontmatter.people, ...listing.people],
    owners: [...inFrontmatter.owners, ...listing.owners],
  };
  const listed = listedIn({ texts, text }, seen, groups, context);
  if (!parts.prose) return { prose: () => NO_PROSE, listedNames: listed };
  const owners = actions.flatMap(({ owner }) => (owner ? [owner.source.range] : []));
  const search = { text, lines, listed, elsewhere: [...listing.ranges, ...owners] };
  return { prose: proseReader(body, sections, search, context), listedNames: listed };
}

/** What a writer may have got wrong, and what of the body was not understood. */
function slipProblems(
  parts: ReadParts,
  { text }: SourceFile,
  { bodyOffset, lines }: BodyReading,
  locate: Locate,
  context: AssembleContext,
): Postmortem["problems"] {
  const { sections } = parts;
  const slips = sectionSlips(sections, context.vocabulary, text.includes("\r\n") ? "\r\n" : "\n");
  const misspelt = new Set(
    slips.flatMap(({ kind, range }) => (kind === "heading-slip" ? [range.start.offset] : [])),
  );
  const isMisspelt = ({ heading }: KnownSection) => misspelt.has(heading.range.start.offset);
  const below = tagSlips(sections.filter(isMisspelt), context, locate);
  return [
    ...tagSlips(
      sections.filter((section) => !isMisspelt(section)),
      context,
      locate,
    ),
    // Below a misspelt heading an id may stand where the right one would have it.
    ...below.filter(({ kind }) => kind !== "untagged-competency"),
    ...slips,
    ...wrongWeekdays(sections, context, locate),
    ...wikiMarkup(text),
    ...conflictMarks(text, bodyOffset, lines),
    ...unreadParts(parts, context),
  ];
}

/** When things happened, or the day alone, as far as `parts` of the reading ask. */
function neededTimes(
  sections: readonly KnownSection[],
  file: SourceFile,
  reading: BodyReading,
  context: AssembleContext,
): TimeFacts {
  const { times, timeline, day } = reading.parts;
  if (times) return timeFacts(sections, file, reading, context);
  if (timeline) return timelineFacts(sections, file, reading, context);
  const own = day ? dayFact(sections, file, reading, context) : null;
  // By its day a page is distinguished from an incident.
  if (reading.parts.prose) return dayAlone(own, context);
  return { ...NO_TIMES, plainDay: own?.value ?? null };
}

/** Parses the body of a file and reads what it tells, as far as `parts` of the reading ask. */
export function bodyFacts(
  file: SourceFile,
  reading: BodyReading,
  context: AssembleContext,
): BodyFacts {
  const { bodyOffset, lines, parts, anchor } = reading;
  const { vocabulary, timeZone } = context;
  const body = parseBody(file, bodyOffset, lines);
  const locate = locator(file, lines);
  const sections = sectionsOf(body, context, locate);
  const all = withListed(sections, reading.listed);
  const {
    places,
    plainDay,
    problems,
    durations: counted,
    ...times
  } = neededTimes(all, file, reading, context);
  const { durations, title, people, slips } = parts;
  const tellsOfIncident = parts.labels || parts.times || durations || slips;
  const labelled = tellsOfIncident || title || people ? labelledSections(sections, vocabulary) : [];
  const isOwnerAlone = !parts.actions;
  const near = plainDay ?? (anchor && zoned(anchor.value, timeZone).toPlainDate());
  const actions =
    parts.actions || people
      ? bodyActions(sections, { ...context, near, isOwnerAlone }, locate)
      : [];
  const tagged = taggedTexts(sections, context, locate);
  const several = tellsOfIncident ? severalIncidents(sections, labelled, context) : [];
  const labels = labelledParts({ body, sections, labelled, times }, parts, context);
  const said = durations ? saidDurations(sections, vocabulary) : {};
  const statedDurations = { ...said, ...counted, ...labels.statedDurations };
  const own = { ...labels, ...times, statedDurations };
  const named = several.length > 0 ? ofSeveral(own) : own;
  const escalations = bodyEscalations(sections, context);
  const seen = { body, sections, labelled, actions, labels: parts.labels ? named.labelled : null };
  return {
    ...named,
    gaps: [...[...tagged.values()].flatMap(({ gaps }) => gaps), ...tabledGaps(sections, context)],
    escalations,
    actions,
    review: bodyReview(sections, context),
    factors: parts.sections ? contributingFactors(all, labelled, tagged, vocabulary) : [],
    sections: parts.sections ? sectionFacts(sections) : [],
    prompts: parts.slips ? unansweredPrompts(body.sections) : [],
    ...peopleFacts(seen, file, reading, context),
    comments: body.comments,
    problems: [
      ...[...tagged.values()].flatMap((one) => one.problems),
      ...(parts.slips ? several : []),
      ...(parts.slips
        ? slipProblems({ sections, labelled, places }, file, reading, locate, context)
        : []),
      ...bodyAliases(actions, escalations),
      ...placeholderOwners(actions, context),
      ...unverifiedSentences(body.comments),
      ...problems,
    ],
  };
}
