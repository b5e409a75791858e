import { inDoubt } from "../../core/document/fact.ts";
import { listOfKey, type ReadableKey } from "../../core/document/readable-keys.ts";
import { memo } from "../../core/memo.ts";
import type { Fact, LabelFact, Postmortem, Status } from "../../core/postmortem.ts";
import { findTerm, foldName } from "../../core/taxonomy.ts";
import { escapePattern } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { fitStatus } from "../frontmatter/other-tools-values.ts";
import { rangeSource } from "../sections/cells.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { hasNoun } from "./composed.ts";
import { KINDS } from "./kinds.ts";
import type { Labelled } from "./line-labels.ts";
import type { LabelledSection } from "./lines.ts";
import { listedIn } from "./listed-in.ts";
import { calledOneOf, meaningOfLabel } from "./meaning.ts";
import { factOf, namesIn } from "./names.ts";
import { openServices } from "./open-services.ts";
import { remarkLabels, severityInHead } from "./remarks.ts";
import { revealedNames, revealedSeverity } from "./revealed.ts";
import { servicesInProse, severityInProse, severityInstead } from "./severity-in-prose.ts";
import { sourceBehindTime, sourceInOwnWords, sourceInProse } from "./source-in-prose.ts";
import { taggedServices } from "./tags.ts";
import { severityByTime } from "./timed-severity.ts";
import { bareName, helpingTeam, lastStep, nameOf, ownSeverity, plain } from "./values.ts";

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

/** All labels where a document speaks of itself, but for headings that are one. */
export function labelFacts(sections: readonly LabelledSection[]): readonly LabelFact[] {
  return sections
    .filter(({ kind }) => KINDS.has(kind))
    .flatMap(({ heading, labelled }) =>
      labelled
        .filter(({ label }) => label !== heading.text)
        .map(({ label, value: { text, range } }) => ({ label, value: text, range })),
    );
}

/** Finds a line that may begin with such a label, without parsing the body. */
export const labelStart = memo((vocabulary: Vocabulary): RegExp => {
  const names = LABELLED.flatMap((key) => [key, ...vocabulary.frontmatter_keys[key]]).map((name) =>
    escapePattern(foldName(name)).replaceAll(" ", String.raw`[\s_-]+`),
  );
  const questions = Object.values(vocabulary.label_words.questions).flat();
  const starts = [...names, ...questions.map((cue) => `(?:${cue})`)];
  // What stands before the name goes no further than where the next match may begin: so the search
  // takes each character once, however many dashes or bars follow one another.
  return new RegExp(
    String.raw`(?:^|[|*•])(?:(?![\n|*•])[\s\p{P}\p{S}\d])*(?:${starts.join("|")})(?!\p{L})`,
    "imu",
  );
});

type ValuesOf = (key: ReadableKey) => readonly Labelled[];

function one(key: ReadableKey, valuesOf: ValuesOf, context: AssembleContext): Fact<string> | null {
  const found = valuesOf(key).flatMap(({ value }) => {
    const name = nameOf(key, value.text, context);
    return name ? [factOf(name, value)] : [];
  });
  return found.find(({ source }) => source.how === "stated") ?? found[0] ?? null;
}

function several(
  key: ReadableKey,
  valuesOf: ValuesOf,
  context: AssembleContext,
): readonly Fact<string>[] {
  const list = listOfKey(key);
  const isKnown = (text: string) =>
    list !== undefined &&
    [bareName(text), lastStep(text), lastStep(bareName(text))].some(
      (one) => findTerm(context.taxonomy[list], one) !== null,
    );
  const isOpen = key === "services" && context.taxonomy.services.length === 0;
  const partsOf = (text: string) =>
    isOpen ? openServices(text, context.vocabulary) : namesIn(text, isKnown, context.vocabulary);
  const facts = valuesOf(key).flatMap(({ value }) => {
    return partsOf(value.text).flatMap((whole) => {
      // "Service: gateway, Service: mail" names each with its kind.
      const [, kind, rest] = /^([\p{L} ]{3,20}):\s+(\S.*)$/u.exec(whole) ?? [];
      const isOfKind = kind !== undefined && meaningOfLabel(kind, context.vocabulary) === key;
      const part = isOfKind ? (rest ?? whole) : whole;
      const name =
        nameOf(key, part, context) ?? (key === "teams" ? helpingTeam(part, context) : null);
      return name ? [factOf(name, value)] : [];
    });
  });
  const ids = facts.map(({ value }) => value);
  return facts.filter(({ value }, index) => ids.indexOf(value) === index);
}

/** The severity: where a label says that it is one, that, before a priority or a level of something else. */
function severityOf(valuesOf: ValuesOf, context: AssembleContext): Fact<string> | null {
  const own: ValuesOf = (key) =>
    valuesOf(key).filter(({ label }) => hasNoun(normalizeHeading(label), context.vocabulary));
  return one("severity", own, context) ?? one("severity", valuesOf, context);
}

/** A severity that the taxonomy lacks, as written. */
function severityInOwnWord(
  labelled: readonly Labelled[],
  context: AssembleContext,
): Fact<string> | null {
  if (context.taxonomy.severities.length === 0) return null;
  const [first] = labelled.flatMap(({ value }) => {
    const name = ownSeverity(value.text, context);
    return name ? [factOf(name, value)] : [];
  });
  return first ?? null;
}

/** The services that a document names; else those that it names as the place, where the taxonomy has them. */
function servicesOf(
  labelled: readonly Labelled[],
  valuesOf: ValuesOf,
  context: AssembleContext,
): readonly Fact<string>[] {
  const own = several("services", valuesOf, context);
  const { places } = context.vocabulary.label_words;
  if (own.length > 0 || context.taxonomy.services.length === 0) return own;
  const found = several("services", () => calledOneOf(labelled, places), context);
  return found.map((fact) => ({ ...fact, source: { ...fact.source, how: "inferred" } }));
}

