import { column, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import type { Gap } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { uniqueTexts } from "../shared/grouping.ts";
import { listedLabel } from "../shared/listed-label.ts";
import { raterName } from "./rater-name.ts";
import { type Judged, type Rated, ratedIn } from "./tags.ts";

interface Difference extends Rated {
  readonly id: string;
}

/** What tells the tags of two raters apart: whether it is there, and its kind. */
function said(gap: Gap | null): string {
  return gap === null ? "" : (gap.kind?.value ?? "no kind");
}

function differencesIn(document: Judged): readonly Difference[] {
  return ratedIn(document)
    .filter(({ gaps }) => {
      const judged = gaps.filter((_gap, rater) => document.gaps[rater] !== null);
      return new Set(judged.map(said)).size > 1;
    })
    .map((rated) => ({ id: document.id, ...rated }));
}

/** The sentences behind a difference, each once. */
function sentencesOf({ gaps }: Difference): readonly string[] {
  return uniqueTexts(gaps.flatMap((gap) => gap?.evidence?.value ?? []));
}

/** The tags on which raters differ, with the sentences that they stand on. */
export function differencesSection(
  documents: readonly Judged[],
  raters: number,
  taxonomy: Taxonomy,
): Section {
  const byRater = Array.from({ length: raters }, (_one, rater) =>
    column<Difference>(
      `rater_${raterName(rater).toLowerCase()}`,
      raterName(rater),
      "text",
      1,
      ({ gaps }) => {
        const gap = gaps[rater];
        return gap ? (gap.kind ? listedLabel(taxonomy.kinds, gap.kind.value) : "no kind") : null;
      },
    ),
  );
  return tabulate({
    key: "differences",
    title: "Where they differ",
    columns: [
      column<Difference>("document", "Document", "text", 1, ({ id }) => id),
      competencyColumn<Difference>("competency", "Competency", "text", 1, ({ competency }) =>
        listedLabel(taxonomy.competencies, competency),
      ),
      ...byRater,
      column<Difference>("evidence", "Evidence", "list", 1, sentencesOf),
    ],
    items: documents.flatMap(differencesIn),
    whenEmpty: "All copies agree.",
  });
}
