import type { Vocabulary } from "../../schema/vocabulary.ts";
import { splitTimeHead } from "../written/time-head.ts";

/** A level, a name with the number of its process, or both, as logs of programs have them. */
const PROGRAM =
  /\b(?:DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|TRACE|err|warn|info)\b|\[(?:emerg|alert|crit|error|warn|notice|info|debug)\]|[\w)]\[\d{1,8}\]:|\b\d{1,8}#\d{1,8}:/;

/** Whether a line is one of a program's log, "ERROR pool exhausted", "nginx[312]: …", not of a chat. */
export function isProgramLine(text: string): boolean {
  return PROGRAM.test(text);
}

/** Whether lines are the log of a program: it tells what machines did, and not who saw it when. */
export function isProgramLog(lines: readonly string[]): boolean {
  return lines.filter(isProgramLine).length * 2 > lines.length;
}

/** A line of a chat, "14:01 core: on it", not of a program: those name a level, "ERROR". */
export function isSpokenLine(line: string, vocabulary: Vocabulary): boolean {
  const rest = splitTimeHead(line.trim(), vocabulary)?.rest ?? "";
  // What stands behind a name in angle brackets somebody said, be it a program that speaks in a channel.
  if (/^<\s?[@+]?[\p{L}\d[\]_^|`-]{1,30}> \S/u.test(rest)) return true;
  return /^[\p{L}@][\p{L}\d@._-]{1,30}: \S/u.test(rest) && !isProgramLine(rest);
}
