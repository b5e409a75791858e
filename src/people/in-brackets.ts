/** What stands in brackets behind a name, as the pattern of a role or a team: "Ada (SRE)". */
export const IN_BRACKETS = String.raw` \([^()\n]{1,30}\)`;
