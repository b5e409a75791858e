import type { Fact } from "../../core/postmortem.ts";
import { findTerm } from "../../core/taxonomy.ts";
import type { AssembleContext } from "../context.ts";
import type { Labelled } from "./line-labels.ts";
import type { LabelledSection } from "./lines.ts";
import { meaningOfLabel } from "./meaning.ts";
import { factOf } from "./names.ts";
import { fitSeverity } from "./values.ts";

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

/** A longer remark is a sentence. */
const MOST_REMARK_WORDS = 8;

/** A remark that is nothing but a level: "SEV-2". */
const LEVEL_ALONE = /^\p{L}[\p{L}\s-]*\d$/u;

/** A severity that stands without a label among the remarks below the title. */
export function severityInHead(
  sections: readonly LabelledSection[],
  context: AssembleContext,
): Fact<string> | null {
  const { taxonomy } = context;
  for (const { text, range } of sections.flatMap(({ remarks }) => remarks)) {
    const fit = LEVEL_ALONE.test(text) ? fitSeverity(text, context) : null;
    const listed = /\d/.test(text) ? findTerm(taxonomy.severities, text) : null;
    const term = fit?.ok === true ? fit.value : listed;
    if (term) return factOf({ id: term.id, written: text, how: "stated" }, { text, range });
    const words = text.split(/[\s(),]+/);
    const levels = words.flatMap((one) =>
      /\d$/.test(one) ? (findTerm(taxonomy.severities, one) ?? []) : [],
    );
    const [named] = words.length > MOST_REMARK_WORDS ? [] : levels;
    // "downgraded from P1 to P3"
    if (named && levels.length === 1)
      return factOf({ id: named.id, written: text, how: "inferred" }, { text, range });
  }
  return null;
}
