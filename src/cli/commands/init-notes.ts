import { counted } from "../../core/counted.ts";
import { firstOf } from "../../core/first-of.ts";
import type { FoundNames } from "../../project/find-owners.ts";
import type { PostmortemPlace, Survey } from "../../project/find-postmortems.ts";
import { CONFIG_NAME, TAXONOMY_NAME } from "../../project/project.ts";

/** What was found, with how to make use of it. */
export function foundNotes({ teams, services }: FoundNames): readonly string[] {
  const found = [
    ...(teams.length > 0 ? [counted(teams.length, "team")] : []),
    ...(services.length > 0 ? [counted(services.length, "service")] : []),
  ];
  if (found.length === 0) return [];
  const files = [...new Set([...teams, ...services].map(({ path }) => path))].join(", ");
  return [`Found ${found.join(" and ")} in ${files}: remove the # before those that are yours.`];
}

/** What lies in the folder already, as sentences: also what does not read like a postmortem, and why. */
export function surveyNotes(
  survey: Survey,
  { folder, include, within }: PostmortemPlace,
): readonly string[] {
  const { count, unlike, setAside } = survey.contentOf(folder, within);
  const isOtherEnding = include !== null && within === undefined;
  const which = isOtherEnding ? `, some with another ending: ${include.slice(1).join(", ")}` : "";
  const one = folder === "." ? "here" : `in ${folder}`;
  const where = within === undefined ? one : `in ${within.join(", ")}`;
  const more = count > 0 ? " more" : "";
  const outside = survey.outside(folder, within);
  const setting = within === undefined ? "`folder`" : "`folder` or `include`";
  return [
    ...(count > 0 ? [`Found ${counted(count, "postmortem")} ${where}${which}`] : []),
    ...(outside.length > 0
      ? [
          `${counted(outside.length, "other file")} ${outside.length === 1 ? "reads" : "read"} like a postmortem and will not be read: ${firstOf(outside)}. Change ${setting} in ${CONFIG_NAME} if they belong here.`,
        ]
      : []),
    ...(unlike.length > 0
      ? [
          `Found ${unlike.length}${more} ${where} in which pm recognises too little (a time of day, a severity, a timeline, a gap, or two usual sections): ${firstOf(unlike)}. Reports read ${unlike.length === 1 ? "it" : "them"} all the same; ${whatToDo(unlike.length > count)}`,
        ]
      : []),
    ...(setAside.length > 0
      ? [`Set aside ${counted(setAside.length, "file")} ${where}: ${firstOf(setAside)}.`]
      : []),
  ];
}

/** How files are kept out of reports: each on its own, or all but a few. */
function whatToDo(areMost: boolean): string {
  return areMost
    ? `if they are no postmortems, name a folder of postmortems alone in ${CONFIG_NAME} (\`folder\`), or the files that are (\`include\`).`
    : `\`exclude\` in ${CONFIG_NAME} leaves files out.`;
}

const OWN_TERMS = `  1. List your teams and services in ${TAXONOMY_NAME}; the competencies come from the shipped one.`;

/** The first two steps: whose postmortems they are, and what to do with existing ones, or how to start. */
export function stepsOf(folder: string, isThere: boolean): readonly string[] {
  const inFolder = folder === "." ? "here" : `in ${folder}`;
  if (!isThere)
    return [OWN_TERMS, `  2. pm new "What broke"      writes your first postmortem ${inFolder}.`];
  return [
    OWN_TERMS,
    "     pm taxonomy adopt        finds those that your postmortems name.",
    `  2. pm import                shows what pm understands of the postmortems ${inFolder}.`,
    "     pm show FILE             shows where each value of one comes from.",
    "     pm suggest               proposes skill gaps from their prose.",
  ];
}
