/** Those of some words that stand in a text of ASCII in lower case, as often as they do. */
export type AsciiWords = (text: string) => readonly string[];

const DOT = ".".charCodeAt(0);
const [A, Z] = ["a".charCodeAt(0), "z".charCodeAt(0)];
const DIGITS = "0123456789";
const codesOf = (signs: string): ReadonlySet<number> =>
  new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
/** What makes a part of an id, a path or a unit of the letters behind it, or before it. */
const BEFORE = codesOf(`${DIGITS}_./@-`);
const AFTER = codesOf(`${DIGITS}_/@-`);
const DIGIT = codesOf(DIGITS);
/** The longest word that is looked for. */
const LONGEST = 30;

function isLetter(code: number): boolean {
  return code >= A && code <= Z;
}

function isAlone(text: string, start: number, end: number): boolean {
  if (BEFORE.has(text.charCodeAt(start - 1)) || AFTER.has(text.charCodeAt(end))) return false;
  const behind = text.charCodeAt(end + 1);
  return text.charCodeAt(end) !== DOT || !(isLetter(behind) || DIGIT.has(behind));
}

/**
 * Finds words of letters alone by themselves: most letters of a text are looked at once, and no word is
 * cut out of it unless one of its length begins so.
 */
export function asciiWords(words: Iterable<string>): AsciiWords {
  const known = new Set<string>();
  // For each first letter, one bit for each length.
  const lengths = new Int32Array(Z + 1);
  for (const word of words) {
    if (!/^[a-z]+$/.test(word) || word.length > LONGEST) continue;
    known.add(word);
    const first = word.charCodeAt(0);
    lengths[first] = (lengths[first] ?? 0) | (1 << word.length);
  }
  return (text) => {
    const found: string[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const first = text.charCodeAt(at);
      if (!isLetter(first)) continue;
      const start = at;
      while (isLetter(text.charCodeAt(at))) at += 1;
      const length = at - start;
      if (length > LONGEST || ((lengths[first] ?? 0) & (1 << length)) === 0) continue;
      const word = text.slice(start, at);
      if (known.has(word) && isAlone(text, start, at)) found.push(word);
    }
    return found;
  };
}
