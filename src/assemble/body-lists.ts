import type { Action, Escalation, Fact, Problem, Review, Source } from "../core/postmortem.ts";
import type { Range } from "../core/position.ts";
import type { Term } from "../core/taxonomy.ts";
import { findTerm } from "../core/taxonomy.ts";
import type { Block, ListItem, Text } from "../parse/body.ts";
import type { AssembleContext, Locate } from "./context.ts";
import { isPlaceholder, kindOfHeading, normalizeHeading } from "./phrases.ts";
import type { KnownSection } from "./sections.ts";
import { flattenItems } from "./sections.ts";
import { readInstant } from "./time-text.ts";

type Cells = ReadonlyMap<string, Text>;

const EMPTY = /^[\s–—-]*$/;
/** What stands in brackets at the end of an action: `(owner: platform, due: 2026-04-15)`. */
export const TRAILING_FIELDS = /\s?\(([a-z]+\s?:[^()]*)\)\s?$/i;

function stated(value: string, range: Range): Fact<string> {
  return { value, source: { origin: "body", how: "stated", range } };
}

function rangeSource(range: Range): Source {
  return { origin: "body", how: "stated", range };
}

function cellFact(cells: Cells, name: string, terms: readonly Term[] = []): Fact<string> | null {
  const cell = cells.get(name);
  if (!cell || EMPTY.test(cell.text)) return null;
  const id = findTerm(terms, cell.text)?.id ?? cell.text;
  return { ...stated(id, cell.range), ...(id === cell.text ? {} : { written: cell.text }) };
}

function ofKind(sections: readonly KnownSection[], kind: string): readonly Block[] {
  return sections.flatMap((section) => (section.kind === kind ? section.blocks : []));
}

/** The rows of a table by what their columns are for, where `required` is among them. */
export function namedRows(
  block: Block,
  required: string,
  context: AssembleContext,
): readonly Cells[] {
  if (block.type !== "table") return [];
  const kinds = block.head.map(({ text }) => {
    const own = context.vocabulary.columns;
    const preferred = own[required]?.includes(normalizeHeading(text)) ? required : null;
    return preferred ?? kindOfHeading(text, own);
  });
  if (!kinds.includes(required)) return [];
  return block.rows.map((row) => {
    const cells = new Map<string, Text>();
    row.forEach((cell, index) => {
      const kind = kinds[index];
      if (kind && !cells.has(kind)) cells.set(kind, cell);
    });
    return cells;
  });
}

/** The canonical state that a written one means, as written where nobody knows it. */
function actionStatus(written: Fact<string> | null, context: AssembleContext): Fact<string> | null {
  if (!written) return null;
  const folded = written.value.trim().toLowerCase();
  for (const [status, words] of Object.entries(context.vocabulary.action_statuses)) {
    if (words.includes(folded)) return { ...written, value: status };
  }
  return written;
}

function tableAction(cells: Cells, context: AssembleContext): readonly Action[] {
  const title = cellFact(cells, "action");
  if (!title) return [];
  return [
    {
      title,
      owner: cellFact(cells, "owner", context.taxonomy.teams),
      due: cellFact(cells, "due"),
      status: actionStatus(cellFact(cells, "status"), context),
      competency: cellFact(cells, "competency", context.taxonomy.competencies),
      source: rangeSource(title.source.range),
    },
  ];
}

/** Splits `Title (owner: platform, due: 2026-04-15)` into its title and named fields. */
function trailingFields(item: ListItem, locate: Locate): { title: string; cells: Cells } {
  const found = TRAILING_FIELDS.exec(item.text);
  const cells = new Map<string, Text>();
  for (const part of found?.[1]?.split(",") ?? []) {
    const [name, ...value] = part.split(":");
    const text = value.join(":").trim();
    if (name) cells.set(name.trim().toLowerCase(), { text, range: locate(item.range, text) });
  }
  return { title: found ? item.text.slice(0, found.index) : item.text, cells };
}

function itemAction(item: ListItem, context: AssembleContext, locate: Locate): readonly Action[] {
  const { title, cells } = trailingFields(item, locate);
  if (EMPTY.test(title) || isPlaceholder(title, context.vocabulary.placeholders)) return [];
  const ticked = item.checked ? stated("done", item.range) : null;
  const unticked = item.checked === false ? stated("open", item.range) : null;
  return [
    {
      title: stated(title.trim(), item.range),
      owner: cellFact(cells, "owner", context.taxonomy.teams),
      due: cellFact(cells, "due"),
      status: ticked ?? actionStatus(cellFact(cells, "status"), context) ?? unticked,
      competency: cellFact(cells, "competency", context.taxonomy.competencies),
      source: rangeSource(item.range),
    },
  ];
}

/** The actions in the body: rows of a table, else items of a list. */
export function bodyActions(
  sections: readonly KnownSection[],
  context: AssembleContext,
  locate: Locate,
): readonly Action[] {
  return ofKind(sections, "actions").flatMap((block) => {
    if (block.type === "list")
      return block.items.flatMap((item) => itemAction(item, context, locate));
    return namedRows(block, "action", context).flatMap((cells) => tableAction(cells, context));
  });
}

/** Owners that are only a stand-in; a date or a status that is one has its own rule. */
export function placeholderOwners(
  actions: readonly Action[],
  { vocabulary }: AssembleContext,
): readonly Problem[] {
  return actions.flatMap(({ owner }) => {
    if (!owner || !isPlaceholder(owner.value, vocabulary.placeholders)) return [];
    const message = `Unexpected placeholder \`${owner.value}\` for \`owner\``;
    const hint = "Name a team or a role, or leave it out.";
    return [{ ruleId: "placeholder-value", message, hint, range: owner.source.range }];
  });
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
        written && read && read.kind !== "unreadable" ? { ...written, value: read.at } : null;
      const reason = cellFact(cells, "reason");
      const competency = cellFact(cells, "competency", taxonomy.competencies);
      const source = rangeSource((to ?? from)?.source.range ?? block.range);
      return [{ at, from, to, reason, competency, source }];
    }),
  );
}

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
  const due = read(/^\W*(?:due|review due|date)\W*:\W*(.*)$/i);
  const done = read(/^\W*(?:done|held)\W*:\W*(.*)$/i);
  const criteria = read(/^\W*(?:success )?criteria\W*:\W*(.*)$/i);
  const first = due ?? done ?? criteria;
  return first ? { due, done, criteria, source: first.source } : null;
}
