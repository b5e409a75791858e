/**
 * A count with its noun: `1 incident`, `2 incidents`, `2 entries`; `several` where the plural is
 * made in neither of these ways.
 */
export function counted(count: number, noun: string, several?: string): string {
  const plural = several ?? `${noun.replace(/(?<=[^aeiou])y$/, "ie")}s`;
  return `${count} ${count === 1 ? noun : plural}`;
}
