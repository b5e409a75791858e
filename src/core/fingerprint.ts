import type { Finding } from "./finding.ts";
import { sha256 } from "./sha256.ts";

function hash(parts: readonly string[]): string {
  return sha256(parts.join("\0")).slice(0, 16);
}

/** Tells of each place the words of its lines, as a hash: what a move to other lines leaves alone. */
function wordsOfPlaces(texts: ReadonlyMap<string, string>) {
  // A file can have thousands of findings on one long line, whose words are then read once.
  const known = new Map<string, string>();
  return ({ path, range }: Pick<Finding, "path" | "range">): string => {
    const text = texts.get(path) ?? "";
    if (range.end.offset === 0) return "";
    const lines = `${range.start.line}-${range.end.line} ${path}`;
    const words = known.get(lines);
    if (words !== undefined) return words;
    const start = range.start.offset - (range.start.column - 1);
    const lineEnd = text.indexOf("\n", range.end.offset);
    const end = lineEnd === -1 ? text.length : lineEnd;
    const read = hash([text.slice(start, end).replace(/\s+/g, " ").trim()]);
    known.set(lines, read);
    return read;
  };
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
  const wordsOf = wordsOfPlaces(texts);
  return findings.map((finding) => {
    const { path, ruleId, message } = finding;
    const alike = [ruleId, message, wordsOf(finding)];
    const key = [path, ...alike].join("\0");
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { ...finding, fingerprint: hash(before === 0 ? alike : [...alike, String(before)]) };
  });
}
