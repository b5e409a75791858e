import type { SectionKind } from "../../core/document/body-parts.ts";
import { isMapping } from "../../core/is-mapping.ts";
import { plainItem } from "../../parse/body/blocks.ts";
import type { ListItem } from "../../parse/body/body.ts";
import type { DataPath, LocatedData } from "../../parse/frontmatter/located-data.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { KnownSection } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { foldKey } from "./other-tools-meaning.ts";
import { wrappedEntries } from "./wrapped-entries.ts";

/** What a frontmatter may list as the section of a body does. */
const LISTED = ["timeline", "factors"] as const satisfies readonly SectionKind[];

/** With actions, all that is read so. */
export const READ_AS_LISTS = [...LISTED, "actions"] as const;

/** A key as people would write it as a heading: `actionItems` is "action items". */
export function headingOfKey(key: string): string {
  return normalizeHeading(foldKey(key).replaceAll("-", " "));
}

function isSaid(value: unknown): value is string | number {
  return (typeof value === "string" && value.trim() !== "") || typeof value === "number";
}

/** The fields of an entry of a timeline that make its row: when, and what happened. */
function rowOf(entry: Readonly<Record<string, unknown>>, { columns }: Vocabulary): string | null {
  const under = (names: readonly string[]) => {
    const found = Object.entries(entry).find(([key]) => names.includes(headingOfKey(key)));
    return found && isSaid(found[1]) ? String(found[1]).trim() : null;
  };
  const [day, time] = [under(columns.date), under(columns.time)];
  const what = under(columns.event);
  const at = [day, time].filter((one) => one !== null).join(" ");
  return at === "" || what === null ? null : `${at} – ${what}`;
}

function textOf(entry: unknown, vocabulary: Vocabulary): string | null {
  if (isSaid(entry)) return String(entry).trim();
  return isMapping(entry) ? rowOf(entry, vocabulary) : null;
}

/**
 * The sections of a body that a frontmatter has as lists under keys of others: `timeline: [{ time, event }]`,
 * `contributing_factors: […]`.
 */
export function listedSections(
  located: LocatedData,
  vocabulary: Vocabulary,
): readonly KnownSection[] {
  const sectionOf = (key: string, value: unknown, path: DataPath): readonly KnownSection[] => {
    const heading = headingOfKey(key);
    const kind = LISTED.find((one) => vocabulary.headings[one].includes(heading));
    if (kind === undefined || !Array.isArray(value)) return [];
    const items = value.flatMap((entry: unknown, index): readonly ListItem[] => {
      const text = textOf(entry, vocabulary);
      const range = located.valueRange([...path, index]);
      return text === null ? [] : [plainItem({ text, range })];
    });
    const range = located.keyRange(path);
    const block = { type: "list", items, range } as const;
    const blocks = items.length === 0 ? [] : [block];
    return [{ kind, heading: { text: heading, range }, level: 2, blocks, range }];
  };
  return wrappedEntries(located.data, vocabulary).flatMap(({ key, value, path }) =>
    sectionOf(key, value, path),
  );
}
