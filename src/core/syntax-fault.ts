/** What people do to YAML that then does not parse. */
export type YamlSlip =
  | "bare-list"
  | "conflict"
  | "indent"
  | "inner-quote"
  | "open-quote"
  | "tab"
  | "unquoted"
  | "unspaced";

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
  unspaced: {
    message: "Missing space after the colon",
    hint: "Write `key: value`.",
  },
};

/** Puts a fault into words: for findings, for errors in `pm.yaml`, and for files that are left alone. */
export function faultWording(fault: SyntaxFault): FaultWording {
  switch (fault.kind) {
    case "yaml":
      return { message: `Unexpected YAML: ${fault.detail}`, hint: null };
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
        hint: "Nothing in it is read: begin the file with a line of exactly three hyphens.",
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
