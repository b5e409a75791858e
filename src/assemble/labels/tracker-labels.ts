import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { Labelled } from "./line-labels.ts";
import { levelAmong, tagsIn } from "./tags.ts";
import { SCOPED } from "./values.ts";

/** Labels of a tracker that say of what they are: `~"severity::2"`. */
export function scopedLabels({ text, range }: Text): readonly Labelled[] {
  if (!text.includes("::")) return [];
  return [...text.matchAll(new RegExp(SCOPED.source, "gu"))].flatMap(
    ([, label = "", value = ""]) =>
      text.includes(`~"${label}::`) || text.includes(`~${label}::`)
        ? [{ label, value: { text: value, range } }]
        : [],
  );
}

/** What a line tells a tracker to do: `/severity S2`. */
export function quickAction({ text, range }: Text): readonly Labelled[] {
  const [, label, value] = /^\/([a-z][a-z_]{2,30})\s+([^~@\s]\S*)$/.exec(text) ?? [];
  return label === undefined || value === undefined
    ? []
    : [{ label, value: { text: value, range } }];
}

/** The signs that a tracker's command line prints before the facts of an issue, by what they stand for. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["🚀", "severity"],
  ["📦", "services"],
  ["👷", "assignee"],
  ["🔎", "reporter"],
]);
const SIGNED = /(\p{Extended_Pictographic})\u{FE0F}?\s+([^\p{Extended_Pictographic}\u{FE0F}]+)/gu;
/** A line with fewer signs is one of a person. */
const LEAST_SIGNS = 4;

/** The facts of an issue in a line, each behind its sign: "⌛ 12 Mar 26 👷 Jo 🔑 OPS-731". */
export function signedLabels({ text, range }: Text): readonly Labelled[] {
  if (![...SIGNS.keys()].some((sign) => text.includes(sign))) return [];
  const found = [...text.matchAll(SIGNED)];
  if (found.length < LEAST_SIGNS) return [];
  return found.flatMap(([, sign = "", value = ""]): readonly Labelled[] => {
    const label = SIGNS.get(sign);
    const said = value.trim();
    return label === undefined || /^(?:None|Unassigned|)$/.test(said)
      ? []
      : [{ label, value: { text: said, range } }];
  });
}

/** A line of hashtags, as a list of tags: "#sev-2 #redis #core". */
export function hashtags({ text, range }: Text, { label_words }: Vocabulary): readonly Labelled[] {
  const [label] = label_words.lists;
  if (label === undefined || !text.startsWith("#")) return [];
  if (!/^(?:#[\p{L}\d_/-]+\s*)+$/u.test(text)) return [];
  return [{ label, value: { text, range } }];
}

/** The level that is one of several tags: "SEV1, booking, postmortem". */
export function levelTag({ text, range }: Text, vocabulary: Vocabulary): readonly Labelled[] {
  const level = levelAmong(tagsIn(text), vocabulary);
  return level === null ? [] : [{ label: "severity", value: { text: level, range } }];
}
