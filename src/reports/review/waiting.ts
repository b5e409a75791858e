import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import type { Query } from "../define.ts";
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

const WALK = "`pm suggest --interactive --write` walks through them";

/** What the prose suggests and nobody has decided on, as a sentence; null where there is nothing. */
function proseNote({ proposals, postmortems }: Query): string | null {
  if (postmortems.length === 0) return null;
  if (proposals === undefined) return "`pm suggest` shows what their prose suggests beyond that.";
  const known = new Set(postmortems.map(({ path }) => path));
  const open = proposals.filter(({ path }) => known.has(path));
  if (open.length === 0) return null;
  const documents = new Set(open.map(({ path }) => path)).size;
  const verbOf = verb(open.length, "is", "are");
  return `${counted(open.length, "suggestion")} from the prose of ${counted(documents, "postmortem")} ${verbOf} not yet reviewed: ${WALK}.`;
}

const NONE = "No suggestion that was written into a document awaits confirmation.";

/** Suggestions that nobody has accepted or rejected: those that documents hold, and how many more their prose holds. */
export function waitingSection(query: Query): Section {
  const { unconfirmed = [] } = query;
  const inProse = proseNote(query);
  const entries = unconfirmed.reduce(
    (sum, { gaps, escalations }) => sum + waitingIn(gaps) + waitingIn(escalations),
    0,
  );
  return tabulate({
    key: "waiting",
    title: "Suggestions awaiting review",
    columns: COLUMNS,
    items: unconfirmed.toSorted(byPath),
    finding:
      entries > 0
        ? `${counted(entries, "suggestion")} ${verb(entries, "awaits", "await")} review in ${counted(unconfirmed.length, "postmortem")}`
        : null,
    places: ({ path }) => [{ path, line: null }],
    whenEmpty: inProse === null ? NONE : `${NONE} ${inProse}`,
    notes: entries > 0 && inProse !== null ? [inProse] : [],
  });
}
