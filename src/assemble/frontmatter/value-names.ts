/** What a link of a wiki leads to, and how it is shown: `[[payment-router|Payment router]]`. */
export function linkOf(written: string): readonly string[] | null {
  const [, target, shown] = /^\[\[([^\]|]+)(?:\|([^\]]+))?\]\]$/.exec(written) ?? [];
  if (target === undefined) return null;
  return [target.trim(), ...(shown === undefined ? [] : [shown.trim()])];
}

const PICTURES = /^[\p{Extended_Pictographic}\u{FE0F}\s]+/u;

/** How a catalogue refers to an entity: `component:default/checkout`. */
const ENTITY = /^[a-z]{2,20}:(?:[\w.-]+\/)?([\w.-]+)$/i;

/** The names that a value may be known by: as written, as a link or an entity, without pictures before it. */
export function namesOfValue(written: string): readonly string[] {
  const [, entity = ""] = ENTITY.exec(written) ?? [];
  const bare = written.replace(PICTURES, "");
  const names = [written, ...(linkOf(bare) ?? []), entity, bare];
  return [...new Set(names)].filter((name) => name !== "");
}
