import type { Finding } from "../core/finding.ts";
import type { Edit } from "../core/places/edit.ts";
import { type EditorRange, editorRange, linesOf, overlaps } from "./places.ts";

/** How editors number levels: 1 is an error, 2 a warning. */
const SEVERITIES = { error: 1, warning: 2 } as const;

/** A finding as editors show it. */
export interface Diagnostic {
  readonly range: EditorRange;
  readonly severity: 1 | 2;
  readonly code: string;
  readonly source: "pm";
  readonly message: string;
}

/** An edit as editors make it. */
export interface TextEdit {
  readonly range: EditorRange;
  readonly newText: string;
}

/** Something that an editor offers to change. */
export interface Action {
  readonly title: string;
  readonly kind: "quickfix" | "source.fixAll";
  readonly isPreferred: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly edits: readonly TextEdit[];
}

/** A finding as a diagnostic: its message, and below it what to do. */
export function diagnosticOf({ range, level, ruleId, message, hint }: Finding): Diagnostic {
  return {
    range: editorRange(range),
    severity: SEVERITIES[level],
    code: ruleId,
    source: "pm",
    message: hint === null ? message : `${message}\n${hint}`,
  };
}

/** An edit of pm as one of the editor. */
export function textEditOf({ range, text }: Edit): TextEdit {
  return { range: editorRange(range), newText: text };
}

/** What an edit does, for the menu of an editor. */
function titleOf({ ruleId, fix }: Finding, edits: readonly Edit[]): string {
  const [only] = edits;
  const text = only?.text.trim() ?? "";
  const isPlain = edits.length === 1 && text !== "" && !/\n/.test(text);
  const title = isPlain ? `Replace by ${text}` : `Fix ${ruleId}`;
  return fix === null ? `${title} (likely, but check it)` : title;
}

function fixes(findings: readonly Finding[], range: EditorRange): readonly Action[] {
  return findings.flatMap((finding): readonly Action[] => {
    const edits = finding.fix ?? finding.unsafeFix ?? [];
    if (edits.length === 0 || !overlaps(editorRange(finding.range), range)) return [];
    return [
      {
        title: titleOf(finding, edits),
        kind: "quickfix",
        isPreferred: finding.fix !== null,
        diagnostics: [diagnosticOf(finding)],
        edits: edits.map(textEditOf),
      },
    ];
  });
}

/** A value that `pm new --from` proposes, in the comment of its line. */
const PROPOSED =
  /^(?<key>\s*(?:started|detected|acknowledged|diagnosed|mitigated|resolved|severity|services):)(?: \[\])? # proposed: (?<value>\[[^\]]*\]|\S+) \(.*\)\s*$/u;

function acceptance(text: string, range: EditorRange): readonly Action[] {
  const lines = linesOf(text);
  return lines.slice(range.start.line, range.end.line + 1).flatMap((line, index) => {
    const { key, value } = PROPOSED.exec(line)?.groups ?? {};
    if (key === undefined || value === undefined) return [];
    const at = range.start.line + index;
    const whole = {
      start: { line: at, character: 0 },
      end: { line: at, character: line.length },
    };
    const edits = [{ range: whole, newText: `${key} ${value}` }];
    const kind = "quickfix" as const;
    return [{ title: `Write ${value}`, kind, isPreferred: false, diagnostics: [], edits }];
  });
}

function allFixes(findings: readonly Finding[]): readonly Action[] {
  const fixable = findings.filter(({ fix }) => fix !== null && fix.length > 0);
  const edits = fixable.flatMap(({ fix }) => fix ?? []).map(textEditOf);
  if (edits.length === 0) return [];
  const title = "Apply all safe fixes of pm";
  const diagnostics = fixable.map(diagnosticOf);
  return [{ title, kind: "source.fixAll", isPreferred: false, diagnostics, edits }];
}

/**
 * What can be changed at a range: the fixes of findings there, what is proposed there, and all safe
 * fixes of the document at once.
 */
export function actionsAt(
  text: string,
  findings: readonly Finding[],
  range: EditorRange,
): readonly Action[] {
  return [...fixes(findings, range), ...acceptance(text, range), ...allFixes(findings)];
}
