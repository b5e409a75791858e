import type { LevelSetting } from "../core/finding.ts";
import type { Unmarked } from "../core/output/fingerprint.ts";
import type { Directive, JudgedPostmortem } from "../core/postmortem.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import type { RuleId } from "./rules/index.ts";

export type FindingDraft = Unmarked;

/** The rule that reports directives which silence nothing. */
const UNUSED_RULE: RuleId = "directive-unused";
/** Rules about directives, which no directive can silence. */
const DIRECTIVE_RULES: ReadonlySet<string> = new Set<RuleId>([UNUSED_RULE, "directive-syntax"]);

/** A rule in a document, as a key. */
function keyOf(path: string, ruleId: string): string {
  return `${ruleId} ${path}`;
}

/** The directives of some documents by document and rule. */
function directivesByRule(
  postmortems: readonly JudgedPostmortem[],
): ReadonlyMap<string, readonly Directive[]> {
  const found = new Map<string, Directive[]>();
  for (const { path, directives } of postmortems) {
    for (const directive of directives) {
      const key = keyOf(path, directive.ruleId);
      const known = found.get(key);
      if (known) known.push(directive);
      else found.set(key, [directive]);
    }
  }
  return found;
}

function isWithin({ firstLine, lastLine }: Directive, { range }: FindingDraft): boolean {
  return firstLine <= range.start.line && range.start.line <= lastLine;
}

/** The report of a rule that a directive names without silencing anything. */
function unusedReport(ruleId: string, levels: ReadonlyMap<string, LevelSetting>) {
  if (levels.has(ruleId)) {
    const message = `Unused directive: \`${ruleId}\` reports nothing here`;
    return { message, hint: "Remove it, so that the next finding here shows up." };
  }
  const near = didYouMean(ruleId, [...levels.keys()]);
  const hint = near === null ? "`pm explain` lists the rules." : `Did you mean \`${near}\`?`;
  return { message: `Unknown rule \`${ruleId}\` in a directive`, hint };
}

/**
 * Leaves out the findings that the documents' directives silence, and reports each rule of a
 * directive that silenced nothing, unless that rule is off.
 * @param levels the level of every rule, by id.
 */
export function applyDirectives(
  findings: readonly FindingDraft[],
  postmortems: readonly JudgedPostmortem[],
  levels: ReadonlyMap<string, LevelSetting>,
): { readonly findings: readonly FindingDraft[]; readonly silenced: number } {
  const unusedLevel = levels.get(UNUSED_RULE) ?? "off";
  const kept: FindingDraft[] = [];
  const used = new Set<Directive>();
  const byRule = directivesByRule(postmortems);
  for (const finding of findings) {
    const { path, ruleId } = finding;
    const all = DIRECTIVE_RULES.has(ruleId) ? [] : (byRule.get(keyOf(path, ruleId)) ?? []);
    const found = all.filter((directive) => isWithin(directive, finding));
    if (found.length === 0) kept.push(finding);
    for (const directive of found) used.add(directive);
  }
  const silenced = findings.length - kept.length;
  if (unusedLevel === "off") return { findings: kept, silenced };
  const unused = postmortems.flatMap(({ path, directives }) =>
    directives
      .filter((directive) => !used.has(directive) && levels.get(directive.ruleId) !== "off")
      .map(({ ruleId, range }): FindingDraft => {
        const report = unusedReport(ruleId, levels);
        return { ruleId: UNUSED_RULE, level: unusedLevel, path, range, fix: null, ...report };
      }),
  );
  return { findings: [...kept, ...unused], silenced };
}
