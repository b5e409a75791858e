import { counted } from "../../../core/counted.ts";
import type { LanguageModel } from "../../../core/settings/language-model.ts";
import type { Draft } from "../../../jobs/new/draft.ts";
import {
  type DraftedAnswer,
  draftWording,
  type WordingRequest,
  wordingRequest,
} from "../../../jobs/new/draft-wording.ts";
import type { DraftedWording } from "../../../jobs/new/drafted-text.ts";
import type { Project } from "../../../project/project.ts";
import type { Io } from "../../io.ts";
import { openModel, showPrompts } from "../../language-model.ts";

/** What became of the request for a first wording. */
export interface AskedWording {
  /** Null where there is none of use. */
  readonly wording: DraftedWording | null;
  /** Whether the model could not be asked. */
  readonly isFailed: boolean;
}

async function reportWording(
  { wording: { model, summary, factors }, dropped }: DraftedAnswer,
  io: Io,
): Promise<void> {
  const what = `${counted(summary.length, "sentence")} of the summary and ${counted(factors.length, "factor")}`;
  await io.say(`Drafted by the language model ${model}, each marked unverified: ${what}.`);
  if (dropped.size === 0) return;
  const total = [...dropped.values()].reduce((sum, count) => sum + count, 0);
  const whys = [...dropped].map(([why, count]) => `${why} (${count})`).join(", ");
  await io.warn(`${counted(total, "sentence")} of the model dropped: ${whys}`);
}

async function ask(request: WordingRequest, path: string, io: Io): Promise<AskedWording> {
  const asker = await openModel(request.model, 1, io);
  io.show("asking the language model …");
  const answer = await draftWording(request, asker).finally(() => {
    io.show("");
  });
  if (answer.ok) {
    await reportWording(answer.value, io);
    return { wording: answer.value.wording, isFailed: false };
  }
  const { message, isLasting } = answer.why;
  await io.warn(`${path}: written without a first wording by the language model: ${message}`);
  return { wording: null, isFailed: isLasting };
}

/** What a first wording is for. */
export interface DocumentToWord {
  readonly title: string;
  /** As shown. */
  readonly path: string;
  /** Whether it is only shown what would be sent. */
  readonly isShown: boolean;
}

/**
 * Asks a language model for the first wording of a draft.
 * @returns null where it was only shown what would be sent.
 */
export async function askWording(
  { exports: { rows } }: Draft,
  model: LanguageModel,
  { title, path, isShown }: DocumentToWord,
  project: Project,
  io: Io,
): Promise<AskedWording | null> {
  const request = wordingRequest(title, rows, model, project);
  if (request.left > 0) {
    await io.note(
      `the language model is not shown ${counted(request.left, "row")} in the middle of the timeline: it is too long`,
    );
  }
  if (!isShown) return ask(request, path, io);
  await showPrompts(model, [request.sent], io);
  return null;
}
