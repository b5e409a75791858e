import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { describeAddition, scoreSignal } from "../../core/document/signal.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import { incidentColumns } from "../shared/incident-columns.ts";

/** More are no help in a meeting; `pm signal` has them all. */
const MOST = 5;

interface Thin {
  readonly incident: Postmortem;
  readonly score: number;
  /** What would help most, in words. */
  readonly addition: string;
}

const COLUMNS: readonly ColumnOf<Thin>[] = [
  ...incidentColumns<Thin>(({ incident }) => incident),
  column("score", "Score", "count", 1, ({ score }) => score),
  column("next_addition", "Next addition", "text", 1, ({ addition }) => addition),
];

const lowestFirst = compareBy<Thin>(
  (a, b) => a.score - b.score,
  (a, b) => compareText(a.incident.path, b.incident.path),
);

/** The documents that record least for others to learn from, with the one addition that helps most. */
export function thinSection(incidents: readonly Postmortem[]): Section {
  const thin = incidents
    .flatMap((incident): readonly Thin[] => {
      const { score, nextAddition } = scoreSignal(incident);
      return nextAddition ? [{ incident, score, addition: describeAddition(nextAddition) }] : [];
    })
    .toSorted(lowestFirst);
  const more = thin.length - MOST;
  return tabulate({
    key: "documents",
    title: "Documents that could teach more",
    columns: COLUMNS,
    items: thin.slice(0, MOST),
    finding:
      thin.length > 0
        ? `${thin.length} of ${counted(incidents.length, "document")} could record more`
        : null,
    places: ({ incident }) => [{ path: incident.path, line: null }],
    whenEmpty:
      incidents.length > 0
        ? "No document of the window lacks anything that the score asks for."
        : "No incident started in the window.",
    notes: more > 0 ? [`${more} more: see pm signal.`] : [],
  });
}
