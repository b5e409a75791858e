import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import type { Query } from "../define.ts";
import { placeOfGap } from "../gaps/mentions.ts";
import { startDay } from "../shared/days.ts";
import { partColumns } from "../shared/figures.ts";
import { gapCompetencies, passesCompetency } from "../shared/filters.ts";
import { groupByEach } from "../shared/grouping.ts";
import { listedLabel } from "../shared/listed-label.ts";
import { verb } from "../shared/words.ts";
import { isAddressed } from "./mentions.ts";

interface GapRow {
  readonly competency: string;
  readonly incidents: readonly Postmortem[];
  readonly unaddressed: readonly Postmortem[];
  readonly lastSeen: string | null;
}

const COLUMNS: readonly ColumnOf<GapRow>[] = [
  competencyColumn("competency", "Competency", "text", 1, ({ competency }) => competency),
  ...partColumns<GapRow>("incidents_without_action", "Without an action", 1, (row) => {
    return { part: row.unaddressed.length, of: row.incidents.length };
  }),
  column("last_seen", "Last seen", "date", 2, ({ lastSeen }) => lastSeen),
  column("incidents", "Incidents", "list", 2, (row) => row.unaddressed.map(({ id }) => id.value)),
];

const mostFirst = compareBy<GapRow>(
  (a, b) => b.unaddressed.length - a.unaddressed.length,
  (a, b) => compareText(a.competency, b.competency),
);

function untaggedNotes(incidents: readonly Postmortem[]): readonly string[] {
  const actions = incidents.flatMap((incident) => incident.actions);
  const untagged = actions.filter(({ competency }) => competency === null).length;
  if (untagged === 0) return [];
  const name = verb(untagged, "names", "name");
  return [
    `${untagged} of ${counted(actions.length, "action")} ${name} no competency, and may address one of these.`,
  ];
}

/** The gaps for which no action of the same incident builds what was missing. */
export function unaddressedSection(incidents: readonly Postmortem[], query: Query): Section {
  const { taxonomy } = query;
  const competenciesOf = (incident: Postmortem) =>
    gapCompetencies(incident).filter((name) => passesCompetency(query, name));
  const label = (name: string) => listedLabel(taxonomy.competencies, name);
  const labelsOf = (incident: Postmortem) => competenciesOf(incident).map(label);
  const rows = Array.from(groupByEach(incidents, labelsOf), ([competency, some]): GapRow => {
    const unaddressed = some.filter((incident) =>
      competenciesOf(incident).some(
        (name) => label(name) === competency && !isAddressed(incident, name, taxonomy),
      ),
    );
    const days = some.map((incident) => startDay(incident, query)).toSorted(compareText);
    return { competency, incidents: some, unaddressed, lastSeen: days.at(-1) ?? null };
  });
  const open = rows.filter(({ unaddressed }) => unaddressed.length > 0);
  const rest = rows.length - open.length;
  const none = "Every gap of these incidents has an action that builds what was missing.";
  return tabulate({
    key: "gaps_without_action",
    title: "Gaps that no action addresses",
    columns: COLUMNS,
    items: open.toSorted(mostFirst),
    finding:
      rows.length > 0
        ? `${open.length} of ${counted(rows.length, "gap")} came without an action at least once`
        : null,
    chart: {
      kind: "ranking",
      label: "competency",
      value: "incidents_without_action",
      called: "Incidents without an action",
    },
    places: ({ unaddressed, competency }) =>
      unaddressed.flatMap((incident) =>
        incident.gaps
          .filter((gap) => label(gap.competency.value) === competency)
          .map((gap) => placeOfGap({ incident, gap })),
      ),
    whenEmpty: rows.length > 0 ? none : "No gap is recorded.",
    notes:
      rows.length === 0
        ? []
        : [
            "Incidents with the gap in which no action names the competency or its domain; dropped actions do not count.",
            ...(open.length > 0 && rest > 0
              ? [`For ${counted(rest, "other gap")} every incident has such an action.`]
              : []),
            ...untaggedNotes(incidents),
          ],
  });
}
