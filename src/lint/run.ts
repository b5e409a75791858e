import { compareText } from "../core/compare.ts";
import { compareFindings, type Finding, type Level, type LevelSetting } from "../core/finding.ts";
import { memo } from "../core/memo.ts";
import { withFingerprints } from "../core/output/fingerprint.ts";
import type { TextsByPath } from "../core/output/lint-report.ts";
import { FILE_START } from "../core/position.ts";
import type { ComparedPostmortem, JudgedPostmortem, Postmortem } from "../core/postmortem.ts";
import type { Config } from "../core/settings/config.ts";
import type { UnreadableFile } from "../core/source-file.ts";
import type { DocumentContext, LintContext, Rule, RuleContext, RuleFinding } from "./define.ts";
import { applyDirectives, type FindingDraft } from "./directives.ts";
import { withoutNames } from "./finding-names.ts";
import type { RuleId } from "./rules/index.ts";

/** The rule that reports files which could not be read at all. */
const UNREADABLE_RULE: RuleId = "file-unreadable";

/** The rules, and what they know. */
export interface Linter {
  readonly rules: readonly Rule[];
  readonly context: LintContext;
}

/** The same for documents by themselves, which no rule judges by the day on which that happens. */
export interface DocumentLinter {
  readonly rules: readonly Rule[];
  readonly context: DocumentContext;
}

/** Documents that were each checked on their own. */
export interface CheckedDocuments extends Linter {
  readonly postmortems: readonly JudgedPostmortem[];
  /** What the rules found in each on its own. */
  readonly found: readonly FindingDraft[];
  /** Documents that rules across files compare with; no finding is about them. */
  readonly others: readonly ComparedPostmortem[];
  readonly unreadable: readonly UnreadableFile[];
  /** The text of each checked document, by its path. */
  readonly texts: TextsByPath;
}

/** Documents to check. */
export interface LintRun extends Omit<CheckedDocuments, "postmortems" | "found"> {
  readonly postmortems: readonly Postmortem[];
}

export interface LintOutcome {
  /** Without duplicates, in a fixed order. */
  readonly findings: readonly Finding[];
  /** How many findings were silenced by comments in the documents. */
  readonly silenced: number;
}

function byPath(a: ComparedPostmortem, b: ComparedPostmortem): number {
  return compareText(a.path, b.path);
}

/** The level of a rule under a configuration. */
export function levelOf(rule: Rule, config: Config): LevelSetting {
  return config.ruleLevels.get(rule.id) ?? rule.defaultLevel;
}

/** The options of rules under a configuration; made once, as each document asks for them. */
const optionsUnder = memo((config: Config) =>
  memo((rule: Rule): RuleContext["options"] => {
    const set = config.ruleOptions.get(rule.id);
    const options = Object.entries(rule.options ?? {}).map(
      ([name, option]) => [name, set?.get(name) ?? option.default] as const,
    );
    return Object.fromEntries(options);
  }),
);

function contextFor<Context extends DocumentContext>(
  rule: Rule,
  context: Context,
): Context & Pick<RuleContext, "options"> {
  return { ...context, options: optionsUnder(context.config)(rule) };
}

/** The level of a rule for one document, gentler for drafts. Null where the rule does not apply. */
function levelFor(
  rule: Pick<Rule, "drafts">,
  level: Level,
  postmortem: JudgedPostmortem | undefined,
): Level | null {
  if (postmortem?.status?.value !== "draft" || rule.drafts === "same") return level;
  return rule.drafts === "off" ? null : "warning";
}

function draftOf(ruleId: string, level: Level, path: string, report: RuleFinding): FindingDraft {
  const { range, message, hint = null, fix = null, unsafeFix } = report;
  const finding = { ruleId, level, path, range, message, hint, fix };
  return unsafeFix === undefined || fix !== null ? finding : { ...finding, unsafeFix };
}

/** The rules that are on, each with its level. */
function activeRules<Context extends DocumentContext>({
  rules,
  context,
}: {
  readonly rules: readonly Rule[];
  readonly context: Context;
}) {
  return rules.flatMap((rule) => {
    const level = levelOf(rule, context.config);
    return level === "off" ? [] : [{ rule, level, context: contextFor(rule, context) }];
  });
}

/** They are the same for all documents of a run. */
const activeOnEach = memo((linter: DocumentLinter) =>
  activeRules(linter).filter(({ rule }) => rule.check !== undefined),
);

/** What the rules find in one document on its own; its prose is not needed afterwards. */
export function checkDocument(
  postmortem: Postmortem,
  linter: DocumentLinter,
): readonly FindingDraft[] {
  return activeOnEach(linter).flatMap(({ rule, level, context }) => {
    const own = levelFor(rule, level, postmortem);
    if (own === null || !rule.check) return [];
    return [...rule.check(postmortem, context)].map((report) =>
      draftOf(rule.id, own, postmortem.path, report),
    );
  });
}

/** What the rules across files find. */
function checkAcross(documents: Omit<CheckedDocuments, "texts">): readonly FindingDraft[] {
  const { postmortems, others } = documents;
  const ofPath = new Map(postmortems.map((one) => [one.path, one]));
  const all = [...others.toSorted(byPath), ...postmortems.toSorted(byPath)];
  return activeRules(documents).flatMap(({ rule, level, context }) => [
    ...[...(rule.checkAll?.(all, context) ?? [])].flatMap((report) => {
      const postmortem = ofPath.get(report.path);
      const own = postmortem ? levelFor(rule, level, postmortem) : null;
      return own === null ? [] : [draftOf(rule.id, own, report.path, report)];
    }),
    ...unreadableFindings(rule, level, documents),
  ]);
}

function unreadableFindings(
  rule: Rule,
  level: Level,
  { unreadable }: Pick<CheckedDocuments, "unreadable">,
): readonly FindingDraft[] {
  if (rule.id !== UNREADABLE_RULE) return [];
  return unreadable.map(({ path, message }) =>
    draftOf(rule.id, level, path, {
      range: FILE_START,
      message: `This file could not be read: ${message}`,
    }),
  );
}

/** What the rules say of documents, in a fixed order, before the texts tell them apart. */
export interface DraftedOutcome {
  readonly drafts: readonly FindingDraft[];
  /** How many findings were silenced by comments in the documents. */
  readonly silenced: number;
}

/** Adds what the rules find across files, and lets the documents' directives silence what they name. */
export function draftOutcome(documents: Omit<CheckedDocuments, "texts">): DraftedOutcome {
  const { rules, context, postmortems } = documents;
  const levels = new Map(rules.map((rule) => [rule.id, levelOf(rule, context.config)]));
  const found = [...documents.found, ...checkAcross(documents)];
  const { findings, silenced } = applyDirectives(found, postmortems, levels);
  const drafts = findings.toSorted(compareFindings).filter((one, index, all) => {
    const before = all[index - 1];
    return before === undefined || compareFindings(before, one) !== 0;
  });
  return { drafts, silenced };
}

/**
 * Gives drafts their fingerprints, and withholds people in them.
 * @param texts of the documents that those without words are about.
 */
export function concludeRun(
  { drafts, silenced }: DraftedOutcome,
  { postmortems, texts, context }: Pick<CheckedDocuments, "postmortems" | "texts" | "context">,
): LintOutcome {
  const named = withFingerprints(drafts, texts);
  return { findings: withoutNames(named, postmortems, context.people), silenced };
}

/** Runs the rules over documents. */
export function runRules(run: LintRun): LintOutcome {
  const found = run.postmortems.flatMap((postmortem) => checkDocument(postmortem, run));
  return concludeRun(draftOutcome({ ...run, found }), run);
}
