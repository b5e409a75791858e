import { Argument } from "commander";
import { readShipped } from "../../../project/shipped.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import { completionsFor, type Shell, SHELLS } from "./candidates.ts";

const INSTALL = `
Completes commands, options, rules, paths and the ids of the project's taxonomy. To install it:

  bash  echo 'eval "$(pm completion bash)"' >> ~/.bashrc
  zsh   echo 'eval "$(pm completion zsh)"' >> ~/.zshrc      (below the line with compinit)
  fish  pm completion fish > ~/.config/fish/completions/pm.fish

The shell must find \`pm\`. If only a project has it installed, put this above that line (bash, zsh):

  pm() { npx --no-install pm "$@"; }
`;

/** `pm completion`: prints the script for a shell; `pm complete`, hidden, answers that script. */
export const addCompletionCommand: AddCommand = (program, io) => {
  const shell = new Argument("<shell>", "which shell").choices(SHELLS);
  program
    .command("completion")
    .helpGroup(GROUPS.setUp)
    .summary("Print the completion script for bash, zsh or fish")
    .description("Print the completion script for bash, zsh or fish.")
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
      // Errors are for the moment when the command runs, not for TAB.
      const lines = await completionsFor(program, chosen, line, io).catch(() => []);
      for (const cells of lines) await io.printCells(cells);
    });
};
