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

/** What a post of a status page is, before what it says: "Identified: "; nothing for a mere update. */
function stateBefore(state: string | null, { post_states: states }: Vocabulary): string {
  return state !== null && states.includes(normalizeHeading(state)) ? `${state}: ` : "";
}

/** The fields of an entry of a timeline that make its row: when, and what happened. */
function rowOf(entry: Readonly<Record<string, unknown>>, vocabulary: Vocabulary): string | null {
  const { columns, frontmatter_events } = vocabulary;
  const under = (names: readonly string[]) => {
    const found = Object.entries(entry).find(([key]) => names.includes(headingOfKey(key)));
    return found && isSaid(found[1]) ? String(found[1]).trim() : null;
  };
  const [day, time] = [under(columns.date), under(columns.time)];
  const what = under(columns.event) ?? under(frontmatter_events);
  const at = [day, time].filter((one) => one !== null).join(" ");
  if (at === "" || what === null) return null;
  return `${at} – ${stateBefore(under(columns.status), vocabulary)}${what}`;
}

/** Which part of a body a list under a key is: "action items", "incident states"; null where it is none. */
export function kindOfList<Kind extends (typeof READ_AS_LISTS)[number]>(
  key: string,
  kinds: readonly Kind[],
  { headings, frontmatter_timelines }: Vocabulary,
): Kind | null {
  const heading = headingOfKey(key);
  const isTimeline = frontmatter_timelines.includes(heading);
  const isOf = (kind: Kind) =>
    (kind === "timeline" && isTimeline) || headings[kind].includes(heading);
  return kinds.find(isOf) ?? null;
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
    const kind = kindOfList(key, LISTED, vocabulary);
    if (kind === null || !Array.isArray(value)) return [];
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
