import { bisectLeft, bisectRight } from "d3-array";
import type { EpochMs, Postmortem } from "../../core/postmortem.ts";
import type { Deploy } from "../../core/settings/deploy.ts";
import { isHiddenGroup } from "../../core/settings/stand-in-names.ts";
import { MS_PER_HOUR } from "../../core/time/milliseconds.ts";
import type { Stretch, Window } from "../../core/time/window.ts";
import { adjustedPValues } from "../../statistics/adjusted-p-values.ts";
import { compareRates, type Rate } from "../../statistics/compare-rates.ts";
import type { Comparison } from "../../statistics/comparison.ts";
import { LEVEL } from "../shared/share-change.ts";
import { exactStart } from "../trends/span.ts";

/** How long after a deploy an incident counts as following it, in hours. */
const WITHIN_HOURS = [1, 4, 24] as const;

/** Stands for every deploy and every incident, whatever their services. */
const ALL_SERVICES = "all services";

/** What followed deploys within some hours, beside all other time. */
export interface DeployRate {
  readonly service: string;
  readonly hours: number;
  /** Deploys that an incident followed, of those of which that is known. */
  readonly followed: number;
  readonly deploys: number;
  /** Incidents in the hours after deploys, and in these hours. */
  readonly after: Rate;
  /** Incidents at all other times, and in the hours of these. */
  readonly other: Rate;
  /** The files of the incidents after deploys. */
  readonly paths: readonly string[];
  /** Null where there are too few of either, or no other time. */
  readonly comparison: Comparison | null;
  /** The p value, adjusted for all rows; null where nothing is compared. */
  readonly p: number | null;
}

interface Started {
  readonly at: EpochMs;
  readonly path: string;
}

/** What rates of deploys are computed from. */
export interface DeployInput {
  readonly deploys: readonly Deploy[];
  readonly incidents: readonly Postmortem[];
  readonly window: Window;
  /** With fewer deploys or incidents, nothing is compared. */
  readonly fewest: number;
}

/** Hours of a stretch that lie within some time after one of the sorted deploys. */
function hoursAfter(times: readonly EpochMs[], within: number, { since, until }: Stretch): number {
  let covered = 0;
  let end = since;
  for (const at of times) {
    const from = Math.max(at, end);
    const to = Math.min(at + within, until);
    if (to > from) covered += to - from;
    end = Math.max(end, to);
  }
  return covered / MS_PER_HOUR;
}

type Uncompared = Omit<DeployRate, "p">;

function rateWithin(
  hours: number,
  service: string,
  times: readonly EpochMs[],
  incidents: readonly Started[],
  { window, fewest }: DeployInput,
): Uncompared {
  const within = hours * MS_PER_HOUR;
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  // The time in which both deploys and incidents are known.
  const span = {
    since: Math.max(first, window.since ?? first),
    // After the last deploy that is known, there may have been others.
    until: Math.min(last + within, window.until),
  };
  const seen = incidents.filter(({ at }) => at >= span.since && at < span.until);
  const starts = seen.map(({ at }) => at);
  const isAfter = ({ at }: Started) => {
    const before = times[bisectRight(times, at) - 1];
    return before !== undefined && at - before < within;
  };
  const known = times.filter((at) => at >= span.since && at + within <= window.until);
  const isFollowed = (at: EpochMs) => {
    const next = starts[bisectLeft(starts, at)];
    return next !== undefined && next - at < within;
  };
  const after = seen.filter(isAfter);
  const exposed = hoursAfter(times, within, span);
  const rest = Math.max(0, (span.until - span.since) / MS_PER_HOUR - exposed);
  const rates = {
    after: { count: after.length, exposure: exposed },
    other: { count: seen.length - after.length, exposure: rest },
  };
  const isEnough = seen.length >= fewest && known.length >= fewest && exposed > 0 && rest > 0;
  return {
    ...{ service, hours, ...rates, followed: known.filter(isFollowed).length },
    ...{ deploys: known.length, paths: after.map(({ path }) => path) },
    comparison: isEnough ? compareRates(rates.after, rates.other) : null,
  };
}

function startedOf(incidents: readonly Postmortem[]): readonly Started[] {
  const started = incidents.flatMap((incident) => {
    const at = exactStart(incident);
    return at === null ? [] : [{ at, path: incident.path }];
  });
  return started.toSorted((a, b) => a.at - b.at);
}

/** Deploys and incidents of one service, or of all. */
interface OfService extends Pick<DeployInput, "deploys" | "incidents"> {
  readonly service: string;
}

/** Services that have enough deploys and incidents for rows of their own, with these. */
function ofServices({ deploys, incidents, fewest }: DeployInput): readonly OfService[] {
  const named = [...new Set(deploys.flatMap(({ service }) => service ?? []))].toSorted();
  return named
    .filter((service) => !isHiddenGroup(service))
    .map((service) => ({
      service,
      deploys: deploys.filter((one) => one.service === service),
      incidents: incidents.filter(({ services }) =>
        services.some(({ value }) => value === service),
      ),
    }))
    .filter((own) => own.deploys.length >= fewest && own.incidents.length >= fewest);
}

/**
 * How often an incident starts within some hours of a deploy, beside how often at all other times: rates
 * per hour, compared by `compareRates`, adjusted over all rows after Benjamini and Hochberg. For all
 * services together, and for each that has enough deploys and incidents of its own.
 */
export function deployRates(input: DeployInput): readonly DeployRate[] {
  const { deploys, incidents } = input;
  if (deploys.length === 0) return [];
  const all = { service: ALL_SERVICES, deploys, incidents };
  const rows = [all, ...ofServices(input)].flatMap((own) => {
    const times = own.deploys.map(({ at }) => at).toSorted((a, b) => a - b);
    const started = startedOf(own.incidents);
    return WITHIN_HOURS.map((hours) => rateWithin(hours, own.service, times, started, input));
  });
  const compared = rows.filter(({ comparison }) => comparison !== null);
  const adjusted = adjustedPValues(compared.map(({ comparison }) => comparison?.p ?? 1));
  const byRow = new Map(compared.map((row, at) => [row, adjusted[at] ?? 1]));
  return rows.map((row) => ({ ...row, p: byRow.get(row) ?? null }));
}

/** Which way the rate after deploys differs by more than chance; null where that cannot be judged. */
export function tellsOf({ comparison, p }: DeployRate): "more often" | "less often" | null {
  if (comparison === null || p === null || p > LEVEL || comparison.direction === "same")
    return null;
  return comparison.direction === "higher" ? "more often" : "less often";
}
