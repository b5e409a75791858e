import type { Actor } from "./define.ts";

/** A name as it is compared with others. */
export function plainName(name: string): string {
  return name.trim().replace(/^@/, "").toLowerCase();
}

/** Whether two are known by a name that they share. */
export function shareName(one: Actor | null, other: Actor | null): boolean {
  if (one === null || other === null) return false;
  const names = new Set(one.names.map(plainName));
  return other.names.some((name) => names.has(plainName(name)));
}

/** Addresses, and whole names: of these, tools use the same for one person. */
const COMPARABLE = [/^[^\s@]+@[^\s@]+$/u, /^\S+ .*\S$/u];

/** Whether two are known not to be one: they share no name, and both have names that can be compared. */
export function areOthers(one: Actor | null, other: Actor | null): boolean {
  if (one === null || other === null || shareName(one, other)) return false;
  const has = ({ names }: Actor, form: RegExp) => names.some((name) => form.test(name.trim()));
  return COMPARABLE.some((form) => has(one, form) && has(other, form));
}
