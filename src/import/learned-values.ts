import type { AssembleContext } from "../assemble/context.ts";
import type { ReadOtherToolsKey } from "../assemble/frontmatter/other-tools-keys.ts";
import { itemsOf } from "../assemble/frontmatter/other-tools-values.ts";
import { READABLE_KEYS, type ReadableKey } from "../core/document/readable-keys.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { MappedKey } from "../schema/import-map.ts";
import { type SeenLabel, unknownUnder } from "./seen-labels.ts";

/** A document with the keys of its frontmatter that are not ours, and its labels. */
export interface LearnedDocument {
  readonly document: Postmortem;
  readonly keys: readonly ReadOtherToolsKey[];
  readonly labels: readonly SeenLabel[];
  /** Whether a text of it names a person. */
  readonly namesPerson: (text: string) => boolean;
}

/** The names that a document gives for a key, known or not. */
export function namesFor(key: MappedKey, { document }: LearnedDocument): readonly string[] {
  const { severity, services, teams, detectedBy, trigger, causes, gaps, escalations, actions } =
    document;
  const facts = {
    severity: [severity],
    services,
    teams,
    detected_by: [detectedBy],
    trigger: [trigger],
    causes,
    kinds: gaps.map(({ kind }) => kind),
    competencies: [...gaps, ...escalations, ...actions].map(({ competency }) => competency),
  } satisfies Record<MappedKey, unknown>;
  return facts[key].flatMap((fact) => fact?.value ?? []);
}

/** The values under keys and labels of others that do not fit, for they are no names of the taxonomy. */
export function invalidFor(
  key: MappedKey,
  { keys, labels, namesPerson }: LearnedDocument,
  context: AssembleContext,
): readonly string[] {
  const labelled = labels.flatMap((label) => {
    const unknown = unknownUnder(label, context);
    return unknown?.key === key ? unknown.names : [];
  });
  const own: ReadableKey | undefined = READABLE_KEYS.find((one) => one === key);
  const keyed = keys
    .filter(
      ({ meaning, whyInvalid }) => own !== undefined && meaning === own && whyInvalid !== null,
    )
    .flatMap(({ value, path }) => itemsOf(value, path).map((item) => item.value))
    .flatMap((value) => (typeof value === "string" && value.trim() ? [value.trim()] : []));
  return [...keyed, ...labelled].filter((name) => !namesPerson(name));
}
