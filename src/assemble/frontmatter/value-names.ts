/** What a link of a wiki leads to, and how it is shown: `[[payment-router|Payment router]]`. */
export function linkOf(written: string): readonly string[] | null {
  const [, target, shown] = /^\[\[([^\]|]+)(?:\|([^\]]+))?\]\]$/.exec(written) ?? [];
  if (target === undefined) return null;
  return [target.trim(), ...(shown === undefined ? [] : [shown.trim()])];
}

const PICTURES = /^[\p{Extended_Pictographic}\u{FE0F}\s]+/u;

/** How a catalogue refers to an entity: `component:default/checkout`. */
const ENTITY = /^[a-z]{2,20}:(?:[\w.-]+\/)?([\w.-]+)$/i;

/** A link of markdown, and the tags that an export puts around a value: `<mark>SEV-3</mark>`. */
const MARKDOWN_LINK = /^\[([^\][]+)\]\([^()\s]*\)$/;
const TAG = /<[^<>]{1,200}>/g;

/** The names that a value may be known by: as written, as a link or an entity, without tags and pictures. */
export function namesOfValue(written: string): readonly string[] {
  const [, entity = ""] = ENTITY.exec(written) ?? [];
  const bare = written.replace(PICTURES, "");
  const [, shown = ""] = MARKDOWN_LINK.exec(bare) ?? [];
  const untagged = written.replace(TAG, "").trim();
  const names = [written, ...(linkOf(bare) ?? []), entity, bare, shown, untagged];
  return [...new Set(names)].filter((name) => name !== "");
}
