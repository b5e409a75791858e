/** The arrows that people put between what was and what is, "SEV-2 → SEV-1", as alternatives of a pattern. */
export const ARROWS = "→|-{1,2}>|={1,2}>|⇒|➜|⟶|➔|➞";
