import type { Query } from "../define.ts";
import { BY_LACKING } from "../shared/filters.ts";
import { groupByEach } from "../shared/grouping.ts";
import { incidentsOf } from "../shared/mentions.ts";
import { selectIncidents } from "../shared/selection.ts";
import { type ShareChange, shareChanges } from "../shared/share-change.ts";
import { isShownTeam } from "../shared/team-label.ts";
import { type GapDimension, type GapGroup, groupGaps, groupKey, knownBase } from "./groups.ts";
import { type GapData, gapData } from "./mentions.ts";
import { isOneTeam, judgeOverTime, timescaleOf } from "./over-time.ts";
import { spreadOf } from "./spread.ts";
import { judge, type Judgement } from "./verdict.ts";

/** What the comparison with the prior window, and the rule of verdicts, say of a group. */
export interface JudgedGroup {
  readonly group: GapGroup;
  /** Incidents in the window that it is compared with; null where there is none. */
  readonly priorIncidents: number | null;
  readonly change: ShareChange | null;
  /** Null where the same stands on another line: for a domain with one competency alone. */
  readonly judgement: Judgement | null;
}

/** The groups of both windows; those that only the prior one had are without a mention now. */
function groupsOfBoth(data: GapData, groups: readonly GapGroup[], by: GapDimension) {
  const prior = groupGaps(data.priorMentions ?? [], by, data.query);
  const keys = new Set(groups.map(groupKey));
  const gone = prior.filter((group) => !keys.has(groupKey(group)));
  const counts = new Map(
    prior.map((group) => [groupKey(group), incidentsOf(group.mentions).length]),
  );
  return { all: [...groups, ...gone.map((group) => ({ ...group, mentions: [] }))], counts };
}

/** Lines that say the same as the only line below them: they are judged there. */
function repeated(groups: readonly GapGroup[]): ReadonlySet<GapGroup> {
  const byDomain = groupByEach(groups, ({ domain }) => (domain === null ? [] : [domain]));
  const alone = [...byDomain.values()].filter((members) => members.length === 2);
  return new Set(alone.flat().filter(({ level }) => level === 0));
}

/** Whether filters choose incidents by who had to do with them: among those of one team, each gap is local. */
export function isOfSomeTeams({ filters: { teams, responders, services } }: Query): boolean {
  return [teams, responders, services].some((names) => names.length > 0);
}

/** The same for all teams and services. */
function ofAllTeams({ query }: GapData): GapData {
  const filters = { ...query.filters, teams: [], responders: [], services: [] };
  const all = { ...query, filters };
  return gapData(all, selectIncidents(all, BY_LACKING));
}

/**
 * Judges the groups of a report, by key, with those that only the prior window had. Verdicts are about
 * all teams and services, also where a filter counts the incidents of some.
 */
export function judgeGroups(
  data: GapData,
  groups: readonly GapGroup[],
  by: GapDimension,
): ReadonlyMap<string, JudgedGroup> {
  const own = judgeSelected(data, groups, by);
  if (!isOfSomeTeams(data.query)) return own;
  const whole = ofAllTeams(data);
  const all = judgeSelected(whole, groupGaps(whole.mentions, by, whole.query), by);
  return new Map(
    Array.from(own, ([key, judged]) => {
      const { judgement } = judged;
      return [key, { ...judged, judgement: judgement && (all.get(key)?.judgement ?? judgement) }];
    }),
  );
}

/**
 * Judges groups by the incidents of their selection alone: all changes are tested together, so that the
 * number of rows is taken into account.
 */
function judgeSelected(
  data: GapData,
  groups: readonly GapGroup[],
  by: GapDimension,
): ReadonlyMap<string, JudgedGroup> {
  const { query, selection } = data;
  const of = knownBase(selection.base, by, query).length;
  const priorOf = knownBase(selection.priorBase ?? [], by, query).length;
  const { all, counts } = groupsOfBoth(data, groups, by);
  const same = repeated(all);
  const tested = priorOf > 0 && of > 0 ? all.filter((group) => !same.has(group)) : [];
  const changes = shareChanges(
    tested.map((group) => ({
      now: { count: incidentsOf(group.mentions).length, of },
      before: { count: counts.get(groupKey(group)) ?? 0, of: priorOf },
    })),
  );
  const changeOf = new Map(tested.map((group, index) => [group, changes[index] ?? null]));
  const isShown = (team: string) => isShownTeam(query.taxonomy, team);
  const timescale = isOneTeam(query) && of > 0 ? timescaleOf(selection, query) : null;
  return new Map(
    all.map((group): [string, JudgedGroup] => {
      const change = changeOf.get(group) ?? null;
      const judgeGroup = () => {
        const spread = spreadOf(group.mentions, of, isShown);
        const judged = judge(spread, change, query.thresholds);
        const isRising = judged.kind === "emerging";
        return timescale && !isRising ? judgeOverTime(group.mentions, data, timescale) : judged;
      };
      const judgement = same.has(group) || group.mentions.length === 0 ? null : judgeGroup();
      const priorIncidents = data.priorMentions && (counts.get(groupKey(group)) ?? 0);
      return [groupKey(group), { group, priorIncidents, change, judgement }];
    }),
  );
}
