import type { ListingTexts } from "../../people/listing.ts";
import { namedInProse } from "./first-named.ts";
import type { NameTest } from "./name-test.ts";
import { bracketedNicks, nicksIn } from "./nicks.ts";
import { pagedNames, roleLogins } from "./role-logins.ts";
import { signedNames } from "./signed.ts";
import { inTranscripts } from "./transcripts.ts";

/** Whom a text names wherever that stands: who signs, speaks, or acts in its prose. */
export function namedInText(test: NameTest): ListingTexts {
  const isFirst = (nick: string) => test.isFirstName(nick) && !test.isKnown(nick);
  const all = [signedNames(test), namedInProse(test), inTranscripts(test)];
  return {
    people: [
      ...all.flatMap(({ people }) => people),
      ...nicksIn(test.text, test.vocabulary),
      ...bracketedNicks(test.text).filter((nick) => isFirst(nick)),
      ...roleLogins(test),
      ...pagedNames(test),
    ],
    owners: all.flatMap(({ owners }) => owners),
  };
}
