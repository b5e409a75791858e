import type { ColumnKind, SectionKind } from "../../core/document/body-parts.ts";
import { memo } from "../../core/memo.ts";
import type { Range } from "../../core/position.ts";
import {
  type Escalation,
  type Fact,
  REASONS,
  type Review,
  type Source,
} from "../../core/postmortem.ts";
import { idOf, type Term } from "../../core/taxonomy.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { namesActions } from "../actions/columns.ts";
import { wordStatus } from "../actions/status.ts";
import type { AssembleContext } from "../context.ts";
import { teamCalled } from "../labels/values.ts";
import { isNamedBy, isPlaceholder, kindOfHeading, normalizeHeading } from "../written/phrases.ts";
import { readInstant } from "../written/times.ts";
import { flattenItems, type KnownSection } from "./sections.ts";

/** The cells of a table row, or the named fields of an item, by what they are for. */
export type Cells = ReadonlyMap<string, Text>;

/** What a cell holds that says nothing. */
export const EMPTY = /^[\s–—-]*$/;
/** A cell that only counts its row, or names its ticket: "#5120", "TIX-881". */
const NUMBER = /^[^\p{L}\d]*(?:[A-Z]{1,10}-?)?\d+[^\p{L}\d]*$/u;
/** The head of a column of ticks. */
const TICKED = /^\s*[✓✔☑✅☐]\u{FE0F}?\s*$/u;
/** A fact that the body states. */
export function stated(value: string, range: Range): Fact<string> {
  return { value, source: { origin: "body", how: "stated", range } };
}

/** The source of what the body states at a place. */
export function rangeSource(range: Range): Source {
  return { origin: "body", how: "stated", range };
}

/** The value of a named cell, as the id of a term where it names one; null where it is empty. */
export function cellFact(
  cells: Cells,
  name: string,
  terms: readonly Term[] = [],
): Fact<string> | null {
  const cell = cells.get(name);
  if (!cell || EMPTY.test(cell.text)) return null;
  const id = idOf(terms, cell.text);
  return { ...stated(id, cell.range), ...(id === cell.text ? {} : { written: cell.text }) };
}

/** The owner in a cell: a team also where it is written as a handle, or with "team" beside it. */
export function ownerFact(cells: Cells, context: AssembleContext): Fact<string> | null {
  const own = cellFact(cells, "owner", context.taxonomy.teams);
  if (!own || own.written !== undefined) return own;
  const term = teamCalled(own.value, context);
  return term ? { ...own, value: term.id, written: own.value } : own;
}

/** The blocks of all sections of a kind. */
function ofKind(sections: readonly KnownSection[], kind: SectionKind): readonly Block[] {
  return sections.flatMap((section) => (section.kind === kind ? section.blocks : []));
}

/** The rows of a table by what their columns are for, where `required` is among them. */
export function namedRows(
  block: Block,
  required: ColumnKind,
  context: AssembleContext,
): readonly Cells[] {
  if (block.type !== "table") return [];
  const kinds = block.head.map(({ text }) => {
    const own = context.vocabulary.columns;
    const isRequired =
      required === "action"
        ? namesActions(text, context.vocabulary)
        : own[required].includes(normalizeHeading(text));
    const preferred = isRequired ? required : null;
    if (TICKED.test(text)) return "status";
    return preferred ?? kindOfHeading(text, own);
  });
  // A column without a head, or with one that nobody knows, "Where is it?", that holds states alone.
  const unnamed = kinds.findIndex((kind, index) => {
    const cells = block.rows.flatMap((row) => row[index]?.text.trim() || []);
    const isState = (cell: string) => wordStatus(cell, context.vocabulary) !== undefined;
    return kind === null && cells.length > 0 && cells.every(isState);
  });
  if (unnamed !== -1 && required === "action" && !kinds.includes("status"))
    kinds[unnamed] = "status";
  // A head that may say who or when, such as "By": who, if another column says when and none says who.
  const { owner, due } = context.vocabulary.columns;
  const open = block.head.findIndex(({ text }) => isNamedBy(text, owner) && isNamedBy(text, due));
  const others = kinds.filter((_, index) => index !== open);
  const isDated = others.includes("due") || others.includes("time");
  if (open !== -1) kinds[open] = isDated && !others.includes("owner") ? "owner" : "due";
  // A column that is called just so wins over one of a like name: "Action" beside "Recommendation".
  const called = block.head.findIndex(({ text }) => normalizeHeading(text) === required);
  if (!kinds.includes(required)) return [];
  // "Target end" is a due date in all of its words, "Target start" in one.
  const isExact = block.head.map(({ text }, index) => {
    const kind = kinds[index];
    return kind != null && context.vocabulary.columns[kind].includes(normalizeHeading(text));
  });
  const isLesser = (index: number) =>
    kinds[index] === "due" &&
    isExact[index] !== true &&
    kinds.some((kind, other) => kind === "due" && isExact[other] === true);
  return block.rows.map((row) => {
    const cells = new Map<string, Text>();
    row.forEach((cell, index) => {
      const kind = isLesser(index) ? null : kinds[index];
      const known = kind ? cells.get(kind) : undefined;
      // Of two columns with such a name, the one with words says it: "Work item" beside "Title".
      const isCalled = index === called && !EMPTY.test(cell.text) && !NUMBER.test(cell.text);
      if (kind && (!known || NUMBER.test(known.text) || isCalled)) cells.set(kind, cell);
    });
    return cells;
  });
}

