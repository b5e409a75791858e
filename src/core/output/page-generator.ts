/** What every page that pm writes names as its maker, so that none is taken for a document. */
export const PAGE_GENERATOR = "pm (postmortem-signal)";
