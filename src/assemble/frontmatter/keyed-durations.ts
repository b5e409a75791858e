import { type Fact, type Phase, PHASES, type Postmortem } from "../../core/postmortem.ts";
import type { LocatedData } from "../../parse/frontmatter/located-data.ts";
import type { AssembleContext } from "../context.ts";
import { durationFact } from "../times/clock-durations.ts";
import { parseDurationText } from "../written/durations.ts";
import type { ReadOtherToolsKey } from "./other-tools-keys.ts";
import { foldKey, lastName } from "./other-tools-meaning.ts";
import { frontmatterSource } from "./reader.ts";

/** How long phases took, as keys of a frontmatter tell: `duration: 90m`, `time_to_detect: 4m`, `ttr_minutes: 85`. */
export interface KeyedDurations {
  readonly durations: Postmortem["statedDurations"];
  /** All keys, of which those that tell a duration say nothing else. */
  readonly keys: readonly ReadOtherToolsKey[];
}

/** The phase that a key names, and the unit that ends its name. */
function phaseOf(
  key: string,
  { vocabulary }: AssembleContext,
): { readonly phase: Phase; readonly unit: string } | null {
  const name = foldKey(key);
  const [, before = "", unit = ""] = /^(.{3,40}) (?:in )?(\S{1,7})$/.exec(name) ?? [];
  const { units } = vocabulary.duration_words;
  const isUnit = Object.values(units).some((words) => words.includes(unit));
  const ways = [{ name, unit: "" }, ...(isUnit ? [{ name: before, unit }] : [])];
  for (const way of ways) {
    const phase = PHASES.find((one) => vocabulary.durations[one].map(foldKey).includes(way.name));
    if (phase) return { phase, unit: way.unit };
  }
  return null;
}

/** Reads the keys that nobody else reads; the first of each phase counts. */
export function keyedDurations(
  located: LocatedData,
  keys: readonly ReadOtherToolsKey[],
  context: AssembleContext,
): KeyedDurations {
  const durations: Partial<Record<Phase, Fact<number>>> = {};
  const read = keys.map((key): ReadOtherToolsKey => {
    const isOpen = key.meaning === null || key.meaning === "ignored";
    const named = isOpen ? phaseOf(lastName(key), context) : null;
    const { value } = key;
    if (!named || (typeof value !== "string" && typeof value !== "number")) return key;
    const written = /^\d+(?:\.\d+)?$/.test(String(value))
      ? `${value} ${named.unit}`
      : String(value);
    const { vocabulary } = context;
    const plain = parseDurationText(written, vocabulary.duration_words);
    const label = lastName(key);
    const source = frontmatterSource(located, key.path);
    const fact = durationFact(plain, { label, value: written, source }, vocabulary);
    if (fact === null) return key;
    durations[named.phase] ??= fact;
    return { ...key, meaning: "ignored" };
  });
  return { durations, keys: read };
}
