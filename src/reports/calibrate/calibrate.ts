import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import { competencyNames } from "../../core/settings/competency-names.ts";
import type { Report, Section } from "../../core/table.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { groupColumn } from "../shared/dimensions.ts";
import { listedLabel } from "../shared/listed-label.ts";
import { verb } from "../shared/words.ts";
import { agreementOn, type RatedAgreement } from "./agreement.ts";
import { differencesSection } from "./differences.ts";
import { raterName } from "./rater-name.ts";
import {
  countsBy,
  documentsWithKinds,
  type Judged,
  judgedBy,
  kindUnits,
  rarerAnswer,
  type Rater,
  type Tag,
  taggedUnits,
  valuesOf,
} from "./tags.ts";

interface Row extends RatedAgreement {
  readonly name: string;
  /** How many documents each rater tagged so; empty for what is no single tag. */
  readonly tagged: readonly number[];
}

function columns(by: Tag | "all", label: string, unit: string): readonly ColumnOf<Row>[] {
  return [
    groupColumn("name", label, by, ({ name }) => name),
    {
      ...column<Row>("alpha", "Alpha", "number", 1, ({ alpha }) => alpha),
      joined: { low: "alpha_low", high: "alpha_high", of: "units" },
    },
    column("alpha_low", "Alpha, from", "number", 1, ({ interval }) => interval?.low ?? null),
    column("alpha_high", "Alpha, to", "number", 1, ({ interval }) => interval?.high ?? null),
    column("units", unit, "count", 1, ({ units }) => units),
    column("tagged", "Tagged by", "list", 2, ({ tagged }) =>
      tagged.length === 0 ? null : tagged.map((count, rater) => `${raterName(rater)} ${count}`),
    ),
    column("advice", "Advice", "text", 1, ({ advice }) => advice),
  ];
}

function tagSection(documents: readonly Judged[], tag: Tag, taxonomy: Taxonomy): Section {
  const label = tag === "competency" ? "Competency" : "Kind";
  const terms = tag === "competency" ? taxonomy.competencies : taxonomy.kinds;
  const items = valuesOf(documents, tag).map((value): Row => {
    const units = taggedUnits(documents, tag, value);
    return {
      name: listedLabel(terms, value),
      ...agreementOn(units, units.length, rarerAnswer(units)),
      tagged: countsBy(units),
    };
  });
  const ready = items.filter(({ isReady }) => isReady).length;
  return tabulate({
    key: tag === "competency" ? "competencies" : "kinds",
    title: `Agreement by ${tag}`,
    columns: columns(tag, label, "Documents"),
    items,
    finding:
      items.length > 0
        ? `${ready} of ${items.length} ${verb(items.length, "is", "are")} ready for trends`
        : null,
    whenEmpty: `Nobody tagged a ${tag}.`,
  });
}

function overallSection(documents: readonly Judged[]): Section {
  const all = valuesOf(documents, "competency").flatMap((value) =>
    taggedUnits(documents, "competency", value),
  );
  const items: readonly Row[] = [
    { name: "which competencies were missing", ...agreementOn(all, documents.length), tagged: [] },
    {
      name: "the kind of gap, where tagged",
      ...agreementOn(kindUnits(documents), documentsWithKinds(documents)),
      tagged: [],
    },
  ];
  return tabulate({
    key: "overall",
    title: "Agreement",
    columns: columns("all", "On", "Units"),
    items: documents.length > 0 ? items : [],
    whenEmpty: "No document is tagged by two raters: copies are matched by their ids.",
  });
}

/** How far raters of the same documents agree, and where they do not; raters are letters. */
export function calibrateReport(raters: readonly Rater[], taxonomy: Taxonomy): Report {
  const documents = judgedBy(raters);
  const alone =
    new Set(raters.flatMap((rater) => rater.map(({ id }) => id.value))).size - documents.length;
  return {
    name: "calibrate",
    names: competencyNames(taxonomy),
    title: "Do people tag gaps the same way?",
    subtitle: `${counted(raters.length, "rater")} · ${counted(documents.length, "document")}`,
    sections: [
      overallSection(documents),
      tagSection(documents, "competency", taxonomy),
      tagSection(documents, "kind", taxonomy),
      differencesSection(documents, raters.length, taxonomy),
    ],
    notes: [
      "Krippendorff's alpha for names: 1 is full agreement, 0 what chance would give. Brackets: 95 % bootstrap interval over units; few documents leave it wide.",
      "Below 0.67, a tag is not ready for trends; up to 0.8, conclusions are tentative. With fewer than 20 documents, or fewer than 5 that are tagged so (or not so), no agreement is relied on.",
      ...(alone > 0
        ? [
            `${counted(alone, "document")} ${verb(alone, "has", "have")} one rater only and ${verb(alone, "is", "are")} left out.`,
          ]
        : []),
      "Read quoted evidence before you share it: pm cannot recognise every name.",
    ],
  };
}
