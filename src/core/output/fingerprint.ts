import type { Finding } from "../finding.ts";
import { sha256 } from "../sha256.ts";
import { ownText } from "../text/own-text.ts";
import type { TextsByPath } from "./lint-report.ts";

function hash(parts: readonly string[]): string {
  return ownText(sha256(parts.join("\0")).slice(0, 16));
}

type Place = Pick<Finding, "range">;

/** Tells of each place of a text the words of its lines, as a hash: what a move to other lines leaves alone. */
export function wordsOfPlaces(text: string): (place: Place) => string {
  // A file can have thousands of findings on one long line, whose words are then read once.
  const known = new Map<string, string>();
  return ({ range }) => {
    if (range.end.offset === 0) return "";
    const lines = `${range.start.line}-${range.end.line}`;
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

/** A finding before anything is known about its neighbours. */
export interface Unmarked extends Omit<Finding, "fingerprint"> {
  /** The words of its place, as `wordsOfPlaces` tells, where they were read with the document. */
  readonly words?: string;
}

/**
 * Gives each finding its fingerprint. Findings that are alike in all but their place are distinguished
 * by their order.
 * @param findings of any files, in their one order.
 * @param texts of the files of findings without words, by their paths.
 */
export function withFingerprints(
  findings: readonly Unmarked[],
  texts: TextsByPath,
): readonly Finding[] {
  const seen = new Map<string, number>();
  const wordsIn = new Map<string, (place: Place) => string>();
  const wordsOf = ({ path, range }: Unmarked) => {
    const known = wordsIn.get(path) ?? wordsOfPlaces(texts.get(path) ?? "");
    wordsIn.set(path, known);
    return known({ range });
  };
  return findings.map(({ words, ...finding }) => {
    const { path, ruleId, message } = finding;
    const alike = [ruleId, message, words ?? wordsOf(finding)];
    const key = [path, ...alike].join("\0");
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { ...finding, fingerprint: hash(before === 0 ? alike : [...alike, String(before)]) };
  });
}
