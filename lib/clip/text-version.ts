/** The text a position counts in: `gather.ts` as of this number. Raise it when gathering changes what a page's text is. */
export const textVersion = 1;
