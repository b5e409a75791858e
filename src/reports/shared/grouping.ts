import { compareText } from "../../core/compare.ts";
import { UNKNOWN } from "../../core/postmortem.ts";

/** The group for values that a document does not state. */
export const NOT_STATED = "(not stated)";

/** The values without repeats, in order. */
export function uniqueTexts(values: Iterable<string>): readonly string[] {
  const unique = [...new Set(values)];
  return unique.length > 1 ? unique.sort(compareText) : unique;
}

function isKnown(value: string): boolean {
  return value !== UNKNOWN && value !== NOT_STATED;
}

/** The meaningful values: neither "unknown" nor not stated. */
export function knownTexts(values: Iterable<string>): readonly string[] {
  return uniqueTexts(values).filter(isKnown);
}

/** The same of the values of a list, most of which hold one. */
export function knownOf(values: readonly string[]): readonly string[] {
  const [only] = values;
  return values.length === 1 && only !== undefined && isKnown(only) ? values : knownTexts(values);
}

/** The values, or the group "not stated" for none. */
export function orNotStated(values: readonly string[]): readonly string[] {
  return values.length > 0 ? values : [NOT_STATED];
}

function addTo<T>(groups: Map<string, T[]>, name: string, item: T): void {
  const members = groups.get(name);
  if (members) members.push(item);
  else groups.set(name, [item]);
}

/** Items by each of their names; an item with several names is once in each of their groups. */
export function groupByEach<T>(
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const names = namesOf(item);
    for (const name of names.length > 1 ? uniqueTexts(names) : names) addTo(groups, name, item);
  }
  return groups;
}

/** Items by their one name. */
export function groupByOne<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) addTo(groups, nameOf(item), item);
  return groups;
}

/** The texts that some items have together, each once. */
export function eachOf<T>(
  items: readonly T[],
  textsOf: (item: T) => Iterable<string>,
): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const item of items) for (const text of textsOf(item)) texts.add(text);
  return texts;
}
