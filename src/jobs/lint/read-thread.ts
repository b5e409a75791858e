import { parentPort, workerData } from "node:worker_threads";
import { takePortion } from "../../core/portions.ts";
import type { FactName } from "../../core/postmortem.ts";
import { RULES } from "../../lint/rules/index.ts";
import { contextOf, openProject, type Project } from "../../project/project.ts";
import { type FileAnswer, type FileTask, type OneReader, readOne } from "../../project/read-one.ts";
import { factsToKeep, type Identified, type WhatToKeep } from "../../project/read-postmortems.ts";
import type { RemoteReading, ThreadAnswer, ThreadStart } from "../../project/read-remotely.ts";
import { findingsToKeep, linterByKey } from "./lint.ts";

function whatToKeep({ sort, by }: RemoteReading, project: Project): WhatToKeep<Identified> {
  if (sort === "findings") return findingsToKeep(linterByKey(project, by, RULES));
  // The main thread has them from a report.
  return factsToKeep(project, by as readonly FactName[]);
}

/** The answer for a file; null where the main thread, which has a larger stack, is to decide. */
function answerTo(task: FileTask, reader: OneReader<Identified>): FileAnswer<Identified> | null {
  const answer = readOne(task, reader);
  if (answer.state !== "read") return answer;
  const { hash, dates, result } = answer;
  if (result !== null && "unreadable" in result) return null;
  return { state: "read", hash, dates, result };
}

/** Reads files of one project, a portion of those that are left after the other, and tells what became of each. */
async function answerAll(): Promise<void> {
  // The main thread starts this program with it.
  const { location, reading, tasks, portions } = workerData as ThreadStart;
  const project = await openProject(location, RULES);
  const reader = { context: contextOf(project), ...whatToKeep(reading, project) };
  const { setupKey } = project;
  for (let portion = takePortion(portions); portion; portion = takePortion(portions)) {
    const { from, to } = portion;
    const answers = tasks.slice(from, to).map((task) => answerTo(task, reader));
    parentPort?.postMessage({ setupKey, from, answers } satisfies ThreadAnswer);
  }
  parentPort?.postMessage(null);
}

/** Resolves once nothing is left to read. */
export const done = answerAll();
