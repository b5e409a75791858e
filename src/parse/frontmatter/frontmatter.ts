import matter from "gray-matter";
import type { SyntaxFault } from "../../core/document/syntax-fault.ts";
import { isMapping } from "../../core/is-mapping.ts";
import type { LineIndex } from "../../core/places/line-index.ts";
import type { SourceFile } from "../../core/source-file.ts";
import {
  beginsAsToml,
  findFenced,
  jsonEnd,
  longFence,
  type Misplaced,
  misplacedFrontmatter,
  oddClosing,
} from "./fences.ts";
import type { DataProblem, LocatedData } from "./located-data.ts";
import { parseToml } from "./toml.ts";
import { parseYaml } from "./yaml.ts";

/** A document split into its frontmatter, parsed, and its body, not yet parsed. */
export interface SplitDocument {
  /** Null where the document has none. */
  readonly frontmatter: LocatedData | null;
  /** How the frontmatter is written. */
  readonly syntax: "yaml" | "toml";
  readonly problems: readonly DataProblem[];
  /** Offset of the line that closes the frontmatter; of the body where there is none. */
  readonly closing: number;
  /** Offset of the body in the file. */
  readonly bodyOffset: number;
}

const FENCE = "---";
const TOML_FENCE = "+++";
const YAML_NAMES = new Set(["", "yaml", "yml"]);

/** Whether what stands between fences may be read as YAML, which JSON is, too. */
function isYaml(language: string, text: string): boolean {
  const name = language.toLowerCase();
  return YAML_NAMES.has(name) || (name === "json" && text.trimStart().startsWith("{"));
}

/** gray-matter hands the text between the fences to an engine; this one runs nothing. */
const INERT_ENGINES = { yaml: { parse: () => ({}), stringify: () => "" } };

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function withoutFrontmatter(
  fault: SyntaxFault,
  length: number,
  lines: LineIndex,
  bodyOffset: number,
): SplitDocument {
  const problems = [{ fault, range: lines.rangeAt(0, length) }];
  return { frontmatter: null, syntax: "yaml", problems, closing: bodyOffset, bodyOffset };
}

/** It is read where it is sound: a person sees what it says, and that it is out of place is said. */
function misplacedSplit(
  text: string,
  { start, closing, bodyOffset, isBehindComment }: Misplaced,
  lines: LineIndex,
): SplitDocument {
  const range = lines.rangeAt(0, start);
  const fix = isBehindComment ? {} : { fix: [{ range, text: FENCE }] };
  const problems = [{ fault: { kind: "misplaced" }, range, ...fix }] as const;
  const read = parseYaml(text.slice(start, closing), start, lines);
  const frontmatter = read.problems.length === 0 && isMapping(read.data) ? read : null;
  return {
    ...{ frontmatter, syntax: "yaml", problems, bodyOffset },
    closing: frontmatter === null ? bodyOffset : closing,
  };
}

function unclosed(fence: string, length: number, lines: LineIndex): SplitDocument {
  return withoutFrontmatter({ kind: "unclosed", fence }, length, lines, length);
}

/** What does not even begin as TOML stays a part of the body, besides being a problem. */
function splitToml(text: string, lines: LineIndex): SplitDocument {
  const fenced = findFenced(text, TOML_FENCE);
  if (fenced === null) return unclosed(TOML_FENCE, firstLine(text).length, lines);
  const { start, end, bodyOffset } = fenced;
  const written = text.slice(start, end);
  const frontmatter = parseToml(written, start, lines);
  const isBody = frontmatter.problems.length > 0 && !beginsAsToml(written);
  return {
    frontmatter,
    syntax: "toml",
    problems: frontmatter.problems,
    closing: isBody ? start : end,
    bodyOffset: isBody ? start : bodyOffset,
  };
}

