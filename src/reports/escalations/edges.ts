import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import { competencyName } from "../../core/settings/competency-names.ts";
import { isHiddenGroup } from "../../core/settings/stand-in-names.ts";
import type { Section } from "../../core/table.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { changeColumns } from "../shared/change-columns.ts";
import { medianColumns } from "../shared/figures.ts";
import { groupByEach, NOT_STATED } from "../shared/grouping.ts";
import { incidentsOf } from "../shared/mentions.ts";
import type { ShareChange } from "../shared/share-change.ts";
import { escalationChanges, type EscalationData } from "./changes.ts";
import { endLabel, type EscalationMention, isConfirmed, minutesToEscalation } from "./mentions.ts";

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly competency: string;
  readonly reason: string;
  readonly incidents: number;
  /** Of these, the incidents with such a confirmed escalation. */
  readonly confirmed: number;
  readonly escalations: number;
  /** Minutes from detection to the first such escalation of each incident. */
  readonly minutes: readonly number[];
  /** Null where no other window was asked for. */
  readonly change: ShareChange | null;
}

const CONFIRMED: readonly ColumnOf<Edge>[] = [
  column("confirmed_incidents", "Confirmed", "count", 1, ({ confirmed }) => confirmed),
];

const edgeColumns = (suggested: boolean, compared: boolean): readonly ColumnOf<Edge>[] => [
  column("from", "From", "text", 1, ({ from }) => from),
  column("to", "To", "text", 1, ({ to }) => to),
  competencyColumn("competency", "Competency", "text", 1, ({ competency }) => competency),
  column("reason", "Reason", "text", 2, ({ reason }) => reason),
  column("incidents", "Incidents", "count", 1, ({ incidents }) => incidents),
  ...(suggested ? CONFIRMED : []),
  ...(compared ? changeColumns<Edge>(({ change }) => change) : []),
  column("escalations", "Escalations", "count", 3, ({ escalations }) => escalations),
  ...medianColumns<Edge>(
    "detection_to_escalation",
    "Until escalated, median",
    2,
    ({ minutes }) => minutes,
    "incidents_with_time",
  ),
];

const compareEdges = compareBy<Edge>(
  (a, b) => b.incidents - a.incidents,
  (a, b) => b.escalations - a.escalations,
  (a, b) => compareText(a.from, b.from),
  (a, b) => compareText(a.to, b.to),
  (a, b) => compareText(a.competency, b.competency),
  (a, b) => compareText(a.reason, b.reason),
);

function firstMinutes(mentions: readonly EscalationMention[]): readonly number[] {
  return incidentsOf(mentions).flatMap((incident) => {
    const own = mentions.filter((mention) => mention.incident === incident);
    const minutes = own.flatMap((mention) => minutesToEscalation(mention) ?? []);
    return minutes.length > 0 ? [Math.min(...minutes)] : [];
  });
}

function endsAndSubject({ escalation }: EscalationMention, taxonomy: Taxonomy) {
  return {
    from: endLabel(taxonomy, escalation.from),
    to: endLabel(taxonomy, escalation.to),
    competency: escalation.competency?.value ?? NOT_STATED,
    reason: escalation.reason?.value ?? NOT_STATED,
  };
}

function edgeKey(taxonomy: Taxonomy) {
  return (mention: EscalationMention) => [JSON.stringify(endsAndSubject(mention, taxonomy))];
}

function edgesOf(
  mentions: readonly EscalationMention[],
  taxonomy: Taxonomy,
  changes: ReadonlyMap<string, ShareChange>,
): readonly Edge[] {
  const key = edgeKey(taxonomy);
  return Array.from(groupByEach(mentions, key)).flatMap(([name, members]) => {
    const [first] = members;
    if (!first) return [];
    const subject = endsAndSubject(first, taxonomy);
    const isHidden = isHiddenGroup(subject.from) || isHiddenGroup(subject.to);
    return {
      ...subject,
      incidents: incidentsOf(members).length,
      confirmed: incidentsOf(members.filter(isConfirmed)).length,
      escalations: members.length,
      minutes: isHidden ? [] : firstMinutes(members),
      change: changes.get(name) ?? null,
    };
  });
}

/** The most frequent way, in one sentence; null where nothing was handed over. */
function findingOf([first, ...others]: readonly Edge[], taxonomy: Taxonomy): string | null {
  if (!first) return null;
  const { from, to, competency, incidents } = first;
  if (others[0]?.incidents === incidents) {
    return `None of ${others.length + 1} routes stands out: at most ${counted(incidents, "incident")} each`;
  }
  if (from === NOT_STATED && to === NOT_STATED) {
    return `No team is stated where ${competencyName(taxonomy, competency)} is sought most: in ${counted(incidents, "incident")}`;
  }
  return `${others.length === 0 ? "From" : "Most often from"} ${from} to ${to} for ${competencyName(taxonomy, competency)}: ${counted(incidents, "incident")}`;
}

/** Which team escalated to which, for what and why, how often and how soon after detection. */
export function edgesSection(
  { mentions, compared, taxonomy, suggested }: EscalationData,
  whenEmpty: string,
): Section {
  const changes = escalationChanges(compared, mentions, edgeKey(taxonomy));
  const edges = edgesOf(mentions, taxonomy, changes).toSorted(compareEdges);
  return tabulate({
    key: "edges",
    title: "Escalations from team to team",
    columns: edgeColumns(suggested, compared !== null),
    items: edges,
    finding: findingOf(edges, taxonomy),
    chart: { kind: "flow", from: "from", to: "to", label: "competency", value: "incidents" },
    whenEmpty,
  });
}
