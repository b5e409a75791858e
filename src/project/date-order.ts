import {
  hasNumbersDate,
  orderOfAll,
  ordersIn,
  orderWithin,
} from "../assemble/written/numbers-date.ts";
import type { ReadOrder } from "../core/calendar.ts";
import { readSources } from "../read/read-sources.ts";
import { findOwn } from "./postmortem-files.ts";
import type { Project } from "./project.ts";

/** What one document tells of the order in which its folder writes day and month. */
export interface DateEvidence {
  /** The orders of its clear dates. */
  readonly orders: readonly ReadOrder[];
  /** Whether it has dates in numbers, and leaves their order to the others. */
  readonly isOpen: boolean;
}

/** What a text tells of the order in which its folder writes day and month. */
export function dateEvidence(text: string): DateEvidence {
  const isOpen = hasNumbersDate(text) && orderWithin(text) === null;
  return { orders: ordersIn(text), isOpen };
}

/**
 * How the dates of a project's folder are ordered, by what is read and, where that leaves a date open,
 * by its other documents: one document is read alone as it is among all.
 * @param read absolute paths of the documents that the evidence is of.
 */
export async function orderOfFolder(
  evidence: readonly DateEvidence[],
  read: readonly string[],
  project: Project,
): Promise<ReadOrder | null> {
  const { config, cwd } = project;
  if (config.dateOrder !== null) return config.dateOrder;
  if (!evidence.some(({ isOpen }) => isOpen)) return null;
  const own = evidence.flatMap(({ orders }) => orders);
  const found = await findOwn(project);
  const known = new Set(read);
  const orders = new Set(own);
  const others = (found?.files ?? []).filter((path) => !known.has(path));
  for await (const one of readSources(others, cwd)) {
    if (one.ok) for (const order of ordersIn(one.value.text)) orders.add(order);
  }
  return orderOfAll(orders);
}
