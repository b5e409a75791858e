import { memo } from "../../core/memo.ts";
import { type Milestone, MILESTONES } from "../../core/postmortem.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { composedKey } from "../labels/composed.ts";
import { meaningOfLabel } from "../labels/meaning.ts";
import { shorterNames } from "../labels/shorter-names.ts";
import { ARROWS } from "../written/arrows.ts";
import { normalizeHeading } from "../written/phrases.ts";

/** The milestones by the names of their labels. */
const milestonesByName = memo((vocabulary: Vocabulary): ReadonlyMap<string, Milestone> => {
  const { times_in_body: inBody, frontmatter_keys: keys, milestones } = vocabulary;
  const byName = new Map<string, Milestone>();
  const claim = (names: readonly string[], milestone: Milestone) => {
    for (const name of names) if (!byName.has(name)) byName.set(name, milestone);
  };
  for (const one of MILESTONES) claim([...inBody[one], ...keys[`times.${one}`]], one);
  for (const one of MILESTONES) claim(milestones[one].labels, one);
  return byName;
});

/** The milestone that a label names, by all of its words or without those around it. */
function milestoneOf(label: string, { vocabulary }: AssembleContext): Milestone | undefined {
  const name = normalizeHeading(label.replaceAll(/[-_]/g, " "));
  const known = milestonesByName(vocabulary);
  // "TTD – detected" names it twice.
  const side = normalizeHeading(/\s[–—/]\s(.{3,40})$/.exec(label)?.[1] ?? "");
  const found = [...shorterNames(name, vocabulary), side].find((one) => known.has(one));
  if (found !== undefined) return known.get(found);
  const key = composedKey(name, vocabulary) ?? meaningOfLabel(label, vocabulary);
  return MILESTONES.find((milestone) => key === `times.${milestone}`);
}

const BETWEEN = new RegExp(String.raw`\s?(?:${ARROWS}|[/–—-])\s?`, "u");

/** Whether a label names the start and the end, so that its value is both: "Start – end", "Begin / end". */
export function namesBothEnds(label: string, context: AssembleContext): boolean {
  const [start, end, ...more] = label.split(BETWEEN);
  if (start === undefined || end === undefined || more.length > 0) return false;
  return milestoneOf(start, context) === "started" && milestoneOf(end, context) === "resolved";
}

/** The milestone that a label alone names; undefined where it names both ends, or none. */
export function pointOf(label: string, context: AssembleContext): Milestone | undefined {
  return namesBothEnds(label, context) ? undefined : milestoneOf(label, context);
}
