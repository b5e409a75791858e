import matter from "gray-matter";
import type { LineIndex } from "../../core/line-index.ts";
import type { SourceFile } from "../../core/source-file.ts";
import { beginsAsToml, findFenced, jsonEnd } from "./fences.ts";
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

/** gray-matter hands the text between the fences to an engine; this one runs nothing. */
const INERT_ENGINES = { yaml: { parse: () => ({}), stringify: () => "" } };

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function withoutFrontmatter(
  problem: Omit<DataProblem, "range">,
  length: number,
  lines: LineIndex,
  bodyOffset: number,
): SplitDocument {
  const problems = [{ ...problem, range: lines.rangeAt(0, length) }];
  return { frontmatter: null, syntax: "yaml", problems, closing: bodyOffset, bodyOffset };
}

function adviceFor(language: string): string {
  if (language.toLowerCase() === "toml") return "Put `+++` lines around TOML.";
  return "Start the file with a plain `---`.";
}

function unclosed(fence: string, length: number, lines: LineIndex): SplitDocument {
  const message = `Unexpected end of file, expected a \`${fence}\` line that closes the frontmatter`;
  const hint = `Close it, or start the document with another line than \`${fence}\`.`;
  return withoutFrontmatter({ message, hint }, length, lines, length);
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

function withJson(text: string, bodyOffset: number, lines: LineIndex): SplitDocument {
  const message = "Unexpected JSON frontmatter, expected YAML between `---` lines";
  const hint = "Nothing in it is read. Put `---` lines around it, or rewrite it as YAML.";
  return withoutFrontmatter({ message, hint }, firstLine(text).length, lines, bodyOffset);
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
  if (json !== null) return withJson(text, json, lines);
  if (!opening.startsWith(FENCE) || opening.startsWith("----")) {
    return { frontmatter: null, syntax: "yaml", problems: [], closing: 0, bodyOffset: 0 };
  }
  if (!/\n---[ \t]*(?:\n|$)/.test(text)) {
    return unclosed(FENCE, opening.length, lines);
  }
  const language = opening.slice(FENCE.length).trim();
  const blanked = FENCE + " ".repeat(opening.length - FENCE.length) + text.slice(opening.length);
  const split = matter(blanked, { language: "yaml", engines: INERT_ENGINES });
  const bodyOffset = text.length - split.content.length;
  if (!YAML_NAMES.has(language.toLowerCase())) {
    const message = `Unexpected frontmatter language \`${language}\`, expected YAML`;
    const hint = `Nothing in it was run or read. ${adviceFor(language)}`;
    return withoutFrontmatter({ message, hint }, opening.length, lines, bodyOffset);
  }
  // Where a language stood is a part of it: blanks.
  const frontmatter = parseYaml(split.matter, FENCE.length, lines);
  const { data } = frontmatter;
  const isMapping = data === null || (typeof data === "object" && !Array.isArray(data));
  if (data !== undefined && !isMapping) {
    const message = "Unexpected frontmatter, expected `key: value` lines";
    return withoutFrontmatter({ message, hint: null }, opening.length, lines, bodyOffset);
  }
  const closing = FENCE.length + split.matter.length + 1;
  return { frontmatter, syntax: "yaml", problems: frontmatter.problems, closing, bodyOffset };
}
