/** A count with its noun: `1 incident`, `2 incidents`; `several` where that is not the noun with an s. */
export function counted(count: number, noun: string, several = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : several}`;
}
