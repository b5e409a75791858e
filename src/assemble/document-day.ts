import type { Temporal } from "temporal-polyfill";
import type { DateOrder } from "../core/calendar.ts";
import { FILE_START } from "../core/position.ts";
import type { Fact, Source } from "../core/postmortem.ts";
import type { Text } from "../parse/body.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import { readWrittenDate, resolveDate } from "./date-text.ts";
import type { KnownSection } from "./sections.ts";
import { blockTexts } from "./sections.ts";

/** A day that a document tells as its own, and where. */
export type DocumentDay = Fact<Temporal.PlainDate>;

interface Candidate {
  readonly text: string;
  readonly source: Source;
}

function candidate({ text, range }: Text): Candidate {
  return { text, source: { origin: "body", how: "inferred", range, precision: "day" } };
}

/** Texts in which a document tells its day, the surest first; what it says of itself apart. */
function candidates(sections: readonly KnownSection[], path: string) {
  const name = path.split("/").at(-1) ?? path;
  const textsOf = (section: KnownSection) => section.blocks.flatMap(blockTexts).map(candidate);
  const dated = sections.filter(({ kind }) => kind === "date").flatMap(textsOf);
  const titles = sections
    .filter(({ level }) => level === 1)
    .map(({ heading }) => candidate(heading));
  const summary = sections.filter(({ kind }) => kind === "summary" || kind === null);
  const file: Candidate = {
    text: name.replaceAll("_", " "),
    source: { origin: "file", how: "inferred", range: FILE_START, precision: "day" },
  };
  return { own: [...dated, ...titles], others: [file, ...summary.flatMap(textsOf)] };
}

function firstDay(
  texts: readonly Candidate[],
  { months }: Vocabulary,
  order: DateOrder | null,
): DocumentDay | null {
  for (const { text, source } of texts) {
    const found = readWrittenDate(text, months, order);
    const value = found && resolveDate(found.date, null);
    if (value) return { value, source };
  }
  return null;
}

/**
 * The day of a document by its date section, its title, its frontmatter, its file's name or its
 * summary.
 * @param order how a date in numbers is read that could be either; null for not at all.
 * @param keyed the date of its frontmatter, which in a weblog is the day of publishing: so what the
 *   document says of itself comes first.
 */
export function documentDay(
  sections: readonly KnownSection[],
  path: string,
  vocabulary: Vocabulary,
  order: DateOrder | null,
  keyed: DocumentDay | null,
): DocumentDay | null {
  const { own, others } = candidates(sections, path);
  const first = (texts: readonly Candidate[]) => firstDay(texts, vocabulary, order);
  return first(own) ?? keyed ?? first(others);
}
