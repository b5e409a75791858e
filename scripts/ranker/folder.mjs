// What a folder's own tags add: the classifier of pm suggest, trained on some of a folder's gaps and judged
// on documents that it did not learn from.
import { trainClassifier } from "../../build/suggest/classifier.js";
import { LIKELY } from "../../build/suggest/define.js";
import { stemNumbers } from "../../build/suggest/stem-numbers.js";

const FOLDS = 5;

/** Which fifth each document is in. */
function foldOfDocuments(samples) {
  const files = [...new Set(samples.map(({ file }) => file))].toSorted();
  return new Map(files.map((file, index) => [file, index % FOLDS]));
}

/** Documents, in order, until they have so many gaps. */
function firstGaps(samples, most) {
  const chosen = [];
  let [gaps, file] = [0, null];
  for (const one of samples) {
    if (gaps >= most && one.file !== file) break;
    file = one.file;
    chosen.push(one);
    if (one.kind !== null) gaps += 1;
  }
  return chosen;
}

/** What of a document a classifier learns from. */
function documentOf(path, seen) {
  const confirmed = seen.filter(({ gap }) => gap !== null);
  const others = seen.filter(({ gap }) => gap === null);
  return { path, confirmed, others: others.length, otherAt: (nth) => others[nth] };
}

/**
 * What a classifier finds that has learned from about so many gaps, and whether `isFound` finds a sentence
 * without it; `priorOf` is what others teach of a sentence, in logits.
 */
export function judgeFolder(samples, { tags, priorOf, isFound, isStopWord }) {
  const folds = foldOfDocuments(samples);
  const { numberOf, stemOf } = stemNumbers();
  const seenOf = (one) => ({
    stems: Uint32Array.from(one.stems, numberOf),
    prior: priorOf(one),
    gap: one.kind === null ? null : one,
  });
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const others = samples.filter(({ file }) => folds.get(file) !== fold);
    const chosen = firstGaps(others, tags);
    const files = [...new Set(chosen.map(({ file }) => file))];
    const learnFrom = files.map((file) =>
      documentOf(file, chosen.filter((one) => one.file === file).map(seenOf)),
    );
    const classify = tags === 0 ? null : trainClassifier(learnFrom, { stemOf, isStopWord });
    return samples
      .filter(({ file }) => folds.get(file) === fold)
      .map((one) => {
        const isLike = classify !== null && classify(seenOf(one)).probability >= LIKELY;
        return { ...one, p: isLike || isFound(one) ? 1 : 0 };
      });
  });
}
