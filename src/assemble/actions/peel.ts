import { findTerm } from "../../core/taxonomy.ts";
import { bareName } from "../labels/values.ts";
import { namedColumn } from "./columns.ts";
import { type ActionContext, dayOf, isDay } from "./due.ts";
import { patternsOf } from "./patterns.ts";
import { type Peeled, type PeeledField, peelObsidian, peelSymbolDates } from "./peel-notes.ts";
import { behindSign } from "./signs.ts";
import { wordStatus } from "./status.ts";

/** A longer part tells something of the action, and names no field. */
const LONGEST_PART = 60;
const MOST_PARTS = 12;
const SENTENCES = /[.!?]\s+\p{Lu}/u;
const TICKET = /^(?:(?:[\w.-]+(?:\/[\w.-]+)+)?[#!]\d+|[A-Z][A-Z\d]+-\d+|https?:\/\/\S+)$/;
const HANDLE_TEXT = String.raw`@[\p{L}\p{N}_](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}_])?`;
const HANDLE = new RegExp(`^${HANDLE_TEXT}$`, "u");
const HANDLE_FIRST = new RegExp(`^(${HANDLE_TEXT})[,:]?\\s+(\\S.*)$`, "u");
const HANDLE_BEHIND = new RegExp(`^(.*\\S)\\s+(${HANDLE_TEXT})\\.?$`, "u");
const ENDS_WITH_HANDLE = new RegExp(`\\s${HANDLE_TEXT}$`, "u");
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

/** A state with the day on which it was reached: "done 21 May". */
function stateIn(text: string, context: ActionContext): readonly PeeledField[] | null {
  const own = wordStatus(text, context.vocabulary);
  if (own !== undefined) return [["status", text]];
  const [, word = "", day = ""] =
    /^(\p{L}[\p{L} -]*?)\s*:?\s+(?:on\s+)?((?:\p{L}{3,9}\.?\s)?\S*\d.*)$/u.exec(text) ?? [];
  if (word === "" || wordStatus(word, context.vocabulary) !== "done") return null;
  return dayOf(day, context)
    ? [
        ["status", word],
        ["done", day],
      ]
    : null;
}

/** A day in numbers, whichever of them is the month: "12/4", "03/04/2026". */
const SHORT_DAY = /^(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|[12]\d|3[01])(?:\/(?:20)?\d{2})?$/;
/** A picture before what a part says: "👤 Search", "🔵 To do". */
const LIGHT = /^\p{Extended_Pictographic}\u{FE0F}?\s*(?=\S)/u;

/** The fields that a part of a text is, and nothing else; null where it is something else. */
function fieldsOf(part: string, context: ActionContext): readonly PeeledField[] | null {
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

/** A label of a tracker behind a title, with its value where it has a scope: `~"workflow::in dev"`. */
const LABEL_BEHIND = /^(.*\S)\s+~("?)(?:[\p{L}\d _&-]{1,40}::)?([\p{L}\d _-]{1,40})\2$/u;
/** The tags that end a title, as Org mode and notes have them: ":core:", "#core #p1". */
const TAGS_BEHIND =
  /(?<![\s|])[\s|]+(?::[\p{L}\d_@#%]{2,40}:|#[\p{L}\d_-]{2,40}(?:\s#[\p{L}\d_-]{2,40})*)$/u;
/** How urgent an action is, where that ends its title: "Cap the heap P1". */
const RANK_ALONE = /^P[0-5]$/;
const RANKED = /^(.*\S)\s+\(?P[0-5]\)?$/;

/** The field that a word names by its label at the end of a title: "Cap the heap owner:payments". */
function labelledLast(title: string, context: ActionContext): Peeled | null {
  const [, before, word = ""] = /^(.*\S)\s+(\p{L}{2,12}:[^\s:]\S*)$/u.exec(title) ?? [];
  const fields = before === undefined ? null : fieldsOf(word, context);
  const isNamed = fields?.some(([name]) => name === "owner" || name === "due" || name === "status");
  return before !== undefined && fields && isNamed ? { title: before, fields } : null;
}

/** The last part of a title that is set apart from it: in brackets, behind a dash, as a handle. */
function peelLast(title: string, mayOwn: boolean, context: ActionContext): Peeled | null {
  const url = /^(.*?\S)\s+(?:(?:=>|→|->)\s*)?<?(https?:\/\/\S+?)>?$/u.exec(title);
  if (url) return { title: url[1] ?? "", fields: [["ticket", url[2] ?? ""]] };
  const bracket =
    /^(.*\S)\s*(?:\(([^()]*)\)|\[([^[\]]*)\]|\{([^{}]*)\}|（([^（）]*)）)[.,;。]?$/u.exec(title);
  if (bracket) {
    const within = bracket.slice(2).find(Boolean) ?? "";
    const fields = RANK_ALONE.test(within) ? [] : fieldsOfAll(within, context);
    return fields && { title: bracket[1] ?? "", fields };
  }
  // "Cap the heap (Platform) Done"
  const stated = /^(.*[)\]])\s+(\p{L}[\p{L} -]{2,20})$/u.exec(title);
  if (stated && wordStatus(stated[2] ?? "", context.vocabulary) !== undefined) {
    return { title: stated[1] ?? "", fields: [["status", stated[2] ?? ""]] };
  }
  const marked = /^(.*\S)\s+\[([^[\]]{2,30})\]\s+(\S.{1,59})$/u.exec(title);
  const state = marked && stateIn(marked[2] ?? "", context);
  const further = state && fieldsOfAll(marked[3] ?? "", context);
  if (state && further) return { title: marked[1] ?? "", fields: [...state, ...further] };
  const tagged = LABEL_BEHIND.exec(title);
  if (tagged) {
    const [, before = "", , scoped = ""] = tagged;
    return { title: before, fields: fieldsOf(scoped, context) ?? [] };
  }
  const tags = TAGS_BEHIND.exec(title);
  const named = tags?.[0].match(/[\p{L}\d_@%-]+/gu)?.map((tag) => ownerIn(tag, context));
  const tagOwner = named?.find((one) => one !== null);
  if (tags && tagOwner) return { title: title.slice(0, tags.index), fields: [["owner", tagOwner]] };
  const behind = behindSign(title, 2 * LONGEST_PART);
  const apart = behind && fieldsOfAll(behind.last, context);
  if (behind && apart) return { title: behind.before, fields: apart };
  const dated = lastDated(title, context) ?? peelCommas(title, context);
  if (dated) return dated;
  const sentence = /^(.*(?:\p{L}{2}|\d)[.!])\s+(\S.{1,58}?)\.?$/u.exec(title);
  const told = sentence && fieldsOfAll(sentence[2] ?? "", context);
  if (told && told.length > 0) return { title: sentence[1] ?? "", fields: told };
  const labelled = peelColon(title, context) ?? labelledLast(title, context);
  if (labelled) return labelled;
  const handle = HANDLE_BEHIND.exec(title);
  if (handle) return { title: handle[1] ?? "", fields: [["owner", handle[2] ?? ""]] };
  const [, before, last = ""] = /^(.*\S)\s+(\p{Lu}[\p{L}\d-]*)$/u.exec(title) ?? [];
  const rank = RANKED.exec(before ?? "");
  const isOwner = (mayOwn || rank) && findTerm(context.taxonomy.teams, last) !== null;
  if (before === undefined || !isOwner || patternsOf(context.vocabulary).joins.test(before))
    return null;
  return { title: rank?.[1] ?? before, fields: [["owner", last]] };
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

/**
 * Whether a handle is the name of a package, "@types/node 22", or of an annotation of which a sentence
 * speaks: "@Override is missing". Whoever is asked to do something has a handle like the latter.
 */
function isOfCode(handle: string, title: string, { taxonomy, vocabulary }: ActionContext): boolean {
  const rest = title.slice(handle.length);
  const name = handle.slice(handle.lastIndexOf("/") + 1);
  if (/^[,:]/.test(rest) || findTerm(taxonomy.teams, bareName(name)) !== null) return false;
  if (handle.includes("/")) return true;
  const [, next = ""] = /^\s+(\p{L}+)/u.exec(rest) ?? [];
  return /^@\p{Lu}/u.test(handle) && vocabulary.label_words.small.includes(next.toLowerCase());
}

/** Who and by when before a title: "Payments / 2026-04-17 / list the jobs". */
function peelSlashes(title: string, context: ActionContext): Peeled | null {
  const parts = title.split(/\s[/|]\s/);
  const last = parts.at(-1);
  if (parts.length < 2 || parts.length > 4 || last === undefined) return null;
  const fields = parts.slice(0, -1).map((part) => fieldsOf(part, context));
  const isOwned = fields.some((one) => one?.[0]?.[0] === "owner");
  const isTold = isOwned && fields.every((one) => one !== null && one.length > 0);
  return isTold ? { title: last, fields: fields.flatMap((one) => one ?? []) } : null;
}

/** Who stands before a title: `Payments: …`, `[payments] …`. */
function peelFirst(title: string, context: ActionContext): Peeled | null {
  const [, handle, does] = HANDLE_FIRST.exec(title) ?? [];
  if (handle !== undefined && does !== undefined && !isOfCode(handle, title, context)) {
    return { title: does, fields: [["owner", handle]] };
  }
  const slashed = peelSlashes(title, context);
  if (slashed) return slashed;
  const [, first = "", rest = ""] =
    /^\[([^\]]{2,40})\]:?\s+(\S.*)$/u.exec(title) ??
    /^\(([^()]{2,40})\):?\s+(\S.*)$/u.exec(title) ??
    /^([^:–—]{2,40}?)(?:\s*:|\s+[–—-])\s+(\S.*)$/u.exec(title) ??
    [];
  if (first === "") return null;
  const owner = ownerIn(first.trim(), context);
  if (owner !== null) return { title: rest, fields: [["owner", owner]] };
  // "Checkout, by 16 March: take the check out": who and by when.
  const fields = /[,;]/.test(first) ? fieldsOfAll(first.trim(), context) : null;
  const isTold = fields?.some(([name]) => name === "owner") === true;
  return fields && isTold ? { title: rest, fields } : null;
}

/** Who a sentence says will do it: "Payments will add a panel", "The data team moves it". It stays whole. */
function doerOf(title: string, isTimed: boolean, context: ActionContext): readonly PeeledField[] {
  const { will, does, acts, did } = patternsOf(context.vocabulary);
  // Of several sentences the first may tell why, and not who does it.
  const isOne = isTimed || !SENTENCES.test(title);
  for (const pattern of isOne ? [will, did, acts, does] : [will, did]) {
    const [, doer = ""] = pattern.exec(title) ?? [];
    const owner = doer === "" || isOfCode(doer, title, context) ? null : ownerIn(doer, context);
    if (owner === null) continue;
    return pattern === did
      ? [
          ["owner", owner],
          ["status", "done"],
        ]
      : [["owner", owner]];
  }
  return [];
}

/** Takes from a title the fields that stand around it without its being a list of labels. */
export function peelFields(written: string, context: ActionContext): Peeled {
  const first = peelObsidian(written.replace(/\s--\s/g, " — "), context);
  const fields = [...first.fields];
  let title = first.title;
  for (let turn = 0; turn < MOST_PARTS; turn += 1) {
    const isTimed = fields.some(([name]) => name === "due" || name === "done");
    const isOwned = fields.some(([name]) => name === "owner");
    const next = peelLast(title, isTimed && !isOwned, context) ?? peelFirst(title, context);
    if (!next || next.title.trim() === "") break;
    title = next.title.trim().replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/u, "");
    fields.push(...next.fields);
    const noted = peelSymbolDates(title);
    title = noted.title;
    fields.push(...noted.fields);
  }
  const isTimed = fields.some(([name]) => name === "due");
  return { title, fields: [...fields, ...doerOf(title, isTimed, context)] };
}
