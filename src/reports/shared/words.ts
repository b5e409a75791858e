/** A verb that fits a count: `1 is`, `2 are`. */
export function verb(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
