/** What `::highlight()` rules may be for: all of a page, an article's element by its name, or an element by a plain id. Nothing else of a page's making gets into a style sheet. */
export const styleScope = /^(?::root|article|main|#[A-Za-z_][\w-]{0,79})$/;
