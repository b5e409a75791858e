import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import { column, type ColumnOf, tabulate } from "../../core/tabulate.ts";
import { incidentColumns } from "../shared/incident-columns.ts";
import { verb } from "../shared/words.ts";

function waitingIn(entries: readonly { readonly confirmed: boolean }[]): number {
  return entries.filter(({ confirmed }) => !confirmed).length;
}

const COLUMNS: readonly ColumnOf<Postmortem>[] = [
  ...incidentColumns<Postmortem>((incident) => incident),
  column("suggested_gaps", "Gaps", "count", 1, ({ gaps }) => waitingIn(gaps)),
  column("suggested_escalations", "Escalations", "count", 1, ({ escalations }) =>
    waitingIn(escalations),
  ),
  { ...column<Postmortem>("file", "File", "text", 2, ({ path }) => path), isPath: true },
];

const byPath = compareBy<Postmortem>((a, b) => compareText(a.path, b.path));

/** The postmortems with proposals of `pm suggest` that nobody has confirmed or refused. */
export function waitingSection(unconfirmed: readonly Postmortem[]): Section {
  const entries = unconfirmed.reduce(
    (sum, { gaps, escalations }) => sum + waitingIn(gaps) + waitingIn(escalations),
    0,
  );
  return tabulate({
    key: "waiting",
    title: "Proposals of pm suggest that wait",
    columns: COLUMNS,
    items: unconfirmed.toSorted(byPath),
    finding:
      entries > 0
        ? `${counted(entries, "proposal")} ${verb(entries, "waits", "wait")} in ${counted(unconfirmed.length, "postmortem")}`
        : null,
    places: ({ path }) => [{ path, line: null }],
    whenEmpty: "No proposal is waiting for confirmation.",
  });
}
