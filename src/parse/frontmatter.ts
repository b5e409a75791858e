import matter from "gray-matter";
import type { LineIndex } from "../core/line-index.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { LocatedYaml, YamlProblem } from "./yaml.ts";
import { parseYaml } from "./yaml.ts";

/** A document split into its frontmatter, parsed, and its body, not yet parsed. */
export interface SplitDocument {
  /** Null where the document has none. */
  readonly frontmatter: LocatedYaml | null;
  readonly problems: readonly YamlProblem[];
  /** Offset of the body in the file. */
  readonly bodyOffset: number;
}

const FENCE = "---";
const YAML_NAMES = new Set(["", "yaml", "yml"]);

/** gray-matter hands the text between the fences to an engine; this one runs nothing. */
const INERT_ENGINES = { yaml: { parse: () => ({}), stringify: () => "" } };

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function withoutFrontmatter(
  problem: Omit<YamlProblem, "range">,
  length: number,
  lines: LineIndex,
  bodyOffset: number,
): SplitDocument {
  const range = lines.rangeAt(0, length);
  return { frontmatter: null, problems: [{ ...problem, range }], bodyOffset };
}

/**
 * Splits and parses the frontmatter. gray-matter only splits: it would run `---js`, remember bad
 * YAML, and swallow a file whose fence is not closed (its issues 131, 166).
 */
export function splitDocument(file: SourceFile, lines: LineIndex): SplitDocument {
  const { text } = file;
  const opening = firstLine(text);
  if (opening.trimEnd() === "+++") {
    const message = "Unexpected TOML frontmatter, expected YAML between `---` lines";
    return withoutFrontmatter({ message, hint: "Rewrite it as YAML." }, opening.length, lines, 0);
  }
  if (!opening.startsWith(FENCE) || opening.startsWith("----")) {
    return { frontmatter: null, problems: [], bodyOffset: 0 };
  }
  if (!/\n---[ \t]*(?:\n|$)/.test(text)) {
    const message = "Unexpected end of file, expected a `---` line that closes the frontmatter";
    const hint = "Close it, or start the document with another line than `---`.";
    return withoutFrontmatter({ message, hint }, opening.length, lines, opening.length);
  }
  const language = opening.slice(FENCE.length).trim();
  const blanked = FENCE + " ".repeat(opening.length - FENCE.length) + text.slice(opening.length);
  const split = matter(blanked, { language: "yaml", engines: INERT_ENGINES });
  const bodyOffset = text.length - split.content.length;
  if (!YAML_NAMES.has(language.toLowerCase())) {
    const message = `Unexpected frontmatter language \`${language}\`, expected YAML`;
    const hint = "Nothing in it was run or read. Start the file with a plain `---`.";
    return withoutFrontmatter({ message, hint }, opening.length, lines, bodyOffset);
  }
  const frontmatter = parseYaml(split.matter, opening.length, lines);
  const { data } = frontmatter;
  const isMapping = data === null || (typeof data === "object" && !Array.isArray(data));
  if (data !== undefined && !isMapping) {
    const message = "Unexpected frontmatter, expected `key: value` lines";
    return withoutFrontmatter({ message, hint: null }, opening.length, lines, bodyOffset);
  }
  return { frontmatter, problems: frontmatter.problems, bodyOffset };
}
