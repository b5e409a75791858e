import { type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import { UNLISTED } from "../../core/settings/stand-in-names.ts";
import { type Competency, domainOf, type Resource, type Taxonomy } from "../../core/taxonomy.ts";
import { type ActionMention, actionMentions, builds, isAddressed } from "../actions/mentions.ts";
import type { Query } from "../define.ts";
import { type GapGroup, groupGaps, groupKey } from "../gaps/groups.ts";
import { judgeGroups } from "../gaps/judged.ts";
import { type GapData, type GapMention } from "../gaps/mentions.ts";
import { type GapRow, gapRows } from "../gaps/rows.ts";
import { type Cost, costOf, yearsOf } from "../shared/cost.ts";
import { NOT_STATED as UNSTATED } from "../shared/grouping.ts";
import { incidentsOf } from "../shared/mentions.ts";

/** A gap with all that a plan says of it, before it is ranked. */
export interface PlanItem {
  /** The id of the competency, or of the domain where no competency was named. */
  readonly id: string;
  readonly competency: Competency | null;
  readonly gap: GapRow;
  readonly mentions: readonly GapMention[];
  readonly incidents: readonly Postmortem[];
  readonly cost: Cost;
  /** Incidents of the window in which no action addresses it. */
  readonly unaddressed: number;
  /** Actions of any incident that address it and are open. */
  readonly openActions: readonly ActionMention[];
  readonly resources: readonly Resource[];
}

/** The lines that are planned: competencies, and domains where nothing more was said. */
function isPlanned({ name, level, domain }: GapGroup, groups: readonly GapGroup[]): boolean {
  if ([UNKNOWN, UNLISTED, UNSTATED].includes(domain ?? name)) return false;
  if ([UNKNOWN, UNLISTED, UNSTATED].includes(name)) return false;
  return level === 1 || !groups.some((other) => other.level === 1 && other.domain === domain);
}

function idOf({ name, level, domain }: GapGroup, { competencies }: Taxonomy): string {
  const isKnown = level === 0 || competencies.some(({ id }) => id === name) || domain === null;
  return isKnown || name.includes(".") ? name : domain;
}

/** What the taxonomy offers for learning it: its own resources, else those of its domain. */
function resourcesOf(id: string, taxonomy: Taxonomy): readonly Resource[] {
  const of = (wanted: string) =>
    taxonomy.competencies.find((one) => one.id === wanted)?.resources ?? [];
  const own = of(id);
  return own.length > 0 ? own : of(domainOf(taxonomy, id));
}

/** The gaps of a window as items of a plan. @param history incidents up to its end, for their actions */
export function planItems(
  data: GapData,
  history: readonly Postmortem[],
  query: Query,
): readonly PlanItem[] {
  const { taxonomy, window } = query;
  const { base } = data.selection;
  const groups = groupGaps(data.mentions, "competency", query);
  const rows = gapRows(data, "competency", groups, judgeGroups(data, groups, "competency"));
  const byKey = new Map(rows.map((row) => [groupKey({ ...row, name: row.group }), row]));
  const years = yearsOf(base, window);
  const open = actionMentions(history, query).filter(({ state }) => state === "open");
  return groups
    .filter((group) => isPlanned(group, groups))
    .flatMap((group): readonly PlanItem[] => {
      const gap = byKey.get(groupKey(group));
      if (!gap) return [];
      const id = idOf(group, taxonomy);
      const incidents = incidentsOf(group.mentions);
      const others = base.filter((incident) => !incidents.includes(incident));
      return [
        {
          ...{ id, gap, incidents, mentions: group.mentions },
          competency: taxonomy.competencies.find((one) => one.id === id) ?? null,
          cost: costOf(incidents, others, years),
          unaddressed: incidents.filter((one) => !isAddressed(one, id, taxonomy)).length,
          openActions: open.filter(({ action }) => builds(action, id, taxonomy)),
          resources: resourcesOf(id, taxonomy),
        },
      ];
    });
}
