import type { Text } from "../../parse/body/body.ts";
import type { Labelled } from "./line-labels.ts";
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
