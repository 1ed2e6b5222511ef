/** Languages told by letters only they use, tried in order; then by script. */
const letters: readonly [lang: string, pattern: RegExp][] = [
  ['ku', /[ێۆڵڕڤ]/],
  ['ur', /[ٹڈڑےں]/],
  ['fa', /[پچژگ]/],
  ['ar', /\p{sc=Arabic}/u],
  ['uk', /[іїєґ]/i],
  ['ru', /[ыэё]/i],
  ['he', /\p{sc=Hebrew}/u],
  ['el', /\p{sc=Greek}/u],
  ['hy', /\p{sc=Armenian}/u],
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/u],
  ['ko', /\p{sc=Hangul}/u],
  ['zh', /\p{sc=Han}/u],
];
const arabicScript = /^(?:ar|fa|ur|ku|ckb|ps|sd|ug)$/;
/** Tags that mean a language of ours. */
const aliases: Record<string, string> = { iw: 'he', in: 'id', ckb: 'ku', kmr: 'ku', sdh: 'ku', no: 'nb' };

/**
 * The page's language, BCP 47 primary subtag: what it declares, unless its headline is in a script that language is not
 * written in (sites leave `lang="en"` on Arabic pages); then, or where nothing is declared, what the letters tell; else null.
 */
export function languageOf(declared: readonly (string | null)[], sample: string): string | null {
  const tag = declared.map((text) => text?.trim().toLowerCase().match(/^[a-z]{2,3}(?=$|[-_])/)?.[0]).find((text) => text !== undefined) ?? null;
  const lang = tag && (aliases[tag] ?? tag);
  const foreign = (sample.match(/[^\p{sc=Latin}\P{L}]/gu) ?? []).length * 2 > (sample.match(/\p{L}/gu) ?? []).length;
  const told = foreign ? (letters.find(([, pattern]) => pattern.test(sample))?.[0] ?? null) : null;
  if (lang === null) return told;
  const isArabicScript = arabicScript.test(told ?? '');
  if (isArabicScript && !arabicScript.test(lang)) return told;
  return foreign && told !== null && /^(?:en|fr|de|tr|es|it|pt)$/.test(lang) ? told : lang;
}

/** Whether a language is written from right to left, as far as `sample` does not say otherwise (Kurdish has two scripts). */
export function isRightToLeft(lang: string | null, sample: string): boolean {
  if (lang === 'ku') return /\p{sc=Arabic}/u.test(sample);
  return /^(?:ar|fa|he|ur|ps|sd|ug|yi|dv)$/.test(lang ?? '');
}
