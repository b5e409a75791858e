/** A stretch of a text, by offsets in UTF-16 units; the end is not part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans in the order of the text; those that overlap are joined to one, which is as the first. */
export function joined<S extends Span>(spans: readonly S[]): readonly S[] {
  if (spans.length < 2) return spans;
  const out: S[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last && span.start < last.end) {
      out[out.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    } else out.push(span);
  }
  return out;
}

/** Spans of all matches of a global pattern; of its group `who` where it has one. */
export function spansOf(pattern: RegExp, text: string): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => {
    const who = match.groups?.who;
    const start = who === undefined ? match.index : match.index + match[0].lastIndexOf(who);
    return { start, end: start + (who ?? match[0]).length };
  });
}

/** A text with something else in place of spans, which are in its order and do not overlap. */
export function replaced<S extends Span>(
  text: string,
  spans: readonly S[],
  by: (span: S) => string,
): string {
  let [out, at] = ["", 0];
  for (const span of spans) {
    out += text.slice(at, span.start) + by(span);
    at = span.end;
  }
  return out + text.slice(at);
}
