import { escapePattern } from "../core/escape-pattern.ts";
import type { Fact, Postmortem, Status } from "../core/postmortem.ts";
import type { ReadableKey } from "../core/readable-keys.ts";
import { foldName } from "../core/taxonomy.ts";
import type { Block, Text } from "../parse/body.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import { rangeSource } from "./body-lists.ts";
import type { AssembleContext } from "./context.ts";
import { meaningOf } from "./foreign-meaning.ts";
import type { Fit, FoundName } from "./foreign-values.ts";
import { fitName, fitStatus, LIST_OF_KEY } from "./foreign-values.ts";
import { normalizeHeading } from "./phrases.ts";
import type { KnownSection } from "./sections.ts";
import { flattenItems } from "./sections.ts";

/** What a body states under a label or a heading of its own: "Severity: SEV2". */
export type BodyLabels = Pick<
  Postmortem,
  "status" | "severity" | "services" | "teams" | "detectedBy" | "trigger" | "causes"
>;

/** A body that states nothing so. */
export const NO_LABELS: BodyLabels = {
  status: null,
  severity: null,
  services: [],
  teams: [],
  detectedBy: null,
  trigger: null,
  causes: [],
};

/** The keys that a body may state so; its title and times are read elsewhere. */
const LABELLED = [
  "status",
  "severity",
  "services",
  "teams",
  "detected_by",
  "trigger",
  "causes",
] as const satisfies readonly ReadableKey[];

/** Where a document speaks of itself, and not of what happened or is to be done. */
const KINDS: ReadonlySet<string | null> = new Set([
  null,
  ...["summary", "date", "impact", "detection", "stats", "people", "cause"],
]);

/** A service of a team that lists none: a short name, not a sentence. */
const SHORT_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._/-]*(?: [\p{L}\p{N}._/-]+){0,2}$/u;

const starts = new WeakMap<Vocabulary, RegExp>();

/** Finds a line that may begin with such a label, without parsing the body. */
export function labelStart(vocabulary: Vocabulary): RegExp {
  const known = starts.get(vocabulary);
  if (known) return known;
  const names = LABELLED.flatMap((key) => [key, ...vocabulary.frontmatter_keys[key]]).map((name) =>
    escapePattern(foldName(name)).replaceAll(" ", String.raw`[\s_-]+`),
  );
  const start = new RegExp(String.raw`^[\s\p{P}\p{S}\d]*(?:${names.join("|")})(?!\p{L})`, "imu");
  starts.set(vocabulary, start);
  return start;
}

interface Labelled {
  readonly label: string;
  readonly value: Text;
}

function splitLabel({ text, range }: Text): readonly Labelled[] {
  const [, label = "", value = ""] = /^([^:]{2,40}):\s*(\S.*)$/.exec(text) ?? [];
  return value === "" ? [] : [{ label, value: { text: value, range } }];
}

function labelsOf(block: Block): readonly Labelled[] {
  switch (block.type) {
    case "paragraph":
      return block.lines.flatMap(splitLabel);
    case "list":
      return flattenItems(block.items).flatMap(splitLabel);
    case "table":
      return [block.head, ...block.rows].flatMap((row): readonly Labelled[] => {
        const [label, value] = row;
        return row.length === 2 && label && value ? [{ label: label.text, value }] : [];
      });
    case "code":
    case "quote":
    case "comment":
      return [];
  }
}

/** What stands directly below a heading that is itself a label: one line, or a list. */
function underHeading({ heading, blocks }: KnownSection): readonly Labelled[] {
  const [block] = blocks.filter(({ type }) => type !== "comment");
  if (block?.type === "list") return block.items.map((value) => ({ label: heading.text, value }));
  if (block?.type !== "paragraph" || block.lines.length > 1) return [];
  return [{ label: heading.text, value: block }];
}

/** The value without what explains it: "SEV2 (major)", "SEV2 – major". */
function plain(text: string): string {
  return text
    .replace(/\s*\([^)]*\)\s*$/, "")
    .replace(/\s+[–—-]\s.*$/, "")
    .replace(/[.;]+$/, "")
    .trim();
}

function nameOf(key: ReadableKey, text: string, context: AssembleContext): Fit<FoundName> {
  const list = LIST_OF_KEY[key];
  const none = { value: null, misfit: "" };
  if (list === undefined) return none;
  const isOpen = context.taxonomy[list].length === 0;
  // In prose a name that nobody lists is as likely a person's.
  if (isOpen && (key !== "services" || !SHORT_NAME.test(text))) return none;
  const whole = fitName(text, list, context);
  return whole.value === null ? fitName(plain(text), list, context) : whole;
}

function factOf(found: FoundName, { range }: Text): Fact<string> {
  const { id, written } = found;
  return { value: id, source: rangeSource(range), ...(id === written ? {} : { written }) };
}

type ValuesOf = (key: ReadableKey) => readonly Text[];

function one(key: ReadableKey, valuesOf: ValuesOf, context: AssembleContext): Fact<string> | null {
  for (const value of valuesOf(key)) {
    const fit = nameOf(key, value.text, context);
    if (fit.value !== null) return factOf(fit.value, value);
  }
  return null;
}

function several(
  key: ReadableKey,
  valuesOf: ValuesOf,
  context: AssembleContext,
): readonly Fact<string>[] {
  const facts = valuesOf(key).flatMap((value) => {
    const parts = value.text.split(/[,;]|\band\b/).map((part) => part.trim());
    return parts.flatMap((part) => {
      const fit = part === "" ? null : nameOf(key, part, context);
      return fit?.value ? [factOf(fit.value, value)] : [];
    });
  });
  const ids = facts.map(({ value }) => value);
  return facts.filter(({ value }, index) => ids.indexOf(value) === index);
}

function statusOf(valuesOf: ValuesOf, context: AssembleContext): Fact<Status> | null {
  for (const { text, range } of valuesOf("status")) {
    const { value } = fitStatus(plain(text.split(",")[0] ?? ""), context);
    if (value !== null) return { value, source: rangeSource(range) };
  }
  return null;
}

/** Reads what a body states under labels. A value that the taxonomy does not know says nothing. */
export function bodyLabels(
  sections: readonly KnownSection[],
  context: AssembleContext,
): BodyLabels {
  const own = sections.filter(({ kind }) => KINDS.has(kind));
  const labelled = own.flatMap((section) => [
    ...section.blocks.flatMap(labelsOf),
    ...underHeading(section),
  ]);
  const valuesOf: ValuesOf = (key) =>
    labelled
      .filter(({ label }) => meaningOf(normalizeHeading(label), context.vocabulary) === key)
      .map(({ value }) => value);
  return {
    status: statusOf(valuesOf, context),
    severity: one("severity", valuesOf, context),
    services: several("services", valuesOf, context),
    teams: several("teams", valuesOf, context),
    detectedBy: one("detected_by", valuesOf, context),
    trigger: one("trigger", valuesOf, context),
    causes: several("causes", valuesOf, context),
  };
}
