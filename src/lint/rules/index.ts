import type { Rule } from "../define.ts";
import { actionDone } from "./action-done.ts";
import { actionDue } from "./action-due.ts";
import { actionOwner } from "./action-owner.ts";
import { actionOwnerPerson } from "./action-owner-person.ts";
import { actionStatus } from "./action-status.ts";
import { blameWord } from "./blame-word.ts";
import { canonicalTerm } from "./canonical-term.ts";
import { competencyUntagged } from "./competency-untagged.ts";
import { conflictMark } from "./conflict-mark.ts";
import { counterfactual } from "./counterfactual.ts";
import { directiveSyntax } from "./directive-syntax.ts";
import { directiveUnused } from "./directive-unused.ts";
import { documentEnd } from "./document-end.ts";
import { documentLong } from "./document-long.ts";
import { documentThin } from "./document-thin.ts";
import { draftUnverified } from "./draft-unverified.ts";
import { duplicateId } from "./duplicate-id.ts";
import { durationContradiction } from "./duration-contradiction.ts";
import { escalationCompetency } from "./escalation-competency.ts";
import { escalationContradiction } from "./escalation-contradiction.ts";
import { escalationReason } from "./escalation-reason.ts";
import { factContradiction } from "./fact-contradiction.ts";
import { factorsMissing } from "./factors-missing.ts";
import { fileUnreadable } from "./file-unreadable.ts";
import { frontmatterMissing } from "./frontmatter-missing.ts";
import { frontmatterSchema } from "./frontmatter-schema.ts";
import { frontmatterSyntax } from "./frontmatter-syntax.ts";
import { gapEvidence } from "./gap-evidence.ts";
import { gapKind } from "./gap-kind.ts";
import { gapMissing } from "./gap-missing.ts";
import { gapTagSyntax } from "./gap-tag-syntax.ts";
import { headingMisspelt } from "./heading-misspelt.ts";
import { milestoneContradiction } from "./milestone-contradiction.ts";
import { milestoneMissing } from "./milestone-missing.ts";
import { milestoneOffset } from "./milestone-offset.ts";
import { milestoneOrder } from "./milestone-order.ts";
import { notUnderstood } from "./not-understood.ts";
import { personNamed } from "./person-named.ts";
import { placeholderValue } from "./placeholder-value.ts";
import { promptUnanswered } from "./prompt-unanswered.ts";
import { publishedLate } from "./published-late.ts";
import { requiredFacts } from "./required-facts.ts";
import { reviewDate } from "./review-date.ts";
import { reviewMissing } from "./review-missing.ts";
import { severalIncidents } from "./several-incidents.ts";
import { signalMinimum } from "./signal-minimum.ts";
import { startedInFuture } from "./started-in-future.ts";
import { suggestionUnconfirmed } from "./suggestion-unconfirmed.ts";
import { tableColumns } from "./table-columns.ts";
import { teamIsPerson } from "./team-is-person.ts";
import { timeDoubt } from "./time-doubt.ts";
import { timelineOrder } from "./timeline-order.ts";
import { timelineUnreadable } from "./timeline-unreadable.ts";
import { unknownCause } from "./unknown-cause.ts";
import { unknownCompetency } from "./unknown-competency.ts";
import { unknownDetectionSource } from "./unknown-detection-source.ts";
import { unknownKey } from "./unknown-key.ts";
import { unknownKind } from "./unknown-kind.ts";
import { unknownOwner } from "./unknown-owner.ts";
import { unknownService } from "./unknown-service.ts";
import { unknownSeverity } from "./unknown-severity.ts";
import { unknownTeam } from "./unknown-team.ts";
import { unknownTrigger } from "./unknown-trigger.ts";
import { vagueAmount } from "./vague-amount.ts";
import { weekdayContradiction } from "./weekday-contradiction.ts";
import { wikiMarkup } from "./wiki-markup.ts";

const ALL = [
  actionDone,
  actionDue,
  actionOwner,
  actionOwnerPerson,
  actionStatus,
  blameWord,
  canonicalTerm,
  competencyUntagged,
  conflictMark,
  counterfactual,
  directiveSyntax,
  directiveUnused,
  documentEnd,
  documentLong,
  documentThin,
  draftUnverified,
  duplicateId,
  durationContradiction,
  escalationCompetency,
  escalationContradiction,
  escalationReason,
  factContradiction,
  factorsMissing,
  fileUnreadable,
  frontmatterMissing,
  frontmatterSchema,
  frontmatterSyntax,
  gapEvidence,
  gapKind,
  gapMissing,
  gapTagSyntax,
  headingMisspelt,
  milestoneContradiction,
  milestoneMissing,
  milestoneOffset,
  milestoneOrder,
  notUnderstood,
  personNamed,
  placeholderValue,
  promptUnanswered,
  publishedLate,
  requiredFacts,
  reviewDate,
  reviewMissing,
  severalIncidents,
  signalMinimum,
  startedInFuture,
  suggestionUnconfirmed,
  tableColumns,
  teamIsPerson,
  timeDoubt,
  timelineOrder,
  timelineUnreadable,
  unknownCause,
  unknownCompetency,
  unknownDetectionSource,
  unknownKey,
  unknownKind,
  unknownOwner,
  unknownService,
  unknownSeverity,
  unknownTeam,
  unknownTrigger,
  vagueAmount,
  weekdayContradiction,
  wikiMarkup,
] as const satisfies readonly Rule[];

/** The id of a rule. */
export type RuleId = (typeof ALL)[number]["id"];

/** Every rule, by id. */
export const RULES: readonly Rule<RuleId>[] = ALL;
