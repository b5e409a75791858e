import { caseFramework } from "./case.ts";
import { cultureAmp } from "./culture-amp.ts";
import { fifteenFive } from "./fifteen-five.ts";
import { learning360 } from "./learning-360.ts";
import { moodle } from "./moodle.ts";
import { openEdx } from "./openedx.ts";
import { serviceNow } from "./servicenow.ts";

/** Every format that competencies are handed over in. */
export const VENDORS = [
  moodle,
  learning360,
  serviceNow,
  fifteenFive,
  cultureAmp,
  openEdx,
  caseFramework,
] as const;

export type VendorName = (typeof VENDORS)[number]["name"];
