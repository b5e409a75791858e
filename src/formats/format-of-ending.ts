/** The one of some formats whose files end so; null where there is none. */
export function formatOfEnding<Format extends { readonly ending?: string | null }>(
  ending: string,
  formats: readonly Format[],
): Format | null {
  return formats.find((format) => format.ending === ending) ?? null;
}
