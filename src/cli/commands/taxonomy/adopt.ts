import { Argument } from "commander";
import { counted } from "../../../core/counted.ts";
import {
  adopt,
  ADOPTABLE_LISTS,
  type AdoptableList,
  type Adoption,
  adoptReport,
  findAdoptable,
} from "../../../jobs/taxonomy/adopt.ts";
import { readAsWritten } from "../../../project/read-postmortems.ts";
import type { AddCommand } from "../../command.ts";
import { deliver } from "../../deliver.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Ask, Io } from "../../io.ts";
import { progressOn, writeFolderNotes } from "../../messages.ts";
import { openFor } from "../../open.ts";
import {
  addLocationOptions,
  type LocationOptions,
  type OutputOptions,
  readTeams,
} from "../../options.ts";
import { addOutputOptions } from "../../output-options.ts";

type AdoptOptions = LocationOptions &
  OutputOptions & { readonly write?: boolean; readonly owner?: string };

const AFTERWARDS =
  "Check that no name is a person, and give each team its `size`: reports take a team without one for large enough.";

function amountOf({ teams, services }: Adoption): string {
  const what = [
    ...(teams.length > 0 ? [counted(teams.length, "team")] : []),
    ...(services.length > 0 ? [counted(services.length, "service")] : []),
  ];
  return what.join(" and ");
}

async function isWanted(ask: Ask, question: string): Promise<boolean> {
  const answer = await ask.one(question, [
    { value: "no", name: "no" },
    { value: "yes", name: "yes" },
  ]);
  return answer === "yes";
}

async function adoptNames(
  given: readonly AdoptableList[],
  options: AdoptOptions,
  io: Io,
): Promise<ExitCode> {
  const lists = ADOPTABLE_LISTS.filter((list) => given.length === 0 || given.includes(list));
  const project = await openFor(options, io);
  const [owner = null] = readTeams(options.owner === undefined ? [] : [options.owner], project);
  const read = await readAsWritten(project, [], ["everything"], progressOn(io));
  await writeFolderNotes(read, io);
  const adoption = findAdoptable(read, lists, project, owner);
  const amount = amountOf(adoption);
  const teams = project.taxonomy.teams.map(({ id }) => id);
  await deliver(
    adoptReport(adoption, lists, project.taxonomyName, teams),
    read.redact,
    options,
    io,
  );
  if (amount === "") {
    await io.say("Nothing to add");
    return EXIT.ok;
  }
  const isYes =
    options.write === true || (io.ask !== null && (await isWanted(io.ask, `Add ${amount}?`)));
  if (!isYes) {
    await io.say(`Would add ${amount}. Nothing was written: add --write.`);
    return EXIT.ok;
  }
  const path = await adopt(adoption, project);
  await io.say(`Added ${amount} to ${path}. ${AFTERWARDS}`);
  return EXIT.ok;
}

/** `pm taxonomy adopt`: lists in the taxonomy the teams and services that documents name. */
export const addAdoptCommand: AddCommand = (parent, io, finish) => {
  const command = parent
    .command("adopt")
    .summary("List in the taxonomy the teams and services that documents name")
    .description(
      "List in the taxonomy the teams and services that documents name, with how many incidents name each.\n\n" +
        "Names that look like those of people are left out and counted. Without --write, show the names and, " +
        "at a terminal, ask. The names go to the end of their lists; all else in the file stays as it is.",
    )
    .addArgument(
      new Argument("[lists...]", "which lists to fill (default: both)").choices(ADOPTABLE_LISTS),
    )
    .option("--owner <team>", "the owner of services at whose incidents no team is named")
    .option("--write", "write the names into the taxonomy file without asking");
  addLocationOptions(addOutputOptions(command, io)).action(
    async (lists: AdoptableList[], options: AdoptOptions) => {
      finish(await adoptNames(lists, options, io));
    },
  );
};
