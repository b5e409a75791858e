/** A count with its noun: `1 incident`, `2 incidents`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/** A verb that fits a count: `1 is`, `2 are`. */
export function verb(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
