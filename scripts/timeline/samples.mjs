// The timelines in which people marked the rows of milestones, as pm sees them: what the chooser of rows
// learns from.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { rowsByCues } from "../../build/assemble/milestones/by-cues.js";
import { rowsOfTimeline } from "../../build/assemble/milestones/milestones.js";
import { noneFeatures, rowFeatures } from "../../build/assemble/milestones/row-features.js";
import { firstStory } from "../../build/assemble/milestones/rows.js";
import { WEIGHED } from "../../build/core/settings/row-weights.js";
import { RULES } from "../../build/lint/rules/index.js";
import { openProject } from "../../build/project/project.js";
import { readFolder } from "../../build/project/read-postmortems.js";
import { readAlone } from "../read-alone.mjs";
import { labelledMilestones, readPublic, teamOf } from "./labelled.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CORPORA = join(ROOT, "../shared/corpora");
const WRITTEN = ["formats", "templates", "times"];
/** Of the same line, or of an instant as near as this, rows are the same. */
const SAME_MS = 60_000;
/** Documents that were written to test pm, and those that it was changed with, teach half as much. */
const OF_KNOWN = 0.5;

/** Which rows each milestone's places are, as indexes; the one behind the last row where it is not told. */
function truthOf(rows, told, unjudged) {
  return new Map(
    WEIGHED.flatMap((name) => {
      const places = told.get(name);
      if (!places) return unjudged.includes(name) ? [] : [[name, [rows.length]]];
      const found = rows.flatMap(({ at, isDay, range }, index) => {
        const isOne = places.some(
          (place) =>
            place.line === range.start.line ||
            (at !== null && !isDay && Math.abs(at - Date.parse(place.at)) <= SAME_MS),
        );
        return isOne ? [index] : [];
      });
      return found.length === 0 ? [] : [[name, found]];
    }),
  );
}

function sampleOf(postmortem, vocabulary, { team, told, unjudged, weight }) {
  if (!postmortem?.timeline || postmortem.language !== undefined) return [];
  const all = rowsOfTimeline(postmortem.timeline, vocabulary);
  const rows = firstStory(all);
  if (rows.length < 2) return [];
  const byCues = rowsByCues(all, vocabulary);
  const features = [...rowFeatures(rows, byCues), noneFeatures(rows, byCues)];
  return [{ team, weight, rows: features, truth: truthOf(rows, told, unjudged) }];
}

/** Timelines of public documents of a set of labels. */
export async function publicSamples(set, folder) {
  const samples = await readPublic(
    labelledMilestones(set),
    folder,
    (document, postmortem, project) => {
      const { told, unjudged } = document;
      const label = { team: teamOf(document), told, unjudged, weight: 1 };
      return sampleOf(postmortem, project.vocabulary, label);
    },
  );
  return samples.flat();
}

/** Timelines of the teams beside the project; none where they are not there. */
export async function corpusSamples() {
  if (!existsSync(CORPORA)) return [];
  const folder = join(ROOT, "test/eval/timeline");
  const documents = readdirSync(folder)
    .filter((name) => existsSync(join(CORPORA, name.replace(/\.yaml$/, ""))))
    .flatMap((name) => parse(readFileSync(join(folder, name), "utf8")).documents);
  const project = await openProject({ cwd: CORPORA, dir: CORPORA, configPath: null }, RULES);
  const paths = documents.map(({ file }) => join(CORPORA, file));
  const { postmortems } = await readFolder(project, paths, ["everything"]);
  const byPath = new Map(postmortems.map((postmortem) => [postmortem.path, postmortem]));
  return documents
    .filter(({ precision }) => precision !== "day")
    .flatMap((document) => {
      const told = WEIGHED.flatMap((name) => (document[name] ? [[name, [document[name]]]] : []));
      const [team] = document.file.split("/");
      // Nobody looked for mitigations in these.
      const unjudged = ["mitigated"];
      const label = { team, told: new Map(told), unjudged, weight: OF_KNOWN };
      return sampleOf(byPath.get(document.file), project.vocabulary, label);
    });
}

/** Timelines of the documents that were written to test pm. */
export async function writtenSamples() {
  const found = [];
  for (const folder of WRITTEN.map((name) => join(ROOT, "test/eval", name))) {
    for (const expected of readdirSync(folder).filter((name) => name.endsWith(".expected.yaml"))) {
      const { times } = parse(readFileSync(join(folder, expected), "utf8"));
      if (!times) continue;
      const name = expected.replace(/\.expected\.yaml$/, "");
      const told = WEIGHED.flatMap((one) => {
        const at = times[one] instanceof Date ? times[one].toISOString() : times[one];
        return typeof at === "string" && at.includes("T") ? [[one, [{ at }]]] : [];
      });
      const { document, project } = await readAlone(folder, name);
      const unjudged = WEIGHED.filter((one) => times[one] !== null);
      const label = { team: "written", told: new Map(told), unjudged, weight: OF_KNOWN };
      found.push(...sampleOf(document, project.vocabulary, label));
    }
  }
  return found;
}
