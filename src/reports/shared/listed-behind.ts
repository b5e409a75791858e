/**
 * What lies behind a row that is about one of something, as far as it may be listed: by team or
 * service nothing, as the rest would be that of the small ones.
 */
export function listedBehind<T>(by: string, items: readonly T[]): readonly T[] {
  return by === "team" || by === "service" ? [] : items;
}
