/** The cells of a line that stands between bars; null for any other line. */
export function lineCells(line: string): readonly string[] | null {
  if (!line.startsWith("|") || !line.endsWith("|") || line.length < 3) return null;
  const cells = line.slice(1, -1).split(/(?<!\\)\|/);
  return cells.length < 2 ? null : cells.map((cell) => cell.replaceAll("\\|", "|").trim());
}
