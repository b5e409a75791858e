const MINUTES_PER_UNIT: readonly (readonly [RegExp, number])[] = [
  [/^(weeks?|w)$/, 7 * 24 * 60],
  [/^(days?|d)$/, 24 * 60],
  [/^(hours?|hrs?|h)$/, 60],
  [/^(minutes?|mins?|m)$/, 1],
  [/^(seconds?|secs?|s)$/, 1 / 60],
];

/** Minutes that a written duration means: `1h 28m`, `19 hours 43 minutes.`, `~2h`; null if none. */
export function parseDurationText(text: string): number | null {
  const cleaned = text
    .toLowerCase()
    .replace(/\[\^[^\]]*\]|\([^)]*\)/g, " ")
    .replace(/^\s*(?:~|≈|about|approx(?:\.|imately)?|around|circa|<|>)\s*/, "")
    .replace(/[,;]|\band\b/g, " ")
    .trim()
    .replace(/\.$/, "");
  const parts = [...cleaned.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)];
  if (parts.length === 0 || cleaned.replace(/(\d+(?:\.\d+)?)\s*([a-z]+)/g, "").trim() !== "")
    return null;
  let minutes = 0;
  for (const [, amount, name] of parts) {
    const unit = MINUTES_PER_UNIT.find(([pattern]) => pattern.test(name ?? ""));
    if (!unit) return null;
    minutes += Number(amount) * unit[1];
  }
  return Math.round(minutes);
}
