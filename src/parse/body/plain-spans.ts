/** A part of a line that is more than its own text, between two offsets in what was looked through. */
export interface Span {
  readonly type:
    | "text"
    | "inlineCode"
    | "html"
    | "autolink"
    | "link"
    | "image"
    | "strong"
    | "emphasis"
    | "delete";
  readonly start: number;
  readonly end: number;
  /** What it says, without its marks. */
  readonly text: string;
  /** Characters before what it says. */
  readonly inset: number;
  /** Empty where it links to nothing. */
  readonly url: string;
}

/** Marks that may mean something wherever they stand; a bracket that closes does so behind one that opens alone. */
const MARK = /[\\`*_[<&~\p{Cc}]/u;

/** A bracket that opens; what it refers to may be defined. */
const OPENING = /\[/;
/** Brackets before an address: a link, or nearly one. */
const LINKED = /\]\(/;
/** An underscore between two letters or digits is one; any other may begin or end emphasis. */
const UNDERSCORE_AT_EDGE = /(?<![a-z\d])_|_(?![a-z\d])/i;
/**
 * All else that may be no text. Text are: an asterisk between spaces, a tilde that could only open
 * ("~5 minutes"), "<" before a space or a number ("<5 ms"), "&" in "R&D", a backslash before a letter.
 */
const OTHER_MARK =
  /[`\p{Cc}]|\\(?:[!-/:-@[-`{-~]|$)|(?<! )\*|\*(?! )|(?<![ (])~|~(?![\p{L}\p{N}])|<(?!=?(?: |\d[A-Za-z\d.%]*[ ),;:]))|&(?:#|[A-Za-z\d]+;)/u;

/** Whether a text holds anything that may be more than text. */
export function holdsMark(text: string): boolean {
  return MARK.test(text);
}

/** Whether a text between spans is nothing but text; `mayDefine` whether brackets may refer. */
export function isPlainText(text: string, mayDefine: boolean): boolean {
  if (!MARK.test(text) && !text.includes("](")) return true;
  const brackets = mayDefine ? OPENING : LINKED;
  return !brackets.test(text) && !OTHER_MARK.test(text) && !UNDERSCORE_AT_EDGE.test(text);
}

/** Characters that a document may give by a name. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["nbsp", "\u00a0"],
]);

/**
 * Emphasis between two marks that can mean nothing else.
 * https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
 */
const EMPHASIS = [
  /\*\*(?<strong>(?=[\p{L}\p{N}])[^*`]*(?:[\p{L}\p{N}](?=\*\*(?:[ .,:;)!?]|$))|[.:!?)%](?=\*\*(?: |$))))\*\*/u,
  /\*(?<starred>(?=[\p{L}\p{N}])[^*`]*(?:[\p{L}\p{N}](?=\*(?:[ .,:;)!?]|$))|[.:!?)%](?=\*(?: |$))))\*/u,
  /_(?<underlined>(?=[\p{L}\p{N}])[^_*`]*(?:[\p{L}\p{N}](?=_(?:[ .,:;)!?]|$))|[.:!?)%](?=_(?: |$))))_/u,
  /~~(?<struck>(?=[\p{L}\p{N}])[^~*_`]*(?:[\p{L}\p{N}](?=~~(?:[ .,:;)!?]|$))|[.:!?)%](?=~~(?: |$))))~~/u,
].map(({ source }) => `(?<=^|[ (])${source}`);

const OTHERS = [
  /\\(?<escaped>[!-/:-@[-`{-~])/u,
  /&(?<named>amp|lt|gt|quot|nbsp);/u,
  /`(?<code>[^`\p{Cc}]+)`/u,
  /!\[(?<alt>[^[\]<\\]+)\]\((?<source>(?:[^\s()<>[\]\\`\p{Cc}&]|&(?!#|[A-Za-z\d]+;))+)\)/u,
  /\[(?<label>[^[\]<\\]+)\]\((?<target>(?:[^\s()<>[\]\\`\p{Cc}&]|&(?!#|[A-Za-z\d]+;))+)\)/u,
  /<(?<address>https?:\/\/[^\s<>\p{Cc}]+)>/u,
  /(?<html><\/?[A-Za-z][A-Za-z\d-]*>|<br ?\/>|<!-- (?:[^<\p{Cc}-]|-(?!-))*-->)/u,
].map(({ source }) => source);

const SPAN = new RegExp([...OTHERS, ...EMPHASIS].join("|"), "gu");

/** What a name of a group says of a span: its type, and how many characters its marks before it are. */
const KINDS: ReadonlyMap<string, readonly [Span["type"], number]> = new Map([
  ["escaped", ["text", 1]],
  ["named", ["text", 1]],
  ["code", ["inlineCode", 1]],
  ["alt", ["image", 2]],
  ["label", ["link", 1]],
  ["address", ["autolink", 1]],
  ["html", ["html", 0]],
  ["strong", ["strong", 2]],
  ["starred", ["emphasis", 1]],
  ["underlined", ["emphasis", 1]],
  ["struck", ["delete", 2]],
]);

/** The first span of a text from an offset on; null where there is none. */
export function nextSpan(text: string, from: number): Span | null {
  SPAN.lastIndex = from;
  const found = SPAN.exec(text);
  const groups = found?.groups ?? {};
  for (const [name, [type, inset]] of KINDS) {
    const said = groups[name];
    if (!found || said === undefined) continue;
    const url = groups["source"] ?? groups["target"] ?? groups["address"] ?? "";
    const own = name === "named" ? (NAMED.get(said) ?? "") : said;
    return { type, inset, text: own, url, start: found.index, end: SPAN.lastIndex };
  }
  return null;
}
