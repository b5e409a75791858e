import type { Temporal } from "temporal-polyfill";
import type { LineIndex } from "../../core/line-index.ts";
import type { Range } from "../../core/position.ts";
import type { Action, Fact, Postmortem, Sentence } from "../../core/postmortem.ts";
import type { SourceFile } from "../../core/source-file.ts";
import { type Body, type BodySection, parseBody } from "../../parse/body/body.ts";
import type { ListingTexts } from "../../people/listing.ts";
import { bodyActions, placeholderOwners } from "../actions/actions.ts";
import type { AssembleContext, Locate } from "../context.ts";
import { type BodyLabels, bodyLabels, labelFacts, titleLabelled } from "../labels/labels.ts";
import { type LabelledSection, labelledSections } from "../labels/lines.ts";
import { timelineMilestones } from "../milestones/milestones.ts";
import { listedPeople } from "../people/listed-people.ts";
import { bodyListing } from "../people/listing-texts.ts";
import { namedPeople, type PeopleSearch } from "../people/named-people.ts";
import { bodyEscalations, bodyReview } from "../sections/cells.ts";
import { ITEM_LEVEL, openLabelledItems, ownView } from "../sections/parts.ts";
import { unansweredPrompts } from "../sections/prompts.ts";
import { type KnownSection, nameSections, sectionFacts, titleOf } from "../sections/sections.ts";
import { sectionSlips } from "../sections/slips.ts";
import { movedProblems } from "../timeline/moved.ts";
import { timelinePlaces } from "../timeline/places.ts";
import { readTimeline } from "../timeline/timeline.ts";
import { timelineZone } from "../timeline/zone.ts";
import { type BodyTimes, bodyTimes } from "../times/body-times.ts";
import { documentDay, unclearDay } from "../times/document-day.ts";
import { proseTimes } from "../times/prose-times.ts";
import { wrongWeekdays } from "../times/weekdays.ts";
import { startOfDay } from "../written/times.ts";
import type { Comment } from "./directives.ts";
import { severalIncidents, wikiMarkup } from "./other-shapes.ts";
import { contributingFactors, statedDurations, taggedTexts } from "./prose.ts";
import { tagSlips } from "./tag-slips.ts";
import { type ReadParts, unreadParts } from "./unread.ts";

/** What a body tells, whether or not the frontmatter has it too. */
export type BodyFacts = Pick<
  Postmortem,
  | "title"
  | "timeline"
  | "timelineMilestones"
  | "statedDurations"
  | "gaps"
  | "escalations"
  | "actions"
  | "review"
  | "factors"
  | "sections"
  | "prompts"
  | "sentences"
  | "namedPeople"
  | "listedNames"
  | "unclearDay"
  | "labels"
  | "problems"
> & {
  /** A title that stands under a label, as in a form. */
  readonly labelledTitle: Fact<string> | null;
  readonly comments: readonly Comment[];
  /** The facts that stand under labels. */
  readonly labelled: BodyLabels;
  /** Milestones that stand under labels. */
  readonly times: BodyTimes;
  /** The beginning of the day that the document tells as its own. */
  readonly day: Fact<number> | null;
};

function titleFact(title: BodySection | undefined): Fact<string> | null {
  if (!title) return null;
  const { text, range } = title.heading;
  return { value: text, source: { origin: "body", how: "stated", range } };
}

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

function proseFacts(
  body: Body,
  sections: readonly KnownSection[],
  search: PeopleSearch,
  context: AssembleContext,
): Pick<BodyFacts, "sentences" | "namedPeople"> {
  const own = sections.filter(({ level }) => level !== ITEM_LEVEL);
  const sentences = body.prose().map(({ sectionIndex, tokens, range }): Sentence => {
    return { tokens, section: own[sectionIndex]?.kind ?? null, range };
  });
  return { sentences, namedPeople: namedPeople(sentences, search, context) };
}

/** What reading a body needs to know of the document around it. */
export interface BodyReading {
  readonly bodyOffset: number;
  readonly lines: LineIndex;
  /** Null where the frontmatter has none. */
  readonly started: Fact<number> | null;
  readonly keyedDay: Fact<Temporal.PlainDate> | null;
  readonly keyedTitle: Fact<string> | null;
  /** Whether the day of the frontmatter is that of publishing, as in a weblog. */
  readonly isPublishing: boolean;
  readonly withProse: boolean;
  /** Whether what a writer may have got wrong is looked for: only `pm lint` and `pm show` tell of it. */
  readonly withSlips: boolean;
  /** Texts of the frontmatter in which people are listed. */
  readonly inFrontmatter: ListingTexts;
  /** Services and teams that the frontmatter names. */
  readonly groups: readonly string[];
}

