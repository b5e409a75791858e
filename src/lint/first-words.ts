const FIRST_WORDS = /^.{1,60}(?!\S)/su;

/** The whole words among the first 60 characters of a text, with `…` where something is left out. */
export function firstWords(text: string): string {
  const start = FIRST_WORDS.exec(text)?.[0] ?? text;
  return start === text ? text : `${start}…`;
}
