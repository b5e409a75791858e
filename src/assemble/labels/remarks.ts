import type { AssembleContext } from "../context.ts";
import type { Labelled } from "./line-labels.ts";
import type { LabelledSection } from "./lines.ts";
import { meaningOfLabel } from "./meaning.ts";

/** What a remark may name by one word without a colon: "Team Booking", "Severity high". */
const BY_ONE_WORD: ReadonlySet<string | null> = new Set(["severity", "services", "teams"]);

/**
 * What remarks that are set apart in the head of a document state, each under its label:
 * "7 May 2026 · Severity high · Services: booking and postgres".
 */
export function remarkLabels(
  sections: readonly LabelledSection[],
  { vocabulary }: AssembleContext,
): readonly Labelled[] {
  return sections
    .flatMap(({ remarks }) => remarks)
    .flatMap(({ text, range }): readonly Labelled[] => {
      const [, label = "", colon = "", value = ""] =
        /^([^:：]{2,40}?)(\s?[:：])\s*(\S.*)$/u.exec(text) ??
        /^(\p{L}{3,20})()\s+(\S.*)$/u.exec(text) ??
        [];
      const meaning = value === "" ? null : meaningOfLabel(label, vocabulary);
      const isStated = colon === "" ? BY_ONE_WORD.has(meaning) : meaning !== null;
      return isStated ? [{ label, value: { text: value, range } }] : [];
    });
}
