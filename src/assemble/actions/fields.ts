import { escapePattern } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";
import { findTerm } from "../../core/taxonomy.ts";
import type { ListItem, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext, Locate } from "../context.ts";
import type { Cells } from "../sections/cells.ts";
import { normalizeHeading } from "../written/phrases.ts";

/** What stands in brackets at the end of an action: `(owner: platform, due: 2026-04-15)`. */
export const TRAILING_FIELDS = /\s?\(([a-z]+\s?:[^()]*)\)\s?$/i;

/** The columns of an action that a list may name too. */
const FIELDS = [
  "owner",
  "due",
  "status",
  "done",
  "competency",
  "ticket",
  "priority",
  "type",
] as const;

/** What an action is called, and the fields that its text names. */
export interface FieldedAction {
  readonly title: string;
  readonly cells: Cells;
}

interface FieldPatterns {
  /** A field within a text: `… - Owner: platform`. */
  readonly within: RegExp;
  readonly names: Readonly<Record<string, readonly string[]>>;
}

const patternsOf = memo((vocabulary: Vocabulary): FieldPatterns => {
  const names = Object.fromEntries(FIELDS.map((field) => [field, vocabulary.columns[field]]));
  const words = Object.values(names).flat().map(escapePattern).join("|");
  const separator = String.raw`(?:\s+[–—|•·/-]+\s+|\s*[;,.(|[]\s*|^)`;
  const within = new RegExp(String.raw`${separator}(?=(?:${words})(?:\s?\([a-z]\))?\s*:)`, "iu");
  return { within, names };
});

/** The field that a label names: a state itself names one, "Done: March 14". */
function namedField(
  label: string,
  vocabulary: Vocabulary,
): { readonly name: string; readonly isState: boolean } | null {
  const folded = normalizeHeading(label);
  if (vocabulary.action_statuses.done.includes(folded)) {
    return { name: "status", isState: true };
  }
  const { names } = patternsOf(vocabulary);
  const name = FIELDS.find((field) => names[field]?.includes(folded));
  return name === undefined ? null : { name, isState: false };
}

/** A text that is a field alone, as in a list below an action: `Owner: platform`. */
function fieldOf(
  { text, range }: Text,
  vocabulary: Vocabulary,
): readonly [name: string, value: Text] | null {
  const [, label, value] = /^([^:]{2,30}?)\s*:\s*(\S.*)$/.exec(text) ?? [];
  if (label === undefined || value === undefined) return null;
  const field = namedField(label, vocabulary);
  return field && [field.name, { text: field.isState ? `${label} ${value}` : value, range }];
}

/** The fields that an action's own list names. */
export function nestedFields(item: ListItem, { vocabulary }: AssembleContext): Cells {
  const found = item.children.flatMap((child) => {
    const field = fieldOf(child, vocabulary);
    return field ? [field] : [];
  });
  return new Map(found.toReversed());
}

function bracketed(
  item: Text,
  { vocabulary }: AssembleContext,
  locate: Locate,
): FieldedAction | null {
  const found = TRAILING_FIELDS.exec(item.text);
  if (!found) return null;
  const cells = new Map<string, Text>();
  for (const part of found[1]?.split(/[,;]/) ?? []) {
    const [name, ...rest] = part.split(":");
    const text = rest.join(":").trim();
    const own = name?.trim().toLowerCase() ?? "";
    const field = namedField(own, vocabulary);
    const value = field?.isState === true ? `${own} ${text}`.trim() : text;
    if (own !== "") {
      cells.set(field?.name ?? own, { text: value, range: locate(item.range, text) });
    }
  }
  return { title: item.text.slice(0, found.index), cells };
}

/** The fields behind a title, each after a dash, a bar or a full stop. */
function behindTitle(
  item: Text,
  { vocabulary }: AssembleContext,
  locate: Locate,
): FieldedAction | null {
  const { within } = patternsOf(vocabulary);
  const first = within.exec(item.text);
  if (!first || first.index === 0) return null;
  const cells = new Map<string, Text>();
  const rest = item.text.slice(first.index + first[0].length).replace(/[)\]]\s*$/, "");
  for (const part of rest.split(within)) {
    const text = part.replace(/[\s;,.|]+$/, "");
    const [name, value] = fieldOf({ text, range: item.range }, vocabulary) ?? [];
    if (name === undefined || value === undefined) return null;
    if (!cells.has(name)) {
      cells.set(name, { text: value.text, range: locate(item.range, value.text) });
    }
  }
  return { title: item.text.slice(0, first.index), cells };
}

const HANDLE = String.raw`@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:\/[\w-]+)?`;
const HANDLE_BEFORE = new RegExp(`^(${HANDLE})\\s*[:–—-]\\s+(\\S.*)$`, "u");
const HANDLE_BEHIND = new RegExp(`^(.*\\S)\\s+(?:[–—-]\\s+)?[([]?(${HANDLE})[)\\]]?\\.?$`, "u");

/** An owner that stands in brackets before a title, or as a handle around it. */
function besideTitle(
  item: Text,
  { taxonomy }: AssembleContext,
  locate: Locate,
): FieldedAction | null {
  const { text } = item;
  const withOwner = (owner: string, title: string): FieldedAction => {
    return {
      title,
      cells: new Map([["owner", { text: owner, range: locate(item.range, owner) }]]),
    };
  };
  const [, inBrackets, behind] = /^\[([^\]]{2,40})\]:?\s+(\S.*)$/.exec(text) ?? [];
  if (inBrackets !== undefined && behind !== undefined) {
    const isOwner = inBrackets.startsWith("@") || findTerm(taxonomy.teams, inBrackets) !== null;
    if (isOwner) return withOwner(inBrackets, behind);
  }
  const [, first, action] = HANDLE_BEFORE.exec(text) ?? [];
  if (first !== undefined && action !== undefined) return withOwner(first, action);
  const [, title, last] = HANDLE_BEHIND.exec(text) ?? [];
  return title !== undefined && last !== undefined ? withOwner(last, title) : null;
}

/** Splits an action into its title and the fields that stand in it. */
export function ownFields(item: Text, context: AssembleContext, locate: Locate): FieldedAction {
  return (
    bracketed(item, context, locate) ??
    behindTitle(item, context, locate) ??
    besideTitle(item, context, locate) ?? { title: item.text, cells: new Map() }
  );
}
