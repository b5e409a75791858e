/** Signs that set a part of a title apart from it. */
const SIGNS = [" – ", " — ", " - ", " | ", " · ", " / ", " → ", " -> ", " => "] as const;

/** A title before its last such sign, and what is behind; null where that is longer than so many characters, or there is none. */
export function behindSign(
  title: string,
  longest: number,
): { readonly before: string; readonly last: string } | null {
  const [at, length] = SIGNS.map((sign) => [title.lastIndexOf(sign), sign.length] as const).reduce(
    (last, one) => (one[0] > last[0] ? one : last),
  );
  if (at <= 0 || title.length - at > longest) return null;
  return { before: title.slice(0, at), last: title.slice(at + length) };
}
