import { dirname, relative, resolve, sep } from "node:path";
import { isoDate } from "../../../core/calendar.ts";
import { UsageError } from "../../../core/errors.ts";
import { redactPeople } from "../../../core/people.ts";
import type { SimilarIncident } from "../../../jobs/template.ts";
import { closestTo } from "../../../likeness/closest.ts";
import { likenessDocuments } from "../../../likeness/documents.ts";
import type { Project } from "../../../project/project.ts";
import { type ReadFolder, readFolder } from "../../../project/read-postmortems.ts";
import type { Io } from "../../io.ts";
import { wordsOf } from "../../likeness.ts";
import { progressOn } from "../../messages.ts";
import type { Answers } from "./answers.ts";

const MOST = 3;

/** The documents of a project; null where it has none yet: the new document may be the first. */
async function readIncidents(project: Project, io: Io): Promise<ReadFolder | null> {
  try {
    return await readFolder(project, [], ["everything", "prose"], progressOn(io));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return null;
  }
}

/**
 * The incidents of a project that are most similar to what is known about a new one.
 * @param path of the new document, absolute: links are relative to it.
 */
export async function similarIncidents(
  { title, services }: Answers,
  path: string,
  project: Project,
  io: Io,
): Promise<readonly SimilarIncident[]> {
  const read = await readIncidents(project, io);
  if (read === null) return [];
  const readWords = wordsOf(read, project);
  const others = read.postmortems.filter((one) => resolve(io.cwd, one.path) !== path);
  const text = [title, ...services].join(" ");
  const closest = closestTo(text, likenessDocuments(others, readWords), { readWords, most: MOST });
  return closest.map(({ incident }) => {
    const { started } = incident.milestones;
    const way = relative(dirname(path), resolve(io.cwd, incident.path));
    return {
      title: redactPeople(incident.title?.value ?? incident.id.value),
      path: way.split(sep).join("/"),
      date: started && isoDate(started.value, project.config.timeZone),
    };
  });
}
