import { no, ok, type Result } from "../core/result.ts";
import type { ModelCommand } from "../core/settings/language-model.ts";
import { redactPeople } from "../people/people.ts";
import { type Failure, MOST_BYTES, type Outside, type ProgramEnd } from "./define.ts";

/** Milliseconds for one answer: a model on one's own machine is slower than a service. */
const COMMAND_TIMEOUT = 180_000;
/** Characters of what a program says on standard error that are passed on. */
const MOST_SAID = 160;

function failureOf(end: Exclude<ProgramEnd, { readonly how: "done" }>): Failure {
  if (end.how === "not started") {
    const why = end.why === "ENOENT" ? "there is no such program" : end.why;
    return { message: `it cannot be started: ${why}`, isLasting: true };
  }
  if (end.how === "too slow") {
    return { message: `no answer in ${COMMAND_TIMEOUT / 1000} s`, isLasting: true };
  }
  return { message: `the answer is longer than ${MOST_BYTES / 1024} KiB`, isLasting: false };
}

/** The last line that a program said, cut where it is long. */
function lastLine(said: string): string {
  const line =
    said
      .trim()
      .split(/[\r\n]+/)
      .at(-1) ?? "";
  return line === "" ? "" : `: ${redactPeople(line).slice(0, MOST_SAID)}`;
}

/** Gives a text to a program on its standard input, and returns what it prints. */
export async function runPrompt(
  { program, args }: ModelCommand,
  input: string,
  { run }: Outside,
): Promise<Result<string, Failure>> {
  const call = { program, args, input, timeout: COMMAND_TIMEOUT, mostBytes: MOST_BYTES };
  const end = await run(call);
  if (end.how !== "done") return no(failureOf(end));
  if (end.code === 0) return ok(end.output);
  return no({ message: `exit code ${end.code}${lastLine(end.said)}`, isLasting: true });
}
