/** Tags of HTML, which status pages and trackers write. */
const HTML =
  /<\/?(?:a|b|blockquote|br|code|div|em|h[1-6]|i|img|li|ol|p|pre|span|strong|u|ul)\b[^<>]{0,500}>/gi;

/** Characters that HTML writes by name. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hellip", "…"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
]);
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu;

function characterOf(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? written;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return code > 0x10_ff_ff ? written : String.fromCodePoint(code);
}

/** A text with the characters that stand in it by name or number. */
export function withoutEntities(text: string): string {
  return text.replace(ENTITY, characterOf);
}

/** The text behind the markup of HTML. */
export function withoutHtml(text: string): string {
  return withoutEntities(text.replace(HTML, " "));
}
