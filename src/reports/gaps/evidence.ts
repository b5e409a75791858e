import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import { placeText } from "../../core/places/place-text.ts";
import type { Section } from "../../core/table.ts";
import { isoDate } from "../../core/time/calendar.ts";
import type { Query } from "../define.ts";
import { teamLabels } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";
import { type GapData, type GapMention, placeOfGap } from "./mentions.ts";

const startOf = ({ incident }: GapMention) => incident.milestones.started?.value ?? 0;

const byCompetency = compareBy<GapMention>(
  (a, b) => compareText(a.gap.competency.value, b.gap.competency.value),
  (a, b) => startOf(a) - startOf(b),
  (a, b) => compareText(a.incident.path, b.incident.path),
  (a, b) => a.gap.source.range.start.offset - b.gap.source.range.start.offset,
);

function evidenceColumns(query: Query): readonly ColumnOf<GapMention>[] {
  return [
    competencyColumn("competency", "Competency", "text", 1, ({ gap }) => gap.competency.value),
    column("kind", "Kind", "text", 2, ({ gap }) => gap.kind?.value ?? null),
    column("phase", "Phase", "text", 3, ({ gap }) => gap.phase?.value ?? null),
    column("teams", "Teams", "list", 3, (mention) => teamLabels(query.taxonomy, mention.lacking)),
    column("date", "Date", "date", 2, (mention) => isoDate(startOf(mention), query.timeZone)),
    column("place", "Place", "text", 1, (mention) => placeText(placeOfGap(mention))),
    column("evidence", "Evidence", "text", 1, ({ gap }) => gap.evidence?.value ?? null),
  ];
}

/** The sentences behind the counts, one row for each gap, by competency and then by date. */
export function evidenceSection({ query, mentions }: GapData): Section {
  const without = mentions.filter(({ gap }) => gap.evidence === null).length;
  return tabulate({
    key: "evidence",
    title: "Evidence",
    columns: evidenceColumns(query),
    items: mentions.toSorted(byCompetency),
    finding:
      mentions.length > 0
        ? `${mentions.length - without} of ${counted(mentions.length, "gap")} ${verb(mentions.length - without, "is", "are")} backed by a sentence`
        : null,
    places: (mention) => [placeOfGap(mention)],
    whenEmpty: "No gap is recorded, so there is no evidence to show.",
    notes: without > 0 ? [`${without} of ${mentions.length} gaps carry no evidence.`] : [],
  });
}
