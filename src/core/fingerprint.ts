import { createHash } from "node:crypto";
import type { Finding } from "./finding.ts";

/** The lines that a range touches, blanks folded: what a move to other lines leaves alone. */
function wordsOfPlace(text: string, { range }: Pick<Finding, "range">): string {
  const start = text.lastIndexOf("\n", range.start.offset - 1) + 1;
  const lineEnd = text.indexOf("\n", range.end.offset);
  const end = lineEnd === -1 ? text.length : lineEnd;
  return range.end.offset === 0 ? "" : text.slice(start, end).replace(/\s+/g, " ").trim();
}

function hash(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 16);
}

/**
 * Gives each finding its fingerprint. Findings that are alike in all but their place are told apart
 * by their order.
 * @param findings of any files, in their one order.
 * @param texts the text of each file by its path.
 */
export function withFingerprints(
  findings: readonly Omit<Finding, "fingerprint">[],
  texts: ReadonlyMap<string, string>,
): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { path, ruleId, message } = finding;
    const alike = [ruleId, message, wordsOfPlace(texts.get(path) ?? "", finding)];
    const key = [path, ...alike].join("\0");
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { ...finding, fingerprint: hash(before === 0 ? alike : [...alike, String(before)]) };
  });
}
