import { findTerm } from "../../core/taxonomy.ts";
import { bareName } from "../labels/values.ts";
import type { ActionContext } from "./due.ts";
import { fieldsOf, fieldsOfAll, HANDLE_TEXT, ownerIn } from "./field-parts.ts";
import type { Peeled } from "./peel-notes.ts";

/** A handle that begins a title, and what follows it. */
export const HANDLE_FIRST = new RegExp(`^(${HANDLE_TEXT})[,:]?\\s+(\\S.*)$`, "u");

/**
 * Whether a handle is the name of a package, "@types/node 22", or of an annotation of which a sentence
 * speaks: "@Override is missing". Whoever is asked to do something has a handle like the latter.
 */
export function isOfCode(
  handle: string,
  title: string,
  { taxonomy, vocabulary }: ActionContext,
): boolean {
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
  const isClear = isOwned && fields.every((one) => one !== null && one.length > 0);
  return isClear ? { title: last, fields: fields.flatMap((one) => one ?? []) } : null;
}

/** Who stands before a title: `Payments: …`, `[payments] …`. */
export function peelFirst(title: string, context: ActionContext): Peeled | null {
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
  const isClear = fields?.some(([name]) => name === "owner") === true;
  return fields && isClear ? { title: rest, fields } : null;
}
