const MINUTES_PER_UNIT: readonly (readonly [RegExp, number])[] = [
  [/^(weeks?|w)$/, 7 * 24 * 60],
  [/^(days?|d)$/, 24 * 60],
  [/^(hours?|hrs?|h)$/, 60],
  [/^(minutes?|mins?|m)$/, 1],
  [/^(seconds?|secs?|s)$/, 1 / 60],
];

const AMOUNT = /(?<!\d)(\d+(?:\.\d+)?)\s*([a-z]+)/g;

/** Brackets as they are, and footnotes: what opens none is not searched to the end of the text. */
function withoutBrackets(text: string): string {
  const end = Math.max(text.lastIndexOf(")"), text.lastIndexOf("]")) + 1;
  // eslint-disable-next-line regexp/no-super-linear-move -- there is a closing bracket
  return text.slice(0, end).replace(/\[\^[^\]]*\]|\([^)]*\)/g, " ") + text.slice(end);
}

/** Minutes that a written duration means: `1h 28m`, `19 hours 43 minutes.`, `~2h`; null if none. */
export function parseDurationText(text: string): number | null {
  const cleaned = withoutBrackets(text.toLowerCase())
    .replace(/^\s*(?:~|≈|about|approx(?:\.|imately)?|around|circa|<|>)\s*/, "")
    .replace(/[,;]|\band\b/g, " ")
    .trim()
    .replace(/\.$/, "");
  const parts = [...cleaned.matchAll(AMOUNT)];
  if (parts.length === 0 || cleaned.replace(AMOUNT, "").trim() !== "") return null;
  let minutes = 0;
  for (const [, amount, name] of parts) {
    const unit = MINUTES_PER_UNIT.find(([pattern]) => pattern.test(name ?? ""));
    if (!unit) return null;
    minutes += Number(amount) * unit[1];
  }
  return Math.round(minutes);
}

/** Minutes of a duration that a sentence ends in: `API is back up after 2 days, 1 hour, 7 minutes.`; null if none. */
export function durationAtEnd(text: string): number | null {
  const [, written] = /\bafter ((?:about |~ ?)?\d[^.!?:]{1,60})[.!]?$/i.exec(text.trim()) ?? [];
  return written === undefined ? null : parseDurationText(written);
}
