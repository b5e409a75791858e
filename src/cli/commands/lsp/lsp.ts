import { UsageError } from "../../../core/errors.ts";
import { shippedVersion } from "../../../project/shipped.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import { EXIT } from "../../exit-codes.ts";
import { openFor } from "../../open.ts";
import { addLocationOptions, type LocationOptions } from "../../options.ts";
import { serve } from "./connection.ts";

/** `pm lsp`: the rules, the taxonomy and its renaming in an editor. */
export const addLspCommand: AddCommand = (program, io, finish) => {
  const command = program
    .command("lsp")
    .helpGroup(GROUPS.setUp)
    .summary("Serve an editor")
    .description(
      "Serve an editor over standard input and output, by the Language Server Protocol: findings of pm lint " +
        "as you type, fixes, completion of the ids of your taxonomy, their meaning, their definition and their " +
        "renaming.\n\nEditors start it themselves: docs/editors.md has set-ups.",
    )
    .option(
      "--stdio",
      "accepted because editors pass it; pm lsp always talks over standard input and output",
    );
  addLocationOptions(command).action(async (options: LocationOptions) => {
    const wire = io.wire?.();
    if (!wire) throw new UsageError("pm lsp needs an editor at standard input and output");
    const { input, output, close } = wire;
    const version = await shippedVersion();
    const openProject = (folder: string) => openFor(options, io, folder);
    const isAsked = await serve({ input, output, now: io.now, version, openProject });
    close();
    finish(isAsked ? EXIT.ok : EXIT.findings);
  });
};
