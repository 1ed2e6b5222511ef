/** What `::highlight()` rules may be for: all of a page, an article's element by its name, an element by a plain id, or what has a plain name within one of these. Nothing else of a page's making gets into a style sheet. */
export const styleScope = /^(?::root|article|main|#[A-Za-z_][\w-]{0,79})(?: [a-z][a-z0-9]{0,15})?$/;
/** A text with more kinds of blocks gets rules for the element around it. */
export const styleScopesAtMost = 20;
