import type { ColumnKind, SectionKind } from "../../core/document/body-parts.ts";
import { inBracketsOf } from "../../core/text/in-brackets.ts";
import { plainItem } from "../../parse/body/blocks.ts";
import type { Block, TableBlock, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { kindOfHeading, normalizeHeading } from "../written/phrases.ts";
import { ITEM_LEVEL } from "./parts.ts";
import type { KnownSection } from "./sections.ts";

type RecordKind = Exclude<keyof Vocabulary["record_kinds"], "heads">;

/** What one row of a table of records says, by its columns. */
interface TableRecord {
  readonly kind: RecordKind;
  readonly name: Text;
  readonly value: Text;
  readonly time: Text;
  readonly status: Text;
  /** Its kind, as it is written. */
  readonly written: Text;
}

/** Fewer kinds of rows are a column of a table of something else. */
const LEAST_KINDS = 3;
const RECORD_KINDS = ["fact", "milestone", "event", "factor", "action"] as const;
const TIMES: readonly ColumnKind[] = ["time", "date", "due"];

function kindOfRecord(text: string, { record_kinds: words }: Vocabulary): RecordKind | null {
  const name = normalizeHeading(text).replaceAll("_", " ");
  return RECORD_KINDS.find((kind) => words[kind].includes(name)) ?? null;
}

/** Where columns of a table of records stand; -1 for one that it does not have. */
function columnsOf(head: readonly Text[], { columns }: Vocabulary) {
  const kinds = head.map(({ text }) => kindOfHeading(text, columns));
  const time = kinds.findIndex((kind, index) => index > 0 && kind !== null && TIMES.includes(kind));
  const status = kinds.findIndex((kind, index) => index > 0 && index !== time && kind === "status");
  const others = head.map((_, index) => index).slice(1);
  const [name = -1, value = -1] = others.filter((index) => index !== time && index !== status);
  return { time, status, name, value };
}

/** The records of a table whose first column says of what kind each row is; none of any other table. */
function recordsOf({ head, rows }: TableBlock, vocabulary: Vocabulary): readonly TableRecord[] {
  const [first] = head;
  if (!first || !vocabulary.record_kinds.heads.includes(normalizeHeading(first.text))) return [];
  const at = columnsOf(head, vocabulary);
  const records = rows.flatMap((row): readonly TableRecord[] => {
    const [written] = row;
    const kind = kindOfRecord(written?.text ?? "", vocabulary);
    if (!written || kind === null) return [];
    const cell = (index: number) => row[index] ?? { text: "", range: written.range };
    const [name, value] = [cell(at.name), cell(at.value)];
    return [{ kind, name, value, time: cell(at.time), status: cell(at.status), written }];
  });
  const kinds = new Set(records.map(({ kind }) => kind));
  const isOfIncident = kinds.has("milestone") || kinds.has("event");
  return records.length === rows.length && kinds.size >= LEAST_KINDS && isOfIncident ? records : [];
}

function orElse(text: Text, other: Text): Text {
  return text.text === "" ? other : text;
}

/** What heads a column of a kind. */
function headOf(kind: ColumnKind, { columns }: Vocabulary, { range }: Text): Text {
  return { text: columns[kind].find((name) => !name.startsWith("=")) ?? kind, range };
}

function tableOf(
  head: readonly Text[],
  rows: readonly (readonly Text[])[],
  { range }: TableBlock,
): TableBlock {
  return { type: "table", head, rows, range };
}

/** Facts and milestones as a table of labels with their values, in the zone that the head of times names. */
function factsOf(
  table: TableBlock,
  records: readonly TableRecord[],
  zone: string,
): readonly Block[] {
  const pairs = records.flatMap(({ kind, name, value, time }): readonly (readonly Text[])[] => {
    if (kind !== "fact" && kind !== "milestone") return [];
    const label = name.text.replaceAll("_", " ");
    if (kind === "fact") return [[{ ...name, text: label }, orElse(value, time)]];
    return [[{ ...name, text: zone === "" ? label : `${label} (${zone})` }, orElse(time, value)]];
  });
  const [first, ...rest] = pairs;
  return first ? [tableOf(first, rest, table)] : [];
}

function sectionOf(
  kind: SectionKind,
  [first]: readonly TableRecord[],
  block: Block,
): readonly KnownSection[] {
  if (!first) return [];
  const { written: heading } = first;
  return [{ kind, heading, level: ITEM_LEVEL, blocks: [block], range: heading.range }];
}

/** The parts of a document that a table of records holds, row by row; null for any other table. */
function partsOf(
  table: TableBlock,
  vocabulary: Vocabulary,
): { readonly facts: readonly Block[]; readonly sections: readonly KnownSection[] } | null {
  const records = recordsOf(table, vocabulary);
  const [first] = records;
  if (!first) return null;
  const { time: at } = columnsOf(table.head, vocabulary);
  const time = table.head[at] ?? headOf("time", vocabulary, first.written);
  const only = (kind: RecordKind) => records.filter((one) => one.kind === kind);
  const head = (kind: ColumnKind) => headOf(kind, vocabulary, first.written);
  const events = only("event").map((one) => [one.time, orElse(one.value, one.name)]);
  const factors = only("factor").map(({ name, value }) => plainItem(orElse(value, name)));
  const actions = only("action").map(({ name, value, time: due, status }) => [
    orElse(value, name),
    value.text === "" || !/\p{L}/u.test(name.text) ? { ...name, text: "" } : name,
    due,
    status,
  ]);
  const plan = [head("action"), head("owner"), head("due"), head("status")];
  const list = { type: "list", items: factors, range: table.range } as const;
  return {
    facts: factsOf(table, records, inBracketsOf(time.text) ?? ""),
    sections: [
      ...sectionOf("timeline", only("event"), tableOf([time, head("event")], events, table)),
      ...sectionOf("factors", only("factor"), list),
      ...sectionOf("actions", only("action"), tableOf(plan, actions, table)),
    ],
  };
}

/** Sections with the parts that stand in one table, each row with its kind: "milestone | started | 10:00". */
export function openRecordTables(
  sections: readonly KnownSection[],
  { vocabulary }: AssembleContext,
): readonly KnownSection[] {
  return sections.flatMap((section) => {
    const parts = section.blocks.map((block) =>
      block.type === "table" ? partsOf(block, vocabulary) : null,
    );
    if (parts.every((part) => part === null)) return [section];
    const blocks = section.blocks.flatMap((block, index) => parts[index]?.facts ?? [block]);
    return [{ ...section, blocks }, ...parts.flatMap((part) => part?.sections ?? [])];
  });
}
