/** A count with its noun: `1 incident`, `2 incidents`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