/** A document whose frontmatter ends in a line that is no fence; null for any other. */
function oddlyClosed(text: string, lines: LineIndex): SplitDocument | null {
  const closing = oddClosing(text);
  if (closing === null) return null;
  const range = lines.rangeAt(closing.start, closing.end);
  const fault = { kind: "long-fence", isWithin: false } as const;
  const bodyOffset = Math.min(closing.end + 1, text.length);
  const problems = [{ fault, range, fix: [{ range, text: FENCE }] }];
  return { frontmatter: null, syntax: "yaml", problems, closing: bodyOffset, bodyOffset };
}

/** A line of hyphens that closes the frontmatter to some tools, and to others does not. */
function longFenceProblems(text: string, closing: number, lines: LineIndex) {
  const long = longFence(text, closing);
  if (long === null) return [];
  const { start, end, isWithin } = long;
  const range = lines.rangeAt(start, end);
  const fix = isWithin
    ? [{ range: lines.rangeAt(start, Math.min(end + 1, text.length)), text: "" }]
    : [{ range, text: FENCE }];
  return [{ fault: { kind: "long-fence", isWithin }, range, fix } as const];
}

interface Split {
  /** What stands behind the first fence, up to the line of the second. */
  readonly matter: string;
  readonly bodyOffset: number;
}

/** The split of a text whose fences are three hyphens and nothing else; null for any other. */
function plainSplit(text: string, opening: string): Split | null {
  const closing = opening === FENCE ? text.indexOf(`\n${FENCE}`, FENCE.length) : -1;
  const end = closing + 1 + FENCE.length;
  if (closing === -1 || (end < text.length && text[end] !== "\n")) return null;
  return { matter: text.slice(FENCE.length, closing), bodyOffset: Math.min(end + 1, text.length) };
}

function matterSplit(text: string, opening: string): Split {
  const blanked = FENCE + " ".repeat(opening.length - FENCE.length) + text.slice(opening.length);
  const { matter: written, content } = matter(blanked, {
    language: "yaml",
    engines: INERT_ENGINES,
  });
  return { matter: written, bodyOffset: text.length - content.length };
}

/**
 * Splits and parses the frontmatter. gray-matter only splits: it would run `---js`, remember bad
 * YAML, and swallow a file whose fence is not closed (its issues 131, 166).
 */
export function splitDocument(file: SourceFile, lines: LineIndex): SplitDocument {
  const { text } = file;
  const opening = firstLine(text);
  if (opening.trimEnd() === TOML_FENCE) return splitToml(text, lines);
  const json = jsonEnd(text);
  if (json !== null) return withoutFrontmatter({ kind: "json" }, opening.length, lines, json);
  if (!opening.startsWith(FENCE) || opening.startsWith("----")) {
    const misplaced = misplacedFrontmatter(text);
    if (misplaced) return misplacedSplit(text, misplaced, lines);
    return { frontmatter: null, syntax: "yaml", problems: [], closing: 0, bodyOffset: 0 };
  }
  if (!/\n---[ \t]*(?:\n|$)/.test(text)) {
    return oddlyClosed(text, lines) ?? unclosed(FENCE, opening.length, lines);
  }
  const language = opening.slice(FENCE.length).trim();
  const split = plainSplit(text, opening) ?? matterSplit(text, opening);
  const { bodyOffset } = split;
  if (!isYaml(language, split.matter)) {
    return withoutFrontmatter({ kind: "language", language }, opening.length, lines, bodyOffset);
  }
  // Where a language stood is a part of it: blanks.
  const frontmatter = parseYaml(split.matter, FENCE.length, lines);
  const { data } = frontmatter;
  const isMapping = data === null || (typeof data === "object" && !Array.isArray(data));
  if (data !== undefined && !isMapping) {
    return withoutFrontmatter({ kind: "no-mapping" }, opening.length, lines, bodyOffset);
  }
  const closing = FENCE.length + split.matter.length + 1;
  const problems = [...frontmatter.problems, ...longFenceProblems(text, closing, lines)];
  return { frontmatter, syntax: "yaml", problems, closing, bodyOffset };
}