/** Below the head of a table; anything else of these signs does no harm. */
const BELOW_HEAD = /^[\s>|:-]+$/;
const HTML_TABLE = /<table/i;

/** The cells of each line of a body that may be the head of a table, without parsing it. */
export function tableHeads(body: string): readonly (readonly string[])[] {
  const lines = body.split("\n");
  return lines.flatMap((line, index) =>
    BELOW_HEAD.test(line) && line.includes("-") ? [lines[index - 1]?.split("|") ?? []] : [],
  );
}

/** Whether a body may hold a table with a column for the team that was asked, so that it is worth parsing. */
export function mayHaveEscalations(body: string, { vocabulary }: AssembleContext): boolean {
  if (HTML_TABLE.test(body)) return true;
  const to = vocabulary.columns.to;
  return tableHeads(body).some((head) => head.some((cell) => isNamedBy(cell, to)));
}

/** A reason as the reports count it, where it is one of its other names: "approval" is authority. */
function reasonOf(
  written: Fact<string> | null,
  { vocabulary: { reasons } }: AssembleContext,
): Fact<string> | null {
  const folded = written?.value.trim().toLowerCase() ?? "";
  const reason = REASONS.find((one) => reasons[one].includes(folded));
  return written && reason ? { ...written, value: reason, written: written.value } : written;
}

/** The escalations in the body: rows of a table with a column for the team that was asked. */
export function bodyEscalations(
  sections: readonly KnownSection[],
  context: AssembleContext,
): readonly Escalation[] {
  const { taxonomy } = context;
  return ofKind(sections, "escalations").flatMap((block) =>
    namedRows(block, "to", context).flatMap((cells): Escalation[] => {
      const to = cellFact(cells, "to", taxonomy.teams);
      const from = cellFact(cells, "from", taxonomy.teams);
      if (!to && !from) return [];
      const written = cellFact(cells, "time");
      const read = written ? readInstant(written.value, context.timeZone) : null;
      const at =
        written && read && read.kind !== "unreadable"
          ? { value: read.at, written: written.value, source: written.source }
          : null;
      const reason = reasonOf(cellFact(cells, "reason"), context);
      const competency = cellFact(cells, "competency", taxonomy.competencies);
      const source = rangeSource((to ?? from)?.source.range ?? block.range);
      return [{ at, from, to, reason, competency, evidence: null, confirmed: true, source }];
    }),
  );
}

const reviewPatterns = memo(({ review_labels: { due, done, criteria } }: Vocabulary) => {
  const valueOf = (labels: readonly string[]) =>
    new RegExp(String.raw`^\W*${anyWord(labels)}\W*[:：][^\p{L}\p{N}@~<[]*(.*)$`, "iu");
  return { due: valueOf(due), done: valueOf(done), criteria: valueOf(criteria) };
});

/** The follow-up review in the body: list items or lines "Due: …", "Held: …", "Success criteria: …". */
export function bodyReview(
  sections: readonly KnownSection[],
  context: AssembleContext,
): Review | null {
  const texts = ofKind(sections, "review").flatMap((block): readonly Text[] => {
    if (block.type === "list") return flattenItems(block.items);
    return block.type === "paragraph" ? [block] : [];
  });
  const read = (label: RegExp): Fact<string> | null => {
    for (const { text, range } of texts) {
      const value = label.exec(text)?.[1]?.trim() ?? "";
      if (!EMPTY.test(value) && !isPlaceholder(value, context.vocabulary.placeholders)) {
        return stated(value, range);
      }
    }
    return null;
  };
  const patterns = reviewPatterns(context.vocabulary);
  const [due, done, criteria] = [read(patterns.due), read(patterns.done), read(patterns.criteria)];
  const first = due ?? done ?? criteria;
  return first ? { due, done, criteria, source: first.source } : null;
}
