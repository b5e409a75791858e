// Reads the documents of each team by weights that were learned from all other teams.
import { contextOf } from "../../build/project/project.js";
import { judgeMilestones, labelledMilestones, LEARNED, readPublic, teamOf } from "./labelled.mjs";
import { learnRows } from "./learn.mjs";
import { corpusSamples, publicSamples, writtenSamples } from "./samples.mjs";

/** Puts weights in the place of those that ship, for all that is read from now on. */
function useWeights(project, weights) {
  const shipped = contextOf(project).rowWeights();
  shipped.clear();
  for (const [name, own] of weights) shipped.set(name, own);
}

/** All samples to learn from, with the names of their teams. */
async function allSamples(folder) {
  const known = [...(await corpusSamples()), ...(await writtenSamples())];
  const found = [];
  for (const set of LEARNED) found.push(...(await publicSamples(set, folder)));
  return [...known, ...found];
}

/** How the milestones of each document of {@link LEARNED} are read without what its own team teaches. */
export async function judgeLeftOut(folder) {
  const samples = await allSamples(folder);
  const documents = LEARNED.flatMap((set) =>
    labelledMilestones(set).map((one) => ({ ...one, set })),
  );
  const judged = [];
  for (const team of new Set(documents.map(teamOf))) {
    const weights = learnRows(samples.filter((one) => one.team !== team));
    const own = documents.filter((one) => teamOf(one) === team);
    const read = await readPublic(
      own,
      folder,
      (document, postmortem) =>
        judgeMilestones(document, postmortem?.milestones ?? null).map((one) => ({
          ...one,
          ...{ set: document.set, file: `${document.repository}/${document.file}` },
        })),
      (project) => useWeights(project, weights),
    );
    judged.push(...read.flat());
  }
  return judged;
}
