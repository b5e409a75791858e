import type { Ask, Choice, Output } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";

/** Noon UTC of the day on which every session takes place. */
const NOW = Date.UTC(2026, 6, 1, 12);
const WIDTH = 80;

/** A command of a session with the answers that its user gives, in order. */
export interface Step {
  readonly command: string;
  readonly answers: readonly string[];
}

/** The steps of a console block: `$ pm …`, and below it `? question · answer` for each answer. */
export function stepsOf(block: string): readonly Step[] {
  const parts = block.split(/^(?=\$ )/m).filter((part) => part.startsWith("$ "));
  return parts.map((part) => {
    const [first = "", ...rest] = part.split("\n");
    const answers = rest.flatMap((line) => /^\? .* · (.*)$/.exec(line)?.[1] ?? []);
    return { command: first.slice(2), answers };
  });
}

/** Somebody at a terminal who gives these answers, by the names or ids of choices; each is shown. */
function person(answers: readonly string[], show: (line: string) => void): Ask {
  const rest = [...answers];
  const next = (message: string): string => {
    const answer = rest.shift();
    if (answer === undefined) throw new Error(`No answer to "${message}"`);
    show(`? ${message} · ${answer}`);
    return answer;
  };
  const chosen = (choices: readonly Choice[], answer: string): string => {
    const found = choices.find(
      ({ name, short, value }) => (short ?? name) === answer || value === answer,
    );
    if (!found)
      throw new Error(`No choice "${answer}" among ${choices.map((one) => one.name).join(", ")}`);
    return found.value;
  };
  return {
    text: (message) => Promise.resolve(next(message)),
    one: (message, choices) => Promise.resolve(chosen(choices, next(message))),
    many: (message, choices) =>
      Promise.resolve(
        next(message)
          .split(", ")
          .map((answer) => chosen(choices, answer)),
      ),
  };
}

/** What a terminal of 80 columns shows of a step: both streams, as they are written. */
export async function runStep({ command, answers }: Step, cwd: string): Promise<string> {
  const words = command.match(/"[^"]*"|\S+/g) ?? [];
  const [program, ...args] = words.map((word) => word.replace(/^"|"$/g, ""));
  let shown = "";
  const write = (text: string) => {
    shown += text;
    return Promise.resolve();
  };
  const output: Output = { write, isTerminal: false, columns: WIDTH };
  if (program === "pm") {
    await main(args, {
      cwd,
      env: { COLUMNS: String(WIDTH) },
      now: () => NOW,
      edit: () => Promise.resolve(true),
      readStdin: () => Promise.resolve(Buffer.from("")),
      untilInterrupted: () => Promise.resolve(),
      stdout: output,
      stderr: output,
      ask: person(answers, (line) => void write(`${line}\n`)),
    });
  }
  return `$ ${command}\n${shown}`;
}
