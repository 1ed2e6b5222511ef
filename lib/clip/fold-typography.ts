/**
 * A text with its typography evened out, for asking whether two texts are the same words: quotation marks, dashes,
 * ellipses, spaces, ligatures and invisible characters. Letters, digits, case and all other punctuation stay.
 */
export function foldTypography(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(invisible, '')
    .replace(/«\s|\s»|[“”„‟″«»]/g, '"')
    .replace(/[‘’‚‛′´`ʼ‹›]/g, "'")
    .replace(/\s*(?:[–—―−]|--)\s*|\s-\s/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+(?=[;:!?%])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Soft hyphen, zero-width and bidi controls, Arabic kashida: seen by no reader, moved about by every content system. */
export const invisible = /[\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
