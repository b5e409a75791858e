import { orderOfAll } from "../assemble/written/numbers-date.ts";
import type { EpochMs } from "../core/postmortem.ts";
import { ordersOfOthers } from "../project/date-order.ts";
import type { Project } from "../project/project.ts";
import type { TimeReading } from "../sources/define.ts";
import { writtenTimes } from "./written-times.ts";

/**
 * Reads exports with the order of day and month of `pm.yaml`. Where that leaves a date open, they are read
 * again with the order that the project's own documents have, if these have one.
 * @param start when the incident started, where the user says so.
 */
export async function readWithFolderOrder<Read>(
  project: Project,
  start: EpochMs | null,
  read: (times: TimeReading) => Promise<Read>,
): Promise<Read> {
  const { vocabulary, config } = project;
  const unclear = { count: 0 };
  const onUnclear = () => {
    unclear.count += 1;
  };
  const { timeZone, dateOrder } = config;
  const context = { vocabulary, timeZone, dateOrder, start, onUnclear };
  const first = await read(writtenTimes(context));
  if (unclear.count === 0) return first;
  const order = orderOfAll([...(await ordersOfOthers([], project))]);
  return order === null ? first : read(writtenTimes({ ...context, dateOrder: order }));
}
