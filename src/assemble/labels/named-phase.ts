import { type Phase, PHASES } from "../../core/postmortem.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

/** The phase whose length a label names, by the names that it may be known by; undefined where it names none. */
export function phaseNamed(
  names: readonly string[],
  { durations }: Pick<Vocabulary, "durations">,
): Phase | undefined {
  return PHASES.find((phase) => names.some((name) => durations[phase].includes(name)));
}
