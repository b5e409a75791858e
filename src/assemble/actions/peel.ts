import type { ActionContext } from "./due.ts";
import { ownerIn } from "./field-parts.ts";
import { patternsOf } from "./patterns.ts";
import { isOfCode, peelFirst } from "./peel-first.ts";
import { peelLast } from "./peel-last.ts";
import { type Peeled, type PeeledField, peelObsidian, peelSymbolDates } from "./peel-notes.ts";

const MOST_PARTS = 12;
const SENTENCES = /[.!?]\s+\p{Lu}/u;

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
