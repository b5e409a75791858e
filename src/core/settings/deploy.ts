import type { EpochMs } from "../postmortem.ts";

/** A change that was put into production, as an export tells of it. */
export interface Deploy {
  readonly at: EpochMs;
  /** The id of a service of the taxonomy; null where nobody says, or the taxonomy lists none such. */
  readonly service: string | null;
}
