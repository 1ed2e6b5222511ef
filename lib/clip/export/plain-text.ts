/** Text that every file format takes: lone surrogates replaced, control characters other than line breaks and tabs left out. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g, '');
}

/** The same on one line: breaks, tabs and runs of spaces are one space. No-break and other wide spaces stay what they are. */
export function plainLine(text: string): string {
  return plainText(text).replace(/[\t\n\r \u0085\u2028\u2029]+/g, ' ').trim();
}
