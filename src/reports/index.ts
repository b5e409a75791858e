import { actions } from "./actions/actions.ts";
import { conditions } from "./conditions/conditions.ts";
import { coverage } from "./coverage/coverage.ts";
import type { AnyReport } from "./define.ts";
import { escalations } from "./escalations/escalations.ts";
import { gaps } from "./gaps/gaps.ts";
import { impact } from "./impact/impact.ts";
import { list } from "./list/list.ts";
import { plan } from "./plan/plan.ts";
import { review } from "./review/review.ts";
import { signal } from "./signal/signal.ts";
import { trends } from "./trends/trends.ts";
import { timeToDiagnose } from "./ttd/time-to-diagnose.ts";

/** Every report, in the order of the help text; each is a command. */
export const REPORTS: readonly AnyReport[] = [
  list,
  review,
  gaps,
  plan,
  escalations,
  coverage,
  timeToDiagnose,
  trends,
  conditions,
  actions,
  impact,
  signal,
];
