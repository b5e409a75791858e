import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import type { Edit } from "../../core/places/edit.ts";
import type { LineIndex } from "../../core/places/line-index.ts";
import { no, ok, type Result } from "../../core/result.ts";
import type { DataPath, LocatedData } from "./located-data.ts";
import { tomlData, tomlEntriesAlong, type TomlEntry, tomlTable } from "./toml-nodes.ts";
import { type TomlQuotes, tomlText } from "./toml-text.ts";

const TOO_LARGE = "A text in it is too long, or it is nested too deeply";

/** Where and why a parser of TOML gave up. */
interface TomlFault {
  readonly message: string;
  readonly offset: number;
}

/** Parses TOML 1.0 to the nodes of its parser; never throws on content. */
export function parseTomlNodes(text: string): Result<AST.TOMLProgram, TomlFault> {
  try {
    return ok(parseTOML(text, { tomlVersion: "1.0" }));
  } catch (error) {
    // The library calls functions with a whole text as their arguments, and the stack has an end.
    if (error instanceof RangeError) return no({ message: TOO_LARGE, offset: 0 });
    if (!(error instanceof ParseError)) throw error;
    return no({ message: error.message, offset: error.index });
  }
}

/** How the text at a path is quoted; null where there is no text on one line. */
function quotesOf({ content }: TomlEntry): TomlQuotes | null {
  if (content.kind !== "scalar") return null;
  if ("datetime" in content.node) return "none";
  if (content.node.kind !== "string" || content.node.multiline) return null;
  return content.node.style;
}

/** Parses TOML that stands at `offset` in a file. Never throws on content. */
export function parseToml(text: string, offset: number, lines: LineIndex): LocatedData {
  const range = ([start, end]: readonly [number, number]) =>
    lines.rangeAt(offset + start, offset + Math.min(end, text.length));
  const parsed = parseTomlNodes(text);
  const root = parsed.ok ? tomlTable(parsed.value) : null;
  const along = (path: DataPath) => (root ? tomlEntriesAlong(root, path) : []);
  const at = (path: DataPath, what: "key" | "value") => range(along(path).at(-1)?.[what] ?? [0, 0]);
  const replaceText = (path: DataPath, replacement: string): Edit | null => {
    const entries = along(path);
    const entry = entries.length === path.length ? entries.at(-1) : undefined;
    const quotes = entry ? quotesOf(entry) : null;
    return entry && quotes
      ? { range: range(entry.value), text: tomlText(replacement, quotes) }
      : null;
  };
  return {
    data: root ? tomlData(root) : undefined,
    problems: parsed.ok
      ? []
      : [
          {
            fault: { kind: "toml", detail: parsed.why.message },
            range: range([parsed.why.offset, parsed.why.offset + 1]),
          },
        ],
    valueRange: (path) => at(path, "value"),
    keyRange: (path) => at(path, "key"),
    replaceText,
    // Only lists of YAML files are ever added to.
    addText: () => null,
    comments: parsed.ok
      ? parsed.value.comments.map(({ value, range: bounds }) => ({
          text: value,
          range: range(bounds),
        }))
      : [],
  };
}