/** What of a body tells of people. */
interface ToldOfPeople {
  readonly body: Body;
  readonly sections: readonly KnownSection[];
  readonly labelled: readonly LabelledSection[];
  readonly actions: readonly Action[];
  readonly labels: BodyLabels;
}

/** Whom the document lists, in its frontmatter, its lists and as owners, and where its prose names them. */
function peopleFacts(
  { body, sections, labelled, actions, labels }: ToldOfPeople,
  { text }: SourceFile,
  { inFrontmatter, groups, lines, withProse }: BodyReading,
  context: AssembleContext,
): Pick<BodyFacts, "sentences" | "namedPeople" | "listedNames"> {
  const listing = bodyListing(sections, labelled, actions, context.vocabulary);
  const texts = {
    people: [...inFrontmatter.people, ...listing.people],
    owners: [...inFrontmatter.owners, ...listing.owners],
  };
  const named = [...labels.services, ...labels.teams].map(({ value }) => value);
  const listed = listedPeople(texts, [...groups, ...named], context);
  if (!withProse) return { sentences: [], namedPeople: [], listedNames: listed };
  const owners = actions.flatMap(({ owner }) => (owner ? [owner.source.range] : []));
  const search = { text, lines, listed, elsewhere: [...listing.ranges, ...owners] };
  return { ...proseFacts(body, sections, search, context), listedNames: listed };
}

function sectionsOf({ sections }: Body, context: AssembleContext): readonly KnownSection[] {
  return nameSections(openLabelledItems(ownView(sections, context), context), context.vocabulary);
}

/** What a writer may have got wrong, and what of the body was not understood. */
function slipProblems(
  parts: ReadParts,
  { text }: SourceFile,
  locate: Locate,
  context: AssembleContext,
): Postmortem["problems"] {
  const { sections } = parts;
  return [
    ...tagSlips(sections, context, locate),
    ...sectionSlips(sections, context.vocabulary, text.includes("\r\n") ? "\r\n" : "\n"),
    ...wrongWeekdays(sections, context, locate),
    ...severalIncidents(sections, context),
    ...wikiMarkup(text),
    ...unreadParts(parts, context),
  ];
}

/** Parses the body of a file and reads all that it tells. */
export function bodyFacts(
  file: SourceFile,
  reading: BodyReading,
  context: AssembleContext,
): BodyFacts {
  const { bodyOffset, lines, started, keyedDay, keyedTitle, isPublishing, withSlips } = reading;
  const body = parseBody(file, bodyOffset, lines);
  const sections = sectionsOf(body, context);
  const locate = locator(file, lines);
  const { timeZone, vocabulary, dateOrder = null } = context;
  const dayReading = { order: dateOrder, keyed: keyedDay, keyedTitle, isPublishing };
  const day = documentDay(sections, file.path, vocabulary, dayReading);
  const places = timelinePlaces(sections, vocabulary);
  const zone = timelineZone(places, sections, vocabulary);
  const labelledTimes = bodyTimes(sections, { day, zone, started }, context);
  const timeline = readTimeline(
    places,
    {
      ...{ day, zone, timeZone, dateOrder, startedAt: started?.value ?? null },
      statedStart: started ?? labelledTimes.started ?? null,
    },
    vocabulary,
  );
  const isTold = (timeline?.rows.length ?? 0) > 0;
  const inProse = isTold ? {} : proseTimes(sections, { day, zone }, context);
  const times = { ...inProse, ...labelledTimes };
  const labelled = labelledSections(sections, vocabulary);
  const actions = bodyActions(sections, { ...context, near: day?.value ?? null }, locate);
  const tagged = taggedTexts(sections, context, locate);
  const labels = bodyLabels(labelled, context);
  const told = { body, sections, labelled, actions, labels };
  return {
    title: titleFact(titleOf(sections, vocabulary)),
    day: day && { value: startOfDay(day.value, timeZone), source: day.source },
    unclearDay: day ? null : unclearDay(sections, file.path, vocabulary, dateOrder),
    timeline,
    timelineMilestones: timelineMilestones(timeline, vocabulary),
    statedDurations: statedDurations(labelled, context),
    gaps: [...tagged.values()].flatMap(({ gaps }) => gaps),
    escalations: bodyEscalations(sections, context),
    actions,
    review: bodyReview(sections, context),
    factors: contributingFactors(sections, tagged, vocabulary),
    sections: sectionFacts(sections),
    prompts: unansweredPrompts(body.sections),
    ...peopleFacts(told, file, reading, context),
    comments: body.comments,
    labels: labelFacts(labelled),
    labelledTitle: titleLabelled(labelled, context),
    labelled: labels,
    times,
    problems: [
      ...[...tagged.values()].flatMap(({ problems }) => problems),
      ...(withSlips ? slipProblems({ sections, labelled, places }, file, locate, context) : []),
      ...placeholderOwners(actions, context),
      ...movedProblems(places, day, started, vocabulary),
    ],
  };
}
