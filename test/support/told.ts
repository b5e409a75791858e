import { MILESTONES } from "../../src/core/postmortem.ts";
import { read } from "./context.ts";

/** Milestones that a text tells, "?" behind those in doubt. */
export function told(text: string, path?: string): readonly string[] {
  const { milestones } = read(text, ["everything"], path);
  return MILESTONES.flatMap((name) => {
    const fact = milestones[name];
    if (!fact) return [];
    const at = new Date(fact.value)
      .toISOString()
      .slice(0, fact.source.precision === "day" ? 10 : 16);
    return [`${name} ${at}${fact.source.confidence === "low" ? "?" : ""}`];
  });
}
