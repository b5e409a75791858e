import { states } from "../assemble/frontmatter/other-tools-meaning.ts";
import { isOwnWord } from "../assemble/labels/values.ts";
import type { ImportedValue } from "../core/document/imported.ts";
import type { ReadableKey } from "../core/document/readable-keys.ts";
import { type Fact, MILESTONES, type Status } from "../core/postmortem.ts";
import { isoDate } from "../core/time/calendar.ts";
import type { FrontmatterEntries } from "../parse/frontmatter/insertions.ts";
import { dayOrInstantText, instantText, type ReadDocument } from "./times.ts";

/** A value for the frontmatter, and where it comes from. */
interface Understood {
  readonly key: ReadableKey;
  readonly value: string | readonly string[];
  readonly facts: readonly Fact<unknown>[];
  /** Left out where only the day is known. */
  readonly isDay: boolean;
}

/** What a person decides on an import. */
export interface ImportChoices {
  /** Whether to write values inferred from wording too. */
  readonly withInferred: boolean;
  /** The status of the documents whose frontmatter states none; null to leave it open. */
  readonly status: Status | null;
}

/** What would be written, and what is said of each value. */
export interface ImportPlan {
  readonly entries: FrontmatterEntries;
  readonly values: readonly ImportedValue[];
}

function one(key: ReadableKey, fact: Fact<string> | null): readonly Understood[] {
  return fact ? [{ key, value: fact.value, facts: [fact], isDay: false }] : [];
}

function several(key: ReadableKey, facts: readonly Fact<string>[]): readonly Understood[] {
  const value = [...new Set(facts.map((fact) => fact.value))];
  return value.length > 0 ? [{ key, value, facts, isDay: false }] : [];
}

function times(read: ReadDocument): readonly Understood[] {
  const { document, context } = read;
  const { milestones } = document;
  return MILESTONES.flatMap((name): readonly Understood[] => {
    const fact = milestones[name];
    if (!fact) return [];
    const isDay = fact.source.precision === "day";
    const value = isDay ? isoDate(fact.value, context.timeZone) : instantText(fact, read);
    return [{ key: `times.${name}`, value, facts: [fact], isDay }];
  });
}

function understood(read: ReadDocument): readonly Understood[] {
  const { document, context } = read;
  const { published } = document;
  const isOwn = document.severity !== null && isOwnWord(document.severity, context);
  const severity = isOwn ? null : document.severity;
  const day = published && { ...published, value: dayOrInstantText(published, context.timeZone) };
  return [
    ...one("title", document.title),
    ...one("status", document.status),
    ...one("published", day),
    ...one("severity", severity),
    ...several("services", document.services),
    ...several("teams", document.teams),
    ...one("detected_by", document.detectedBy),
    ...one("trigger", document.trigger),
    ...several("causes", document.causes),
    ...times(read),
  ];
}

function howOf(facts: readonly Fact<unknown>[]): ImportedValue["how"] {
  const hows = facts.map(({ source }) => source.how);
  if (hows.includes("inferred")) return "inferred";
  return hows.includes("computed") ? "computed" : "stated";
}

/** Why a value is of low confidence: what is unsure of it, else the cues that it was read by. */
function doubtOf(facts: readonly Fact<unknown>[]): ImportedValue["doubt"] {
  const low = facts.find(({ source }) => source.confidence === "low");
  return low ? (low.source.unsure ?? "cues") : null;
}

/** A status in the frontmatter vouches for the document, and that is for a person to do. */
function isUnvouched({ key, facts }: Understood): boolean {
  return key === "status" && facts.some(({ source }) => source.origin === "body");
}

/** A status that a person gives: nothing of the document states it. */
function given(status: Status): Understood {
  return { key: "status", value: status, facts: [], isDay: false };
}

/** Puts each value under its key, those of `times` together with which of them are inferred. */
function asEntries(
  values: readonly (Understood & Pick<ImportedValue, "how">)[],
): FrontmatterEntries {
  const flat = values.filter(({ key }) => !key.startsWith("times."));
  const inTimes = values.filter(({ key }) => key.startsWith("times."));
  const nameOf = ({ key }: Understood) => key.slice("times.".length);
  const named = inTimes.map((one) => [nameOf(one), one.value] as const);
  const inferred = inTimes.filter(({ how }) => how === "inferred").map(nameOf);
  // What was read from wording stays marked as such: stated durations come before it.
  const marks = inferred.length > 0 ? { inferred } : {};
  return {
    ...Object.fromEntries(flat.map(({ key, value }) => [key, value])),
    ...(named.length > 0 ? { times: { ...Object.fromEntries(named), ...marks } } : {}),
  };
}

/**
 * What of a document is to be put into its frontmatter: all that is understood and that the
 * frontmatter does not state. Values inferred from wording are left out by default, and those of low
 * confidence always: reports count what the frontmatter states.
 * @param data the frontmatter as it is.
 */
export function planImport(
  read: ReadDocument,
  data: unknown,
  { withInferred, status }: ImportChoices,
): ImportPlan {
  const values = understood(read);
  const others = values.filter(({ key }) => key !== "status");
  const all = status === null ? values : [...others, given(status)];
  const found = all.map((value) => {
    const how = howOf(value.facts);
    const doubt = doubtOf(value.facts);
    const isUnsure = doubt !== null || (how === "inferred" && !withInferred);
    const isLeft = value.isDay || isUnsure || isUnvouched(value);
    const state = states(data, value.key) ? "had" : isLeft ? "left" : "new";
    return { ...value, how, doubt, state } as const;
  });
  return {
    entries: asEntries(found.filter(({ state }) => state === "new")),
    values: found.map(({ key, value, how, doubt, state }) => {
      const text = typeof value === "string" ? value : value.join(", ");
      return { key, text, how, doubt, state };
    }),
  };
}
