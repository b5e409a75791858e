import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import type { Section } from "../../core/table.ts";
import { domainOf } from "../../core/taxonomy.ts";
import type { Query } from "../define.ts";
import { passesCompetency } from "../shared/filters.ts";
import { groupByEach } from "../shared/grouping.ts";
import type { Evidence } from "./evidence.ts";

interface DomainRow {
  readonly domain: string;
  readonly untested: readonly string[];
  readonly all: number;
}

const COLUMNS: readonly ColumnOf<DomainRow>[] = [
  competencyColumn("domain", "Domain", "text", 1, ({ domain }) => domain),
  column("untested", "Untested", "count", 1, ({ untested }) => untested.length),
  column("competencies", "Of", "count", 1, ({ all }) => all),
  competencyColumn("untested_competencies", "Competencies", "list", 1, ({ untested }) => untested),
];

const byName = compareBy<DomainRow>((a, b) => compareText(a.domain, b.domain));

/** Why no domain is listed; with a filter, that is of the chosen competencies alone. */
function whenEmpty(tested: number, listed: number, isFiltered: boolean): string {
  if (listed === 0) return "The taxonomy lists no such competency below a domain.";
  if (tested === 0) return `No incident names a competency: all ${listed} are unknown, not safe.`;
  if (!isFiltered) return "Each competency of the taxonomy was missing or sought in an incident.";
  return listed === 1
    ? "The chosen competency was missing or sought in an incident; without --competency, this lists the untested ones."
    : `Each of the ${listed} chosen competencies was missing or sought in an incident; without --competency, this lists the untested ones.`;
}

/** The competencies of the taxonomy that no incident missed or sought: nobody knows who has them. */
export function untestedSection(evidence: readonly Evidence[], query: Query): Section {
  const { taxonomy } = query;
  const tested = new Set(evidence.flatMap(({ inPlay }) => inPlay));
  const listed = taxonomy.competencies.filter(
    ({ id, parent }) => parent !== null && passesCompetency(query, id),
  );
  const groups = groupByEach(listed, ({ id }) => [domainOf(taxonomy, id)]);
  const rows = Array.from(groups, ([domain, some]): DomainRow => {
    const untested = some.map(({ id }) => id).filter((id) => !tested.has(id));
    return { domain, untested: untested.toSorted(compareText), all: some.length };
  }).filter(({ untested }) => untested.length > 0);
  const untested = rows.reduce((sum, row) => sum + row.untested.length, 0);
  return tabulate({
    key: "untested",
    title: "Competencies that no incident has tested",
    columns: COLUMNS,
    items: tested.size > 0 ? rows.toSorted(byName) : [],
    finding:
      tested.size > 0 && rows.length > 0
        ? `No incident has tested ${untested} of ${counted(listed.length, "skill")}`
        : null,
    chart: { kind: "ranking", label: "domain", value: "untested", called: "Untested skills" },
    whenEmpty: whenEmpty(tested.size, listed.length, query.filters.competencies.length > 0),
    notes:
      tested.size > 0 && rows.length > 0
        ? ["Unknown, not safe: no incident in the window shows whether anybody has these skills."]
        : [],
  });
}
