import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { firstOf } from "../../core/first-of.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import { UNKNOWN } from "../../core/postmortem.ts";
import { competencyName } from "../../core/settings/competency-names.ts";
import { SMALL_TEAMS } from "../../core/settings/stand-in-names.ts";
import type { Place, Section } from "../../core/table.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { changeColumns } from "../shared/change-columns.ts";
import { groupByEach, knownTexts } from "../shared/grouping.ts";
import { asksForKnowledge } from "../shared/lacking.ts";
import { incidentsOf } from "../shared/mentions.ts";
import type { ShareChange } from "../shared/share-change.ts";
import { verb } from "../shared/words.ts";
import { escalationChanges, type EscalationData } from "./changes.ts";
import { endLabel, type EscalationMention, isConfirmed, placeOfEscalation } from "./mentions.ts";

interface Sought {
  readonly competency: string;
  readonly incidents: number;
  /** The files of these incidents. */
  readonly paths: readonly string[];
  readonly places: readonly Place[];
  /** Of these, the incidents with such a confirmed escalation. */
  readonly confirmed: number;
  /** Incidents in which it was sought for expertise. */
  readonly expertise: number;
  readonly askedOf: readonly string[];
  readonly askedBy: readonly string[];
  /** Null where no other window was asked for. */
  readonly change: ShareChange | null;
}

/** The most competencies that a title names. */
const MOST_NAMED = 3;

const mostSought = compareBy<Sought>(
  (a, b) => b.incidents - a.incidents,
  (a, b) => b.expertise - a.expertise,
  (a, b) => compareText(a.competency, b.competency),
);

const competency = competencyColumn<Sought>(
  "competency",
  "Competency",
  "text",
  1,
  (row) => row.competency,
);
const incidents = column<Sought>("incidents", "Incidents", "count", 1, (row) => row.incidents);
const confirmed = column<Sought>("confirmed_incidents", "Confirmed", "count", 1, (row) => {
  return row.confirmed;
});
const askedBy = column<Sought>("asked_by", "Asked by", "list", 2, (row) => row.askedBy);

const soughtColumns = (suggested: boolean, compared: boolean): readonly ColumnOf<Sought>[] => [
  competency,
  incidents,
  ...(suggested ? [confirmed] : []),
  ...(compared ? changeColumns<Sought>(({ change }) => change) : []),
  column("expertise_incidents", "For expertise", "count", 2, ({ expertise }) => expertise),
  column("asked_of", "Asked of", "list", 1, ({ askedOf }) => askedOf),
  askedBy,
];

const singleColumns = (suggested: boolean): readonly ColumnOf<Sought>[] => [
  competency,
  column("team", "Only team asked", "text", 1, ({ askedOf }) => askedOf[0] ?? null),
  incidents,
  ...(suggested ? [confirmed] : []),
  askedBy,
];

function competencyOf({ escalation }: EscalationMention): readonly string[] {
  return escalation.competency ? [escalation.competency.value] : [];
}

function soughtOf(
  mentions: readonly EscalationMention[],
  taxonomy: Taxonomy,
  changes: ReadonlyMap<string, ShareChange>,
): readonly Sought[] {
  const groups = groupByEach(mentions, competencyOf);
  const rows = Array.from(groups, ([name, members]) => ({
    competency: name,
    incidents: incidentsOf(members).length,
    paths: incidentsOf(members).map(({ path }) => path),
    places: members.map(placeOfEscalation),
    confirmed: incidentsOf(members.filter(isConfirmed)).length,
    expertise: incidentsOf(
      members.filter(({ escalation }) => escalation.reason?.value === "expertise"),
    ).length,
    askedOf: knownTexts(members.map(({ escalation }) => endLabel(taxonomy, escalation.to))),
    askedBy: knownTexts(members.map(({ escalation }) => endLabel(taxonomy, escalation.from))),
    change: changes.get(name) ?? null,
  }));
  return rows.toSorted(mostSought);
}

/** What is sought most, which may be several; null where nothing is. */
function soughtFinding(items: readonly Sought[], taxonomy: Taxonomy): string | null {
  const [first] = items;
  if (!first) return null;
  const most = items.filter((item) => item.incidents === first.incidents);
  const names = most.map((item) => competencyName(taxonomy, item.competency));
  const times = counted(first.incidents, "incident");
  return most.length === 1
    ? `${names.join("")} is sought most: in ${times}`
    : `${firstOf(names, MOST_NAMED)}: each sought in ${times}`;
}

/** Which competencies were sought, from which teams and by which. */
export function soughtSection({
  mentions,
  compared,
  taxonomy,
  suggested,
}: EscalationData): Section {
  const changes = escalationChanges(compared, mentions, competencyOf);
  const items = soughtOf(mentions, taxonomy, changes);
  const without = mentions.filter(({ escalation }) => escalation.competency === null).length;
  const are = verb(without, "names no competency and is", "name no competency and are");
  return tabulate({
    key: "sought",
    title: "Competencies sought",
    columns: soughtColumns(suggested, compared !== null),
    items,
    finding: soughtFinding(items, taxonomy),
    chart: { kind: "ranking", label: "competency", value: "incidents" },
    places: ({ places }) => places,
    membersOf: ({ paths }) => paths,
    whenEmpty: "No escalation names a competency.",
    notes: without > 0 ? [`${counted(without, "escalation")} ${are} not counted here.`] : [],
  });
}

function seeksKnowledge({ escalation }: EscalationMention): boolean {
  return escalation.competency?.value !== UNKNOWN && asksForKnowledge(escalation);
}

/** Whether only one team was asked, and is shown on its own. */
function hasOneTeam(mentions: readonly EscalationMention[]): boolean {
  const teams = knownTexts(mentions.flatMap(({ escalation }) => escalation.to?.value ?? []));
  return teams.length === 1 && !teams.includes(SMALL_TEAMS);
}

/** Competencies that only one team was asked for, in at least two incidents: single points of knowledge. */
export function singlePointsSection({ mentions, taxonomy, suggested }: EscalationData): Section {
  const knowledge = mentions.filter(seeksKnowledge);
  const groups = groupByEach(knowledge, competencyOf);
  const single = [...groups.values()].filter(hasOneTeam).flat();
  const found = soughtOf(single, taxonomy, new Map());
  const items = found.filter((row) => row.incidents > 1);
  const once = found.length - items.length;
  const were = verb(once, "was", "were");
  return tabulate({
    key: "single_points",
    title: "Competencies that only one team is asked for",
    columns: singleColumns(suggested),
    items,
    finding:
      items.length > 0
        ? `${items.length} ${verb(items.length, "competency is", "competencies are")} sought from one team alone`
        : null,
    places: ({ places }) => places,
    membersOf: ({ paths }) => paths,
    whenEmpty: "No competency was sought from one team alone in two or more incidents.",
    notes:
      once > 0
        ? [`${once} more ${were} asked for in one incident only, which is too few to tell.`]
        : [],
  });
}
