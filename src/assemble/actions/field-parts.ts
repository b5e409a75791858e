import { findTerm } from "../../core/taxonomy.ts";
import { bareName } from "../labels/values.ts";
import { namedColumn } from "./columns.ts";
import { type ActionContext, isDay } from "./due.ts";
import { patternsOf } from "./patterns.ts";
import type { PeeledField } from "./peel-notes.ts";
import { stateIn } from "./state-behind.ts";
import { wordStatus } from "./status.ts";

/** A longer part tells something of the action, and names no field. */
export const LONGEST_PART = 60;
const TICKET = /^(?:(?:[\w.-]+(?:\/[\w.-]+)+)?[#!]\d+|[A-Z][A-Z\d]+-\d+|https?:\/\/\S+)$/;
/** The pattern of a handle: "@core", "@acme/payments". */
export const HANDLE_TEXT = String.raw`@[\p{L}\p{N}_](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}_])?`;
const HANDLE = new RegExp(`^${HANDLE_TEXT}$`, "u");
/** Two or three capitalised words, as teams and people are written. */
const NAME = /^\p{Lu}[\p{L}\d&-]*(?: \p{Lu}?[\p{L}\d&-]+){0,2}$/u;

/** The team, the handle or the role that a text names and nothing else; null where it names none. */
export function ownerIn(text: string, { taxonomy, vocabulary }: ActionContext): string | null {
  if (HANDLE.test(text)) return text;
  const [, bare = text] = patternsOf(vocabulary).team.exec(text) ?? [];
  // A kind before the name, as tools tag what they list: "team:search".
  const names = [text, bare, bareName(text), text.replace(/^\p{L}{2,12}:(?=\S)/u, "")];
  return names.find((one) => findTerm(taxonomy.teams, one) !== null) ?? null;
}

/** What stands behind words that lead to an owner without a colon: "assigned to search". */
function afterOwnerWord(text: string, { vocabulary }: ActionContext): string {
  const folded = text.toLowerCase();
  const word = vocabulary.columns.owner.find((one) => folded.startsWith(`${one} `));
  return word === undefined ? text : text.slice(word.length + 1).trim();
}

/** A day in numbers, whichever of them is the month: "12/4", "03/04/2026". */
const SHORT_DAY = /^(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|[12]\d|3[01])(?:\/(?:20)?\d{2})?$/;
/** A picture before what a part says: "👤 Search", "🔵 To do". */
const LIGHT = /^\p{Extended_Pictographic}\u{FE0F}?\s*(?=\S)/u;

/** The fields that a part of a text is, and nothing else; null where it is something else. */
export function fieldsOf(part: string, context: ActionContext): readonly PeeledField[] | null {
  const said = part.replace(/^[\s*_]+|(?<![\s*_.])[\s*_.]+$/g, "");
  const text = wordStatus(said, context.vocabulary) === undefined ? said.replace(LIGHT, "") : said;
  if (text === "" || text.length > LONGEST_PART) return null;
  const { vocabulary } = context;
  if (vocabulary.action_phrases.undated.includes(text.toLowerCase())) return [];
  const [, label, value = ""] =
    /^(\p{L}[\p{L} ]{1,28}?)\s*(?:::|:(?!:))\s*(\S.*)$/u.exec(text) ?? [];
  if (label !== undefined) {
    const named = namedColumn(label, vocabulary);
    if (named !== null) return [[named, value]];
  }
  const { due, by } = patternsOf(vocabulary);
  const [, after] = due.exec(text) ?? [];
  if (after !== undefined) return [["due", after]];
  const [, until] = by.exec(text) ?? [];
  const { vague } = patternsOf(vocabulary);
  if (until !== undefined && (isDay(until, context) || vague.test(until))) return [["due", until]];
  if (isDay(text, context) || SHORT_DAY.test(text)) return [["due", text]];
  const state = stateIn(text, context);
  if (state) return state;
  if (vague.test(text)) return [["due", text]];
  const owner = ownerIn(text, context) ?? ownerIn(afterOwnerWord(text, context), context);
  if (owner !== null) return [["owner", owner]];
  return TICKET.test(text) ? [["ticket", text]] : null;
}

/** The fields that a list of parts is; beside a date or a state, one capitalised name is the owner. */
export function fieldsOfAll(text: string, context: ActionContext): readonly PeeledField[] | null {
  const { weekday } = patternsOf(context.vocabulary);
  const plain = text.replace(weekday, "$1 ");
  const written = plain.split(/(?:(?<!\s)\s+)?[,;、，；]\s*|(?<!\s)\s+[–—|·/]\s+/);
  // "May 1, 2026": a year goes with what stands before it.
  const parts = written.flatMap((part, index) => {
    if (/^\d{4}$/.test(part) && index > 0) return [];
    const next = written[index + 1] ?? "";
    return [/^\d{4}$/.test(next) ? `${part}, ${next}` : part];
  });
  const read = parts.map((part) => ({ part, fields: fieldsOf(part, context) }));
  const unread = read.filter(({ fields }) => fields === null);
  const fields = read.flatMap((one) => one.fields ?? []);
  if (unread.length === 0) return fields;
  const isTimed = fields.some(([name]) => name === "due" || name === "status");
  const [only] = unread;
  const hasOwner = fields.some(([name]) => name === "owner");
  if (!only || unread.length > 1 || !isTimed || hasOwner || !NAME.test(only.part)) return null;
  return [["owner", only.part], ...fields];
}
