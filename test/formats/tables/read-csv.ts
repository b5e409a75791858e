/**
 * The records of RFC 4180 text, read without the library that writes it. Ends of lines are `\n`.
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const pattern = quoted ? /"((?:[^"]|"")*)"/y : /([^",\n]*)/y;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) throw new Error(`Unexpected quote at ${at}`);
    record.push((found[1] ?? "").replaceAll('""', '"'));
    at += found[0].length;
    if (text[at] === "\n") {
      records.push(record);
      record = [];
    } else if (text[at] !== ",") {
      throw new Error(`Unexpected ${JSON.stringify(text[at])} at ${at}, expected a comma`);
    }
    at += 1;
  }
  return records;
}
