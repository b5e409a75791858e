/** What people do to YAML that then does not parse. */
export type YamlSlip =
  | "bare-list"
  | "conflict"
  | "indent"
  | "inner-quote"
  | "open-bracket"
  | "open-quote"
  | "tab"
  | "unquoted"
  | "unspaced"
  | "unspaced-item";

/** Why data that a document or a file writes cannot be parsed. */
export type SyntaxFault =
  /** With what the parser says. */
  | { readonly kind: "yaml" | "toml"; readonly detail: string }
  | { readonly kind: "slip"; readonly slip: YamlSlip }
  | { readonly kind: "alias" }
  /** The line that opens the frontmatter, and that nothing closes. */
  | { readonly kind: "unclosed"; readonly fence: string }
  /** Frontmatter that does not begin on the first line with `---` alone. */
  | { readonly kind: "misplaced" }
  /** A line of other hyphens than `---`: where the frontmatter was to end, or within it. */
  | { readonly kind: "long-fence"; readonly isWithin: boolean }
  | { readonly kind: "json" }
  | { readonly kind: "language"; readonly language: string }
  | { readonly kind: "no-mapping" };

/** What people read of a fault, and what they can do about it. */
interface FaultWording {
  readonly message: string;
  readonly hint: string | null;
}

const SLIPS: Readonly<Record<YamlSlip, FaultWording>> = {
  "bare-list": {
    message: "Unexpected list without brackets",
    hint: "Put the list in brackets: `[…, …]`.",
  },
  conflict: {
    message: "Unexpected mark of a merge conflict",
    hint: "Choose one side, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`.",
  },
  indent: {
    message: "Unexpected indentation",
    hint: "Indent it like the lines beside it.",
  },
  "inner-quote": {
    message: "Unexpected quote within a value in quotes",
    hint: "Put the whole value in the other kind of quotes.",
  },
  "open-bracket": {
    message: "Unexpected bracket that nothing closes",
    hint: "Close it at the end of the value.",
  },
  "open-quote": {
    message: "Unexpected quote that nothing closes",
    hint: "Close it at the end of the value.",
  },
  tab: {
    message: "Unexpected tab, expected spaces",
    hint: "Indent with spaces, like the lines beside it.",
  },
  unquoted: {
    message: "Unexpected value without quotes",
    hint: "Put the value in quotes: it holds a sign such as `: ` or `@` that means something in YAML.",
  },
  "unspaced-item": {
    message: "Missing space after the hyphen",
    hint: "Write `- value`.",
  },
  unspaced: {
    message: "Missing space after the colon",
    hint: "Write `key: value`.",
  },
};

/** What a parser says, and what a person did; the rest is shown as the parser says it. */
const PARSER_WORDS: readonly (readonly [said: RegExp, wording: FaultWording])[] = [
  [
    /^Map keys must be unique/,
    { message: "Unexpected key that is there already", hint: "Keep one of the two." },
  ],
  [
    /end with a \]/,
    { message: "Unexpected `[` that nothing closes", hint: "Close the list with `]`." },
  ],
  [/end with a \}/, { message: "Unexpected `{` that nothing closes", hint: "Close it with `}`." }],
  [/^Missing closing .*quote/, SLIPS["open-quote"]],
  [/^Nested mappings are not allowed/, SLIPS.unquoted],
  [/start at the same column|bad indentation/i, SLIPS.indent],
  [
    /^Implicit (?:map )?keys need|^Implicit keys/,
    { message: "Unexpected line without a key", hint: "Write `key: value`." },
  ],
  [
    /^Unexpected scalar at node end/,
    {
      message: "Unexpected text behind a value that has ended",
      hint: "Put the whole value in one pair of quotes.",
    },
  ],
  [
    /^Unexpected block-seq-ind on same line/,
    {
      message: "Unexpected list on the line of its key",
      hint: "Begin each item on a line of its own, or put the list in brackets: `[…, …]`.",
    },
  ],
  [
    /^Not a YAML token/,
    {
      message: "Unexpected text behind `|` or `>`",
      hint: "Begin the text on the next line, or put the value in quotes.",
    },
  ],
  [
    /^Unexpected , in flow/,
    { message: "Unexpected second comma in a list", hint: "Keep one of them." },
  ],
  [
    /^Invalid escape sequence/,
    {
      message: "Unexpected backslash in double quotes",
      hint: "Put the value in single quotes, or write the backslash twice.",
    },
  ],
  [
    /^Missing , (?:or :|between)/,
    { message: "Missing comma in a list", hint: "Put a comma between two values." },
  ],
];

function yamlWording(detail: string): FaultWording {
  const known = PARSER_WORDS.find(([said]) => said.test(detail));
  return known?.[1] ?? { message: `Unexpected YAML: ${detail}`, hint: null };
}

/** Puts a fault into words: for findings, for errors in `pm.yaml`, and for files that are left alone. */
export function faultWording(fault: SyntaxFault): FaultWording {
  switch (fault.kind) {
    case "yaml":
      return yamlWording(fault.detail);
    case "slip":
      return SLIPS[fault.slip];
    case "toml":
      return { message: `Unexpected TOML: ${fault.detail}`, hint: null };
    case "alias":
      return {
        message: "Unexpected YAML alias, expected a plain value",
        hint: "Write the value out.",
      };
    case "unclosed":
      return {
        message: `Unexpected end of file, expected a \`${fault.fence}\` line that closes the frontmatter`,
        hint: `Close it, or start the document with another line than \`${fault.fence}\`.`,
      };
    case "misplaced":
      return {
        message: "Unexpected place of the frontmatter, expected `---` on the first line",
        hint: "Few tools read it there: begin the file with a line of exactly three hyphens.",
      };
    case "long-fence":
      return {
        message: fault.isWithin
          ? "Unexpected line of more than three hyphens in the frontmatter"
          : "Unexpected end of the frontmatter, expected a line of exactly three hyphens",
        hint: fault.isWithin ? "Remove it: nothing below it is read." : "Write `---` there.",
      };
    case "json":
      return {
        message: "Unexpected JSON frontmatter, expected YAML between `---` lines",
        hint: "Nothing in it is read. Put `---` lines around it, or rewrite it as YAML.",
      };
    case "language": {
      const isToml = fault.language.toLowerCase() === "toml";
      const advice = isToml ? "Put `+++` lines around TOML." : "Start the file with a plain `---`.";
      return {
        message: `Unexpected frontmatter language \`${fault.language}\`, expected YAML`,
        hint: `Nothing in it was run or read. ${advice}`,
      };
    }
    case "no-mapping":
      return { message: "Unexpected frontmatter, expected `key: value` lines", hint: null };
  }
}
