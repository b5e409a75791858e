/** A count with its noun: `1 incident`, `2 incidents`, `2 entries`. */
export function counted(count: number, noun: string): string {
  const plural = noun.replace(/(?<=[^aeiou])y$/, "ie");
  return `${count} ${count === 1 ? noun : `${plural}s`}`;
}
