import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { isLabel, type Labelled } from "./line-labels.ts";

/** Longer code is not a few facts. */
const LONGEST_CODE = 1000;

/** The least facts that make a fenced block one of facts. */
const LEAST_FACTS = 2;
const KEY_VALUE = /^(?:#.*|([\p{L}][\p{L}\d _-]{1,30}):\s*(\S.*)?)?$/u;

/** The facts of a block that is fenced as data and holds lines of a key and a value alone. */
export function codeLabels({ text, range }: Text, vocabulary: Vocabulary): readonly Labelled[] {
  if (text.length > LONGEST_CODE || !text.includes(":")) return [];
  const lines = text.split("\n").map((line) => KEY_VALUE.exec(line.trimEnd()));
  if (lines.includes(null)) return [];
  const labelled = lines.flatMap((line): readonly Labelled[] => {
    const [, label, value = ""] = line ?? [];
    const said = value.replace(/^\[(.*)\]$/, "$1").replaceAll(/["']/g, "");
    return label === undefined || said === "" ? [] : [{ label, value: { text: said, range } }];
  });
  const known = labelled.filter(({ label }) => isLabel(label, vocabulary)).length;
  return known >= LEAST_FACTS ? labelled : [];
}
