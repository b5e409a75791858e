import { findTerm } from "../../core/taxonomy.ts";
import { type ActionContext, dayOf } from "./due.ts";
import { fieldsOf, fieldsOfAll, HANDLE_TEXT, LONGEST_PART, ownerIn } from "./field-parts.ts";
import { patternsOf } from "./patterns.ts";
import { HANDLE_FIRST } from "./peel-first.ts";
import type { Peeled } from "./peel-notes.ts";
import { behindSign } from "./signs.ts";
import { stateBehindBracket, stateIn } from "./state-behind.ts";
import { wordStatus } from "./status.ts";

const HANDLE_BEHIND = new RegExp(`^(.*\\S)\\s+(${HANDLE_TEXT})\\.?$`, "u");
const ENDS_WITH_HANDLE = new RegExp(`\\s${HANDLE_TEXT}$`, "u");
const ADDRESS_BEHIND = /^(.*?\S)\s+(?:(?:=>|→|->)\s*)?<?(https?:\/\/\S+?)>?$/u;
const BRACKET_BEHIND =
  /^(.*\S)\s*(?:\(([^()]*)\)|\[([^[\]]*)\]|\{([^{}]*)\}|（([^（）]*)）)[.,;。]?$/u;
/** A label of a tracker behind a title, with its value where it has a scope: `~"workflow::in dev"`. */
const LABEL_BEHIND = /^(.*\S)\s+~("?)(?:[\p{L}\d _&-]{1,40}::)?([\p{L}\d _-]{1,40})\2$/u;
/** The tags that end a title, as Org mode and notes have them: ":core:", "#core #p1". */
const TAGS_BEHIND =
  /(?<![\s|])[\s|]+(?::[\p{L}\d_@#%]{2,40}:|#[\p{L}\d_-]{2,40}(?:\s#[\p{L}\d_-]{2,40})*)$/u;
/** How urgent an action is, where that ends its title: "Cap the heap P1". */
const RANK_ALONE = /^P[0-5]$/;
const RANKED = /^(.*\S)\s+\(?P[0-5]\)?$/;

/** The page that a title ends with: "Cap the heap → https://tracker.example.com/42". */
function addressBehind(title: string): Peeled | null {
  const [, before, address] = ADDRESS_BEHIND.exec(title) ?? [];
  return before !== undefined && address !== undefined
    ? { title: before, fields: [["ticket", address]] }
    : null;
}

/** The fields in a bracket that ends a title; none where it says how urgent the action is. */
function inBracket([, before = "", ...within]: RegExpExecArray, context: ActionContext) {
  const text = within.find(Boolean) ?? "";
  const fields = RANK_ALONE.test(text) ? [] : fieldsOfAll(text, context);
  return fields && { title: before, fields };
}

/** A state in a bracket with what follows it: "Cap the heap [done] 2026-04-02". */
function markedState(title: string, context: ActionContext): Peeled | null {
  const [, before, mark = "", last = ""] =
    /^(.*\S)\s+\[([^[\]]{2,30})\]\s+(\S.{1,59})$/u.exec(title) ?? [];
  if (before === undefined) return null;
  const state = stateIn(mark, context);
  const further = state && fieldsOfAll(last, context);
  return state && further && { title: before, fields: [...state, ...further] };
}

function trackerLabel(title: string, context: ActionContext): Peeled | null {
  const [, before, , scoped = ""] = LABEL_BEHIND.exec(title) ?? [];
  return before === undefined ? null : { title: before, fields: fieldsOf(scoped, context) ?? [] };
}

function taggedOwner(title: string, context: ActionContext): Peeled | null {
  const tags = TAGS_BEHIND.exec(title);
  const named = tags?.[0].match(/[\p{L}\d_@%-]+/gu)?.map((tag) => ownerIn(tag, context));
  const owner = named?.find((one) => one !== null);
  return tags && owner ? { title: title.slice(0, tags.index), fields: [["owner", owner]] } : null;
}

/** The fields behind a dash, an arrow or the like. */
function behindDash(title: string, context: ActionContext): Peeled | null {
  const behind = behindSign(title, 2 * LONGEST_PART);
  const fields = behind && fieldsOfAll(behind.last, context);
  return behind && fields && { title: behind.before, fields };
}

/** The fields that the last sentence is: "Cap the heap. Owner: core, done". */
function lastSentence(title: string, context: ActionContext): Peeled | null {
  const [, before, last = ""] = /^(.*(?:\p{L}{2}|\d)[.!])\s+(\S.{1,58}?)\.?$/u.exec(title) ?? [];
  const fields = before === undefined ? null : fieldsOfAll(last, context);
  return before !== undefined && fields && fields.length > 0 ? { title: before, fields } : null;
}

function handleBehind(title: string): Peeled | null {
  const [, before, handle] = HANDLE_BEHIND.exec(title) ?? [];
  return before !== undefined && handle !== undefined
    ? { title: before, fields: [["owner", handle]] }
    : null;
}

/** The team whose name ends a title, where something else shows that a name there is the owner. */
function teamBehind(title: string, mayOwn: boolean, context: ActionContext): Peeled | null {
  const [, before, last = ""] = /^(.*\S)\s+(\p{Lu}[\p{L}\d-]*)$/u.exec(title) ?? [];
  const rank = RANKED.exec(before ?? "");
  const isOwner = (mayOwn || rank) && findTerm(context.taxonomy.teams, last) !== null;
  if (before === undefined || !isOwner || patternsOf(context.vocabulary).joins.test(before))
    return null;
  return { title: rank?.[1] ?? before, fields: [["owner", last]] };
}

/** The field that a word names by its label at the end of a title: "Cap the heap owner:payments". */
function labelledLast(title: string, context: ActionContext): Peeled | null {
  const [, before, word = ""] = /^(.*\S)\s+(\p{L}{2,12}:[^\s:]\S*)$/u.exec(title) ?? [];
  const fields = before === undefined ? null : fieldsOf(word, context);
  const isNamed = fields?.some(([name]) => name === "owner" || name === "due" || name === "status");
  return before !== undefined && fields && isNamed ? { title: before, fields } : null;
}

/** The fields that the last parts between commas are: "Key in the cache, delivery, 2026-05-15". */
function peelCommas(title: string, context: ActionContext): Peeled | null {
  const at = title.lastIndexOf(", ");
  if (at <= 0 || title.length - at > LONGEST_PART) return null;
  const [before, last] = [title.slice(0, at), title.slice(at + 2)];
  const fields = fieldsOf(last, context);
  const isTicket = fields?.every(([name]) => name === "ticket") === true;
  if (fields === null || isTicket) return null;
  // "Drill for ledger, payments" names two teams, and neither has to do it.
  const word = before.slice(before.lastIndexOf(" ") + 1);
  const isList = fields[0]?.[0] === "owner" && ownerIn(word, context) !== null;
  return isList ? null : { title: before, fields };
}

/** The fields behind the last colon, an owner among them: "Limit for attachments: Delivery, done". */
function peelColon(title: string, context: ActionContext): Peeled | null {
  const at = title.lastIndexOf(": ");
  if (at <= 0 || title.length - at > LONGEST_PART) return null;
  const fields = fieldsOfAll(title.slice(at + 2), context);
  return fields?.[0]?.[0] === "owner" ? { title: title.slice(0, at), fields } : null;
}

/** A date that ends a title, behind "by" or "due", or behind a handle. */
function lastDated(title: string, context: ActionContext): Peeled | null {
  const words = [...title.matchAll(/\s+/g)].map(({ index }) => index).slice(-6);
  for (const index of words) {
    const [before, last] = [title.slice(0, index).replace(/[,;]$/, ""), title.slice(index).trim()];
    const { by } = patternsOf(context.vocabulary);
    const [, date] = by.exec(last) ?? [];
    const isDone =
      wordStatus(before.slice(before.lastIndexOf(" ") + 1), context.vocabulary) === "done";
    if (isDone) continue;
    if (date !== undefined && dayOf(date, context))
      return { title: before, fields: [["due", date]] };
    const isAssigned = ENDS_WITH_HANDLE.test(before) || HANDLE_FIRST.test(title);
    if (isAssigned && dayOf(last, context)) return { title: before, fields: [["due", last]] };
  }
  return null;
}

/** What may end a title, the surest first. */
const ENDS: readonly ((title: string, context: ActionContext) => Peeled | null)[] = [
  stateBehindBracket,
  markedState,
  trackerLabel,
  taggedOwner,
  behindDash,
  lastDated,
  peelCommas,
  lastSentence,
  peelColon,
  labelledLast,
  handleBehind,
];

/**
 * The last part of a title that is set apart from it: in brackets, behind a dash, as a handle.
 * @param mayOwn whether the name of a team there is the owner, as other fields stand beside it.
 */
export function peelLast(title: string, mayOwn: boolean, context: ActionContext): Peeled | null {
  const addressed = addressBehind(title);
  if (addressed) return addressed;
  const bracket = BRACKET_BEHIND.exec(title);
  if (bracket) return inBracket(bracket, context);
  for (const peel of ENDS) {
    const peeled = peel(title, context);
    if (peeled) return peeled;
  }
  return teamBehind(title, mayOwn, context);
}
