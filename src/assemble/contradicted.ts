import { isExact, unlessInDoubt } from "../core/document/fact.ts";
import {
  type Fact,
  type LabelFact,
  type Milestone,
  MILESTONES,
  PHASES,
  type Postmortem,
} from "../core/postmortem.ts";
import type { Problem, SharedFact } from "../core/problem.ts";
import type { SourceFile } from "../core/source-file.ts";
import { findTerm, foldName, type Term } from "../core/taxonomy.ts";
import { isoDate, isoInstant, zoned } from "../core/time/calendar.ts";
import { PHASE_BOUNDS, PHASE_TITLES } from "../core/time/durations.ts";
import { MS_PER_DAY } from "../core/time/milliseconds.ts";
import { minutesText } from "../core/time/minutes-text.ts";
import { isSameTime } from "../core/time/same-time.ts";
import type { BodyFacts } from "./body/facts.ts";
import type { AssembleContext } from "./context.ts";
import type { FrontmatterFacts } from "./frontmatter/facts.ts";
import { meaningOfLabel } from "./labels/meaning.ts";
import { nameOf } from "./labels/values.ts";
import { differing, statedValue } from "./merge.ts";
import { nearestDate } from "./written/dates.ts";
import { normalizeHeading } from "./written/phrases.ts";
import { readWrittenTime, startOfDay } from "./written/times.ts";
import { readZone } from "./written/zones.ts";

/** A frontmatter and a body, and what it takes to compare them. */
interface Both {
  readonly facts: FrontmatterFacts;
  readonly body: BodyFacts;
  /** As they count. */
  readonly milestones: Postmortem["milestones"];
  readonly file: SourceFile;
  readonly context: AssembleContext;
}

/** A fact that its part of the document states under a label, without any doubt; null for any other. */
function clear<Value>(fact: Fact<Value> | null | undefined): Fact<Value> | null {
  const isStated = fact?.source.how === "stated" && fact.source.confidence !== "low";
  return fact && isStated ? fact : null;
}

/** Whether any label of the body for a key says what the frontmatter does: "Severity: P3", later "P1". */
function isRepeated(
  key: "severity" | "detected_by" | "trigger",
  { value }: Fact<string>,
  { labels }: { readonly labels: readonly LabelFact[] },
  context: AssembleContext,
): boolean {
  return labels.some(
    (one) =>
      meaningOfLabel(one.label, context.vocabulary) === key &&
      one.value
        .split(/[^\p{L}\p{N}._-]+/u)
        .some((word) => nameOf(key, word, context)?.id === value),
  );
}

/** Facts of one value: only two terms of the taxonomy are certainly not the same. */
function differingTerms({ facts, body, context }: Both): readonly Problem[] {
  const { taxonomy } = context;
  const compared: readonly (readonly [
    SharedFact,
    "severity" | "detected_by" | "trigger",
    readonly Term[],
    Fact<string> | null,
    Fact<string> | null,
  ])[] = [
    ["severity", "severity", taxonomy.severities, facts.severity, body.labelled.severity],
    [
      "source",
      "detected_by",
      taxonomy.detectionSources,
      facts.detectedBy,
      body.labelled.detectedBy,
    ],
    ["trigger", "trigger", taxonomy.triggers, facts.trigger, body.labelled.trigger],
  ];
  return compared.flatMap(([fact, key, terms, stated, found]) => {
    const [own, other] = [clear(stated), clear(found)];
    if (own === null || other === null) return [];
    const areTerms = [own, other].every(({ value }) => findTerm(terms, value) !== null);
    return areTerms && !isRepeated(key, own, body, context) ? differing(fact, own, other) : [];
  });
}

/** A shorter name stands within others by chance. */
const LEAST_LETTERS = 4;

/** Whether all of a name stands within another: "checkout" in "checkout-api". */
function isWithin(one: string, other: string): boolean {
  const whole = foldName(other);
  const isPart = one.length >= LEAST_LETTERS && whole.includes(foldName(one));
  return isPart || whole.split(/[^\p{L}\p{N}]+/u).includes(foldName(one));
}

