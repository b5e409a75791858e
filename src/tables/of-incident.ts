import type { Fact } from "../core/postmortem.ts";
import { isCalendarDate } from "../core/time/calendar.ts";
import { type ExportedIncident, field, type FieldOf, type TableContext } from "./define.ts";

/** A part of an incident, with its place among its like, from 1. */
export interface Part<T> {
  readonly of: ExportedIncident;
  readonly position: number;
  readonly part: T;
}

/** The parts of all incidents, in the order of the documents. */
export function partsOf<T>(
  { incidents }: TableContext,
  listOf: (incident: ExportedIncident) => readonly T[],
): readonly Part<T>[] {
  return incidents.flatMap((of) => listOf(of).map((part, at) => ({ of, position: at + 1, part })));
}

/** The incident that a part belongs to. */
export function incidentOf<T>({ of }: Part<T>): ExportedIncident {
  return of;
}

/** The field that names the incident of a part. */
export function incidentKey<T>(): FieldOf<Part<T>> {
  return field("incident_key", "text", "The incident, as in incidents.", ({ of }) => of.key);
}

/** The key of a part: that of its incident, its kind and its place in the document. */
export function partKey<T>(kind: string): FieldOf<Part<T>> {
  return field(`${kind}_key`, "text", "Key: the incident, and the place in its document.", (part) =>
    keyOf(kind, part),
  );
}

/** The key of a part of an incident. */
export function keyOf<T>(kind: string, { of, position }: Part<T>): string {
  return `${of.key}/${kind}-${position}`;
}

/** A fact's value; null for none. */
export function valueOf<V extends string | number>(fact: Fact<V> | null): V | null {
  return fact && fact.value;
}

/** An ISO calendar date; null for whatever else was written. */
export function dateOf(fact: Fact<string> | null): string | null {
  return fact && isCalendarDate(fact.value) ? fact.value : null;
}
