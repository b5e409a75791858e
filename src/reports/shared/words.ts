/** A verb that fits a count: `1 is`, `2 are`. */
export function verb(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** Names with commas, and a word before the last: `checkout, ledger or merchant`. */
export function joinedBy(word: "and" | "or", names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** A share or a probability in percent, with a digit more where it is small: `36 %`, `0.4 %`. */
export function percent(share: number): string {
  const hundredths = share * 100;
  if (hundredths > 0 && hundredths < 0.1) return "<0.1 %";
  return `${hundredths < 10 ? Number(hundredths.toFixed(1)) : Math.round(hundredths)} %`;
}