/** Whether two names may be the same: one is the other with more words. */
function mayBeSame(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

function namesOf({ value, written = value }: Fact<string>): readonly string[] {
  return [value, written];
}

/** Longer lists are none that people compare. */
const MOST_PAIRS = 2500;

/** Lists that have nothing in common. */
function disjoint(
  fact: SharedFact,
  frontmatter: readonly Fact<string>[],
  body: readonly Fact<string>[],
): readonly Problem[] {
  const found = body.flatMap((one) => clear(one) ?? []);
  const [[own], [other]] = [frontmatter, found];
  if (own === undefined || other === undefined || found.length < body.length) return [];
  if (frontmatter.length * found.length > MOST_PAIRS) return [];
  const known = frontmatter.flatMap(namesOf);
  const isShared = found.flatMap(namesOf).some((name) => known.some((one) => mayBeSame(one, name)));
  return isShared ? [] : differing(fact, own, other);
}

/** The times of day that a text writes. */
function clocksIn(text: string): readonly string[] {
  const found = text.match(/(?<!\d|[+-])\d{1,2}:\d{2}(?!\d)/g) ?? [];
  return found.map((clock) => clock.padStart(5, "0"));
}

/** Whether two times are the same on their clocks, and that of the body names no zone itself. */
function isSameClock(stated: Fact<number>, found: Fact<number>, { file, context }: Both): boolean {
  const [one, other] = [stated, found].map(({ source: { range } }) =>
    file.text.slice(range.start.offset, range.end.offset),
  );
  if (one === undefined || other === undefined) return false;
  if (readZone(other, context.vocabulary.zones) !== null) return false;
  const clocks = clocksIn(other);
  return clocksIn(one).some((clock) => clocks.includes(clock));
}

/** Milestones under labels of the body that lie elsewhere than those of the frontmatter. */
function movedTimes(both: Both): readonly Problem[] {
  const { facts, body, milestones } = both;
  return MILESTONES.flatMap((name): readonly Problem[] => {
    const [stated, found] = [milestones[name], clear(body.times[name])];
    if (!found || !isExact(found) || found.source.until !== undefined) return [];
    const { range } = found.source;
    const said = { name, body: statedValue({ ...found, value: isoInstant(found.value) }), range };
    if (facts.unknownMilestones.includes(name))
      return [{ kind: "two-milestones", ...said, frontmatter: null }];
    if (stated?.source.origin !== "frontmatter" || !isExact(stated)) return [];
    if (unlessInDoubt(stated) === null) return [];
    if (isSameTime(stated.value, found.value) || isSameClock(stated, found, both)) return [];
    const frontmatter = statedValue({ ...stated, value: isoInstant(stated.value) });
    return [{ kind: "two-milestones", ...said, frontmatter }];
  });
}

/** Durations of the body up to a milestone that the frontmatter says nobody knows. */
function knownDurations({ facts, body }: Both): readonly Problem[] {
  return PHASES.flatMap((phase): readonly Problem[] => {
    const found = clear(body.statedDurations[phase]);
    const [, to] = PHASE_BOUNDS[phase];
    if (!found || facts.statedDurations[phase] || !facts.unknownMilestones.includes(to)) return [];
    const { range } = found.source;
    return [
      {
        kind: "known-duration",
        title: PHASE_TITLES[phase],
        name: to,
        length: minutesText(found.value),
        range,
      },
    ];
  });
}

/** The first and the last instant that a frontmatter states; null where it states none. */
function spanOf({ milestones }: FrontmatterFacts): readonly [Fact<number>, Fact<number>] | null {
  const exact = MILESTONES.flatMap((name: Milestone) => {
    const fact = milestones[name];
    return isExact(fact) && fact.source.how === "stated" ? [fact] : [];
  });
  const [first, last] = [exact[0], exact.at(-1)];
  return first && last ? [first, last] : null;
}

/** The date under a label of the body that is more than a day before or after all of the frontmatter's times. */
function movedDate(both: Both): readonly Problem[] {
  const { facts, body, context } = both;
  const span = spanOf(facts);
  if (span === null) return [];
  const { vocabulary, timeZone, dateOrder = null } = context;
  const [first, last] = span;
  const near = zoned(first.value, timeZone).toPlainDate();
  const days = body.labels.flatMap(({ label, value, range }) => {
    if (!vocabulary.headings.date.includes(normalizeHeading(label))) return [];
    const { date, isDateUnclear } = readWrittenTime(value, vocabulary, dateOrder);
    if (date === null || isDateUnclear) return [];
    const day = nearestDate(date, near);
    return day === null ? [] : [{ at: startOfDay(day, timeZone), range }];
  });
  const [found] = days;
  const isNear = ({ at }: { readonly at: number }) =>
    at >= first.value - 2 * MS_PER_DAY && at <= last.value + MS_PER_DAY;
  if (found === undefined || days.some(isNear)) return [];
  const { range } = found;
  const value = isoDate(found.at, timeZone);
  const frontmatter = statedValue({ ...first, value: isoInstant(first.value) });
  return [{ kind: "two-dates", frontmatter, body: { value, range }, range }];
}

/**
 * Where labels of the body contradict the frontmatter, which counts. A status is left: it changes as a
 * document goes on.
 */
export function contradictedFacts(both: Both): Postmortem["problems"] {
  const { facts, body } = both;
  return [
    ...differingTerms(both),
    ...disjoint("service", facts.services, body.labelled.services),
    ...disjoint("team", facts.teams, body.labelled.teams),
    ...movedTimes(both),
    ...knownDurations(both),
    ...movedDate(both),
  ];
}