/** The teams that had a role, as sections that list people name them. */
function teamsInRoles(
  sections: readonly LabelledSection[],
  context: AssembleContext,
): readonly Fact<string>[] {
  const { roles } = context.vocabulary.people;
  const listed = sections.flatMap(({ kind, labelled }) => (kind === "people" ? labelled : []));
  return several("teams", () => calledOneOf(listed, roles), context);
}

/** The owners of a document as its teams: in doubt where others had a role in it. */
function owningTeams(
  owning: readonly Fact<string>[],
  sections: readonly LabelledSection[],
  context: AssembleContext,
): readonly Fact<string>[] {
  if (owning.length === 0) return owning;
  const others = teamsInRoles(sections, context).filter(
    ({ value }) => !owning.some((one) => one.value === value),
  );
  return others.length === 0 ? owning : owning.map((fact) => inDoubt(fact));
}

/** The teams that a document names; else those that it names as its owners, where the taxonomy has them. */
function teamsOf(
  sections: readonly LabelledSection[],
  labelled: readonly Labelled[],
  valuesOf: ValuesOf,
  context: AssembleContext,
): readonly Fact<string>[] {
  const own = several("teams", valuesOf, context);
  if (own.length > 0) return own;
  const { owned_as: owners, responded_as: listed } = context.vocabulary.people;
  const named = (names: readonly string[]) =>
    several("teams", () => calledOneOf(labelled, names), context);
  const owning = owningTeams(named(owners), sections, context);
  const found = owning.length > 0 || context.taxonomy.teams.length === 0 ? owning : named(listed);
  return found.map((fact) => ({ ...fact, source: { ...fact.source, how: "inferred" } }));
}

/** Who reported it, where that is a source of the taxonomy and nobody's name: "Reported by: customer". */
function sourceInstead(
  labelled: readonly Labelled[],
  context: AssembleContext,
): Fact<string> | null {
  const { sources } = context.vocabulary.label_words;
  return one("detected_by", () => calledOneOf(labelled, sources), context);
}

function statusOf(valuesOf: ValuesOf, context: AssembleContext): Fact<Status> | null {
  for (const { value: written } of valuesOf("status")) {
    const status = fitStatus(plain(written.text.split(/[,;]/)[0] ?? ""), context);
    if (status.ok) return { value: status.value, source: rangeSource(written.range) };
  }
  return null;
}

/** The terms that a part of the head lists without a label, where it lists nothing else: "core, booking". */
function listedInHead(
  key: ReadableKey,
  sections: readonly LabelledSection[],
  context: AssembleContext,
): readonly Fact<string>[] {
  const list = listOfKey(key);
  if (list === undefined) return [];
  const terms = context.taxonomy[list];
  for (const { text, range } of sections.flatMap(({ remarks }) => remarks)) {
    const names = listedIn(text.replace(/^(?:\s*:[a-z\d_+-]{2,60}:)+\s*/, ""), context.vocabulary);
    const found = names.map((name) => findTerm(terms, bareName(name)));
    const facts = found.flatMap((term, index) => {
      const written = names[index] ?? "";
      return term ? [factOf({ id: term.id, written, how: "inferred" }, { text, range })] : [];
    });
    if (facts.length > 0 && facts.length === names.length) return facts;
  }
  return [];
}

/** Reads what a body states under labels. A value that the taxonomy does not know says nothing. */
export function bodyLabels(
  sections: readonly LabelledSection[],
  context: AssembleContext,
): BodyLabels {
  const { vocabulary } = context;
  const labelled = sections.flatMap((section) => (KINDS.has(section.kind) ? section.labelled : []));
  const called = (all: readonly Labelled[], key: ReadableKey) =>
    all.filter(({ label }) => meaningOfLabel(label, vocabulary) === key);
  const inHead = remarkLabels(sections, context);
  const valuesOf: ValuesOf = (key) => [...called(labelled, key), ...called(inHead, key)];
  const orInHead = (key: "services" | "teams", own: readonly Fact<string>[]) => {
    const revealed = own.length > 0 ? own : revealedNames(key, sections, context);
    return revealed.length > 0 ? revealed : listedInHead(key, sections, context);
  };
  const prose = sections.flatMap((section) => section.prose);
  const named = orInHead("services", servicesOf(labelled, valuesOf, context));
  const services = named.length > 0 ? named : taggedServices(labelled, context);
  return {
    status: statusOf(valuesOf, context),
    severity:
      severityOf(valuesOf, context) ??
      severityInHead(sections, context) ??
      severityInstead(labelled, context) ??
      severityByTime(labelled, context) ??
      revealedSeverity(sections, context) ??
      severityInProse(prose, context) ??
      severityInOwnWord(called(labelled, "severity"), context),
    services: services.length > 0 ? services : servicesInProse(prose, context),
    teams: orInHead("teams", teamsOf(sections, labelled, valuesOf, context)),
    detectedBy:
      one("detected_by", valuesOf, context) ??
      sourceInOwnWords(called(labelled, "detected_by"), context) ??
      sourceInstead(labelled, context) ??
      sourceBehindTime(
        labelled.filter(({ label }) => meaningOfLabel(label, vocabulary) === "times.detected"),
        context,
      ) ??
      sourceInProse(
        sections.flatMap(({ detection }) => detection),
        context,
      ),
    trigger: one("trigger", valuesOf, context),
    causes: several("causes", valuesOf, context),
  };
}
