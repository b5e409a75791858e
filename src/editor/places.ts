import type { Point, Range } from "../core/position.ts";

/** A place as the Language Server Protocol counts: lines and UTF-16 units from 0. */
export interface EditorPosition {
  readonly line: number;
  readonly character: number;
}

export interface EditorRange {
  readonly start: EditorPosition;
  readonly end: EditorPosition;
}

function positionOf({ line, column }: Point): EditorPosition {
  return { line: line - 1, character: column - 1 };
}

/** A range as editors count. */
export function editorRange({ start, end }: Range): EditorRange {
  return { start: positionOf(start), end: positionOf(end) };
}

function compare(a: EditorPosition, b: EditorPosition): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether a position stands in a range or at one of its ends. */
export function touches({ start, end }: EditorRange, position: EditorPosition): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

/** Whether two ranges have a position in common. */
export function overlaps(a: EditorRange, b: EditorRange): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

/** The lines of a text, however they end. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}
