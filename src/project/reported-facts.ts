import { byMilestone } from "../core/document/by-milestone.ts";
import { actionWith, escalationWith, gapWith, reviewWith } from "../core/document/entry-facts.ts";
import type { FactMap } from "../core/document/fact.ts";
import { frontmatterOnlyWith } from "../core/document/frontmatter-only.ts";
import { FILE_START, lineAlone } from "../core/position.ts";
import type {
  EpochMs,
  Fact,
  FactName,
  Milestone,
  Postmortem,
  SectionFact,
  Source,
} from "../core/postmortem.ts";
import { sharedText } from "../core/text/own-text.ts";

/** A value that holds nothing of its document's text but itself. */
function released<Value extends Fact<unknown> | null>(fact: Value): Value {
  if (fact === null) return fact;
  const { value, written } = fact;
  return {
    ...fact,
    ...(typeof value === "string" ? { value: sharedText(value) } : {}),
    ...(written === undefined ? {} : { written: sharedText(written) }),
  };
}

/** Longer values are rarely the same in two documents. */
const LONGEST_SHARED = 48;

/**
 * Leaves out where a value stands. Sources that are then the same are one object, and so are facts with short
 * values: documents of a folder name the same teams, services and kinds.
 */
function unplacer(): FactMap {
  const sources = new Map<string, Source>();
  const shared = new Map<string, Fact<unknown>>();
  const keyOf = ({ origin, how, precision, confidence, until, unsure, zone }: Source): string =>
    [origin, how, precision, confidence, until, unsure, zone].join();
  return <Value extends Fact<unknown> | null>(fact: Value): Value => {
    if (fact === null) return fact;
    const sourceKey = keyOf(fact.source);
    const source = sources.get(sourceKey) ?? { ...fact.source, range: FILE_START };
    sources.set(sourceKey, source);
    const { value, written = "" } = fact;
    const isShort = typeof value === "string" && value.length + written.length <= LONGEST_SHARED;
    if (!isShort) return { ...released(fact), source };
    const key = JSON.stringify([sourceKey, value, fact.written]);
    const known = shared.get(key) ?? { ...released(fact), source };
    shared.set(key, known);
    // The key tells all that is in it.
    return known as Value;
  };
}

/** Leaves out where a section stands. Those that are then the same are one object. */
function sectionUnplacer(): (section: SectionFact) => SectionFact {
  const shared = new Map<string, SectionFact>();
  return (section) => {
    const { kind, heading, level, words } = section;
    const key = JSON.stringify([kind, heading, level, words]);
    const known = shared.get(key);
    if (known) return known;
    const own = { ...section, heading: sharedText(heading), range: FILE_START };
    if (heading.length <= LONGEST_SHARED) shared.set(key, own);
    return own;
  };
}

/** Parts of the body that no report of a folder reads. */
const UNREAD = {
  timeline: null,
  timelineMilestones: {},
  sentences: [],
  namedPeople: [],
  labels: [],
  prompts: [],
  directives: [],
} satisfies Partial<Postmortem>;

/**
 * What is kept of each postmortem for reports of a folder: the facts that were asked, without the
 * parts of the body that no such report reads. Of places, those stay to which a row can lead: of a
 * gap, an escalation, an action, a review, a milestone, a duration; all others are the file's start.
 */
export function reportedFacts(needs: readonly FactName[]): (postmortem: Postmortem) => Postmortem {
  const fact = unplacer();
  const section = sectionUnplacer();
  const facts = <Value>(some: readonly Fact<Value>[]) => some.map(fact);
  const isWhole = needs.includes("everything");
  const withActions = isWhole || needs.includes("actions");
  const withSections = isWhole || needs.includes("sections");
  return (postmortem) => ({
    ...postmortem,
    id: fact(postmortem.id),
    title: fact(postmortem.title),
    status: fact(postmortem.status),
    published: fact(postmortem.published),
    severity: fact(postmortem.severity),
    services: facts(postmortem.services),
    teams: facts(postmortem.teams),
    detectedBy: fact(postmortem.detectedBy),
    trigger: fact(postmortem.trigger),
    causes: facts(postmortem.causes),
    gaps: postmortem.gaps.map((one) => gapWith(one, fact)),
    escalations: postmortem.escalations.map((one) => escalationWith(one, fact)),
    actions: withActions ? postmortem.actions.map((one) => actionWith(one, fact)) : [],
    review: postmortem.review && reviewWith(postmortem.review, released),
    ...frontmatterOnlyWith(postmortem, fact),
    factors: withSections ? facts(postmortem.factors) : [],
    sections: withSections ? postmortem.sections.map(section) : [],
    problems: postmortem.problems.filter(({ kind }) => kind === "unparsed"),
    ...UNREAD,
  });
}

/** Leaves of a place its line alone. Sources that are then the same are one object. */
function lineKeeper(): (source: Source) => Source {
  const shared = new Map<string, Source>();
  return (source) => {
    const own = { ...source, range: lineAlone(source.range.start.line) };
    const key = JSON.stringify(own);
    const known = shared.get(key) ?? own;
    shared.set(key, known);
    return known;
  };
}

/** What no report that rests on its window asks for, where no filter is set. */
const UNCOUNTED = {
  title: null,
  severity: null,
  detectedBy: null,
  trigger: null,
  causes: [],
} satisfies Partial<Postmortem>;

/** The milestones that decide in which window an incident is, and how long diagnosing took. */
const COUNTED: ReadonlySet<Milestone> = new Set(["started", "detected", "diagnosed", "resolved"]);

/**
 * What a report that rests on its window counts of each postmortem: of places, the lines of gaps stay, and it is
 * called by its path alone.
 * @param now when it is kept: other times matter only where they are still to come, as a report then holds until them.
 */
export function countedFacts(now: EpochMs): (postmortem: Postmortem) => Postmortem {
  const [fact, line] = [unplacer(), lineKeeper()];
  const isAhead = (at: Fact<EpochMs> | null) => at !== null && at.value >= now;
  const source = (from: Source) => fact({ value: null, source: from }).source;
  return (postmortem) => {
    const { id, milestones, gaps, escalations } = postmortem;
    return {
      ...postmortem,
      id: fact({ ...id, value: "" }),
      ...UNCOUNTED,
      milestones: byMilestone((name) => {
        const milestone = milestones[name];
        return COUNTED.has(name) || isAhead(milestone) ? fact(milestone) : null;
      }),
      gaps: gaps.map((gap) => ({ ...gap, evidence: null, source: line(gap.source) })),
      escalations: escalations.map((one) => {
        const at = isAhead(one.at) ? fact(one.at) : null;
        return { ...one, at, evidence: null, source: source(one.source) };
      }),
    };
  };
}

/**
 * What is kept of each postmortem to select incidents and to name them: facts without places, and
 * without the texts that gaps and escalations quote.
 */
export function selectingFacts(): (postmortem: Postmortem) => Postmortem {
  const [facts, fact] = [reportedFacts([]), unplacer()];
  const source = (from: Source) => fact({ value: null, source: from }).source;
  return (postmortem) => {
    const { milestones, gaps, escalations, ...rest } = facts(postmortem);
    return {
      ...rest,
      milestones: byMilestone((name) => fact(milestones[name])),
      gaps: gaps.map((gap) => ({ ...gap, evidence: null, source: source(gap.source) })),
      escalations: escalations.map((one) => {
        return { ...one, at: fact(one.at), evidence: null, source: source(one.source) };
      }),
    };
  };
}
