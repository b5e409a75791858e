import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { isHiddenGroup } from "../../core/settings/stand-in-names.ts";
import type { Section } from "../../core/table.ts";
import { phaseDuration } from "../../core/time/durations.ts";
import { countsWithin } from "../../statistics/funnel.ts";
import type { Query } from "../define.ts";
import { groupByEach, NOT_STATED, orNotStated } from "../shared/grouping.ts";
import { teamLabels } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";
import { GROUP_MEANING, type Grouping, serviceGroupings } from "./groupings.ts";

/** The limit beyond which a group is worth a question, and the one that is hardly ever passed by chance. */
const WARNS = 0.95;
const SIGNALS = 0.998;

interface FunnelRow {
  readonly by: string;
  readonly group: string;
  readonly part: number;
  readonly of: number;
  /** The share of all incidents. */
  readonly overall: number;
}

function place({ part, of, overall }: FunnelRow): string {
  const isOutside = (confidence: number) => {
    const { low, high } = countsWithin(of, overall, confidence);
    return part < low || part > high;
  };
  const side = part / of > overall ? "above" : "below";
  if (isOutside(SIGNALS)) return `${side} the 99.8 % limits`;
  return isOutside(WARNS) ? `${side} the 95 % limits` : "within";
}

const COLUMNS: readonly ColumnOf<FunnelRow>[] = [
  column("by", "By", "text", 1, ({ by }) => by),
  column("group", "Group", "text", 1, ({ group }) => group, GROUP_MEANING),
  column("extended", "Extended, count", "count", 1, ({ part }) => part),
  column("extended_n", "Extended, n", "count", 1, ({ of }) => of),
  {
    ...column<FunnelRow>("extended_share", "Extended", "share", 1, ({ part, of }) => part / of),
    joined: { part: "extended", of: "extended_n" },
  },
  {
    ...column<FunnelRow>("overall_share", "All, with limits", "share", 1, ({ overall }) => overall),
    joined: { low: "limit_low", high: "limit_high" },
  },
  column("limit_low", "Lower limit", "share", 1, ({ of, overall }) => {
    return countsWithin(of, overall, WARNS).low / of;
  }),
  column("limit_high", "Upper limit", "share", 1, ({ of, overall }) => {
    return countsWithin(of, overall, WARNS).high / of;
  }),
  column("place", "Where it lies", "text", 1, place),
];

/** Whether so few incidents could lie outside the limits at all. */
function canLieOutside({ of, overall }: FunnelRow): boolean {
  const { low, high } = countsWithin(of, overall, WARNS);
  return low > 0 || high < of;
}

const byName = compareBy<FunnelRow>((a, b) => compareText(a.group, b.group));

/** Whether the share of extended diagnoses of a service or team is more than its few incidents explain. */
export function funnelSection(incidents: readonly Postmortem[], query: Query): Section {
  const { taxonomy, thresholds } = query;
  const limit = thresholds.extendedDiagnosisMinutes;
  const known = incidents.filter((incident) => phaseDuration(incident, "diagnose") !== null);
  const extended = (some: readonly Postmortem[]) =>
    some.filter((one) => (phaseDuration(one, "diagnose")?.value ?? 0) > limit).length;
  const overall = known.length > 0 ? extended(known) / known.length : 0;
  const teams: Grouping = {
    name: "team",
    groupsOf: (incident) =>
      orNotStated(
        teamLabels(
          taxonomy,
          incident.teams.map(({ value }) => value),
        ),
      ),
  };
  const all = [...serviceGroupings(query), teams].flatMap(({ name, groupsOf }) => {
    const groups = [...groupByEach(known, groupsOf)].filter(
      ([group]) => group !== NOT_STATED && !isHiddenGroup(group),
    );
    return groups
      .map(([group, some]): FunnelRow => {
        return { by: name, group, part: extended(some), of: some.length, overall };
      })
      .toSorted(byName);
  });
  const rows = all.filter(canLieOutside);
  const few = all.length - rows.length;
  const outside = rows.filter((row) => place(row) !== "within").length;
  return tabulate({
    key: "funnel",
    title: `Diagnoses longer than ${limit} minutes, by service and team`,
    columns: COLUMNS,
    items: rows,
    finding:
      rows.length > 0
        ? `${outside} of ${counted(rows.length, "group")} ${verb(rows.length === 1 ? 1 : outside, "lies", "lie")} outside the limits of chance`
        : null,
    whenEmpty:
      few > 0
        ? `Each of ${counted(few, "group")} has too few incidents to lie outside the limits of chance.`
        : "No incident knows both its time to diagnose and its services or teams.",
    notes:
      rows.length === 0
        ? []
        : [
            ...(few > 0
              ? [
                  `${counted(few, "group")} ${verb(few, "has", "have")} too few incidents to lie outside the limits, and ${verb(few, "is", "are")} left out.`,
                ]
              : []),
            "This is not a league table: groups within the limits differ by no more than chance, which alone puts up to 1 in 20 outside the 95 % limits.",
          ],
  });
}
