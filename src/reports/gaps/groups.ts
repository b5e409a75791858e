import { compareText } from "../../core/compare.ts";
import { memo } from "../../core/memo.ts";
import { type Fact, type Gap, type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import { domainOf } from "../../core/taxonomy.ts";
import { isoMonth, isoQuarter } from "../../core/time/calendar.ts";
import type { Query } from "../define.ts";
import { groupByEach, groupByOne, NOT_STATED, orNotStated } from "../shared/grouping.ts";
import { teamLabels } from "../shared/team-label.ts";
import type { GapMention } from "./mentions.ts";

/** What gaps can be counted by; the first is the default. */
export const GAP_DIMENSIONS = [
  "competency",
  "domain",
  "kind",
  "team",
  "service",
  "month",
  "quarter",
] as const;
export type GapDimension = (typeof GAP_DIMENSIONS)[number];

/** The line of gaps that are tagged with a domain alone. */
const NO_COMPETENCY = "(no competency)";

/** Gaps that stand on one line of the report. */
export interface GapGroup {
  readonly name: string;
  /** The domain, in the tree of competencies. */
  readonly domain: string | null;
  /** How far its name is indented: 1 for the competencies of a domain. */
  readonly level: 0 | 1;
  readonly mentions: readonly GapMention[];
}

/** The month or quarter in which an incident started. */
export function timeOf({ milestones }: Postmortem, by: "month" | "quarter", query: Query): string {
  const started = milestones.started?.value;
  if (started === undefined) return NOT_STATED;
  return (by === "month" ? isoMonth : isoQuarter)(started, query.timeZone);
}

/** The groups of a dimension that a gap is in; never none. */
export function namesOf(
  { incident, gap, lacking }: GapMention,
  by: GapDimension,
  query: Query,
): readonly string[] {
  switch (by) {
    case "competency":
      return [gap.competency.value];
    case "domain":
      return [domainOf(query.taxonomy, gap.competency.value)];
    case "kind":
      return [gap.kind?.value ?? NOT_STATED];
    case "team":
      return orNotStated(teamLabels(query.taxonomy, lacking));
    case "service":
      return orNotStated(incident.services.map(({ value }) => value));
    case "month":
    case "quarter":
      return [timeOf(incident, by, query)];
  }
}

/** Whether something is said, and all of it is that nobody knows. */
function allUnknown<Said>(said: readonly Said[], nameOf: (one: Said) => string, query: Query) {
  return said.length > 0 && said.every((one) => domainOf(query.taxonomy, nameOf(one)) === UNKNOWN);
}

const valueOf = ({ value }: Fact<string>) => value;
const competencyOf = ({ competency }: Gap) => competency.value;

/** Whether all that an incident says in a dimension is that nobody knows. */
function isUnknown({ services, gaps }: Postmortem, by: GapDimension, query: Query): boolean {
  switch (by) {
    case "competency":
    case "domain":
      return allUnknown(gaps, competencyOf, query);
    case "kind":
      return allUnknown(
        gaps.flatMap(({ kind }) => kind ?? []),
        valueOf,
        query,
      );
    case "service":
      return allUnknown(services, valueOf, query);
    default:
      return false;
  }
}

/** The incidents that shares are of: unknown is in no denominator. */
export function knownBase(
  base: readonly Postmortem[],
  by: GapDimension,
  query: Query,
): readonly Postmortem[] {
  const known = knownOf(base);
  const found = known.get(by) ?? base.filter((incident) => !isUnknown(incident, by, query));
  known.set(by, found);
  return found;
}

/** Of the incidents of a window, those that are known by each dimension: a report asks more than once. */
const knownOf = memo<readonly Postmortem[], [], Map<GapDimension, readonly Postmortem[]>>(
  () => new Map(),
);

function flat(
  mentions: readonly GapMention[],
  by: GapDimension,
  query: Query,
): readonly GapGroup[] {
  const groups =
    by === "domain"
      ? groupByOne(mentions, ({ gap }) => domainOf(query.taxonomy, gap.competency.value))
      : groupByEach(mentions, (mention) => namesOf(mention, by, query));
  return Array.from(groups, ([name, members]) => ({
    name,
    domain: null,
    level: 0,
    mentions: members,
  }));
}

/** A domain's line with those of its competencies, so that each gap stands on one line below it. */
function branch(domain: string, mentions: readonly GapMention[]): readonly GapGroup[] {
  const nameOf = ({ gap }: GapMention) =>
    gap.competency.value === domain ? NO_COMPETENCY : gap.competency.value;
  const children = groupByOne(mentions, nameOf);
  const root: GapGroup = { name: domain, domain, level: 0, mentions };
  if (children.size === 1 && children.has(NO_COMPETENCY)) return [root];
  const leaves = Array.from(children, ([name, members]): GapGroup => {
    // Of what is counted of a list, the one list tells both lines.
    return { name, domain, level: 1, mentions: children.size === 1 ? mentions : members };
  });
  return [root, ...leaves.toSorted((a, b) => compareText(a.name, b.name))];
}

/** Gaps in groups; by competency, each domain is followed by its competencies. */
export function groupGaps(
  mentions: readonly GapMention[],
  by: GapDimension,
  query: Query,
): readonly GapGroup[] {
  if (by !== "competency") return flat(mentions, by, query);
  const domains = flat(mentions, "domain", query);
  return domains.flatMap(({ name, mentions: members }) => branch(name, members));
}

/**
 * The competency, or the domain alone, that all gaps of a line are tagged with; null for the line of a domain
 * whose gaps stand on lines of their own.
 */
export function tagOf({ name, domain, level, mentions }: GapGroup): string | null {
  if (level === 1) return name === NO_COMPETENCY ? domain : name;
  return mentions.every(({ gap }) => gap.competency.value === name) ? name : null;
}

/** What tells a group from all others, in whichever window. */
export function groupKey({ name, domain, level }: Omit<GapGroup, "mentions">): string {
  return JSON.stringify([domain, level, name]);
}
