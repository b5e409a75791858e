import { column, type ColumnOf } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Column } from "../../core/table.ts";

/**
 * How every report names an incident: by its title where there is room, and always by its id.
 * @param priority of the id
 * @param titlePriority of the title, which gives way before the id unless it is said otherwise
 */
export function incidentColumns<T>(
  incidentOf: (item: T) => Postmortem,
  priority: Column["priority"] = 1,
  titlePriority: Column["priority"] = priority === 1 ? 2 : 3,
): readonly ColumnOf<T>[] {
  return [
    column("title", "Title", "text", titlePriority, (item) => {
      return incidentOf(item).title?.value ?? null;
    }),
    {
      ...column<T>("incident", "Incident", "text", priority, (item) => incidentOf(item).id.value),
      isId: true,
    },
  ];
}
