import { dirname } from "node:path";
import {
  hasNumbersDateWithin,
  orderOfAll,
  ordersIn,
  orderWithin,
} from "../assemble/written/numbers-date.ts";
import type { ReadOrder } from "../core/time/calendar.ts";
import { readSources } from "../read/read-sources.ts";
import { findBeside, findOwn } from "./postmortem-files.ts";
import type { Project } from "./project.ts";

/** What one document tells of the order in which its folder writes day and month. */
export interface DateEvidence {
  /** The orders of its clear dates. */
  readonly orders: readonly ReadOrder[];
  /** Whether it has dates in numbers, and leaves their order to the others. */
  readonly isOpen: boolean;
}

/** What a document tells that nobody has read, or that nobody has to ask. */
export const NO_DATES: DateEvidence = { orders: [], isOpen: false };

/** What a text tells of the order in which its folder writes day and month. */
export function dateEvidence(text: string): DateEvidence {
  const isOpen = orderWithin(text) === null && hasNumbersDateWithin(text);
  return { orders: ordersIn(text), isOpen };
}

/** The documents of a project; of one without configuration, those in the folders of named files. */
async function filesAround(named: readonly string[], project: Project): Promise<readonly string[]> {
  if (project.config.path !== null) return (await findOwn(project))?.files ?? [];
  const folders = [...new Set(named.map((path) => dirname(path)))];
  const found = await Promise.all(folders.map((folder) => findBeside(folder, project)));
  return found.flatMap(({ files }) => files);
}

/**
 * The orders of the clear dates of a project's documents, without some of them, by absolute path.
 * @param named the files of which the order is asked; their folders are the project's that has no configuration.
 */
export async function ordersOfOthers(
  left: readonly string[],
  project: Project,
  named: readonly string[] = left,
): Promise<ReadonlySet<ReadOrder>> {
  const known = new Set(left);
  const others = (await filesAround(named, project)).filter((path) => !known.has(path));
  const orders = new Set<ReadOrder>();
  for await (const one of readSources(others, project.cwd)) {
    if (one.ok) for (const order of ordersIn(one.value.text)) orders.add(order);
  }
  return orders;
}

/**
 * How the dates of a project's folder are ordered, by what is read and, where that leaves a date open,
 * by its other documents: one document is read alone as it is among all.
 * @param others the orders of the other documents, asked for only where they decide.
 */
export async function orderOfFolder(
  evidence: readonly DateEvidence[],
  { config }: Project,
  others: () => Promise<ReadonlySet<ReadOrder>>,
): Promise<ReadOrder | null> {
  if (config.dateOrder !== null) return config.dateOrder;
  if (!evidence.some(({ isOpen }) => isOpen)) return null;
  const own = evidence.flatMap(({ orders }) => orders);
  return orderOfAll([...own, ...(await others())]);
}
