import { Argument } from "commander";
import { readShipped } from "../../../project/shipped.ts";
import type { AddCommand } from "../../command.ts";
import { completionsFor, type Shell, SHELLS } from "./candidates.ts";

const INSTALL = `
Completes commands, options, ids of the project's taxonomy, rules and paths. To install it:

  bash  echo 'eval "$(pm completion bash)"' >> ~/.bashrc
  zsh   echo 'eval "$(pm completion zsh)"' >> ~/.zshrc      (below the line with compinit)
  fish  pm completion fish > ~/.config/fish/completions/pm.fish

The shell has to find \`pm\`. Where only a project has it, for bash and zsh, above that line:

  pm() { npx --no-install pm "$@"; }
`;

/** `pm completion`: the script that makes a shell complete `pm`, and what that script asks. */
export const addCompletionCommand: AddCommand = (program, io) => {
  const shell = new Argument("<shell>", "whose script").choices(SHELLS);
  program
    .command("completion")
    .summary("Print the script that makes bash, zsh or fish complete pm")
    .addArgument(shell)
    .addHelpText("after", INSTALL)
    .action(async (chosen: Shell) => {
      await io.result((await readShipped(`templates/completion/pm.${chosen}`)).text);
    });
  program
    .command("complete", { hidden: true })
    .addArgument(shell)
    .argument("<line>")
    .action(async (chosen: Shell, line: string) => {
      // Somebody is typing: whatever is wrong, say it when they run the command, not at TAB.
      const lines = await completionsFor(program, chosen, line, io).catch(() => []);
      for (const cells of lines) await io.printCells(cells);
    });
};
