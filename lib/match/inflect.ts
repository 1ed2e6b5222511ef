import type { Alias, EntityType } from '../pack/schema.ts';

/**
 * Forms a name takes inside a sentence, whole name with changed words; nothing where the language does not inflect names
 * or the scan reads the ending off by itself (s, and whatever follows an apostrophe).
 */
export function inflect(text: string, lang: Alias['lang'], type: EntityType): string[] {
  switch (lang) {
    case 'tr': return inflectTurkish(text, type);
    case 'ku': return inflectKurmanji(text);
    case 'de': return inflectGerman(text);
    case 'fr': return text.match(/^\p{L}{4,}[^sx] (?:de|du|des|d’|d')/u) ? [text.replace(/^\p{L}+/u, '$&s')] : [];
    case 'ar': return inflectArabic(text);
    default: return [];
  }
}

const backVowels = 'aıouâû';
const roundVowels = 'oöuü';

/**
 * Case endings on a name written without apostrophe, as Turkish does for institutions and common nouns: after the
 * possessive of a compound ("Suriye ordusu", "ordusunun"), and plain ones on names written in lower case.
 */
function inflectTurkish(text: string, type: EntityType): string[] {
  if (type === 'person' || !/\s/.test(text)) return [];
  const lower = text.toLocaleLowerCase('tr');
  const vowel = [...lower].filter((letter) => 'aeıioöuüâîû'.includes(letter)).at(-1);
  if (vowel === undefined) return [];
  const a = backVowels.includes(vowel) ? 'a' : 'e';
  const i = backVowels.includes(vowel) ? (roundVowels.includes(vowel) ? 'u' : 'ı') : roundVowels.includes(vowel) ? 'ü' : 'i';
  if (/[ıiuü]$/.test(lower)) return [`n${i}n`, `n${i}`, `n${a}`, `nd${a}`, `nd${a}n`, `yl${a}`, `nd${a}ki`].map((ending) => lower + ending);
  if (/^\p{Lu}/u.test(text.split(/\s+/).at(-1) ?? '')) return [];
  const d = /[fstkçşhp]$/.test(lower) ? 't' : 'd';
  const plural = `l${a}r`;
  const many = a === 'a' ? 'ı' : 'i';
  return [`${i}n`, i, a, `${d}${a}`, `${d}${a}n`, plural, `${plural}${many}`, `${plural}${many}n`, `${plural}${a}`].map((ending) => lower + ending);
}

/** Oblique and construct endings, with the glide after a vowel. */
function inflectKurmanji(text: string): string[] {
  if (!/\p{L}{3,}$/u.test(text)) return [];
  const glide = /[aeêiîouû]$/i.test(text) ? 'y' : '';
  return ['ê', 'a', 'î', 'an', 'ên'].map((ending) => text + glide + ending);
}

/** Adjectives before the noun in every case, and the genitive of a noun after them ("Islamischen Staates") or before something ("Abkommens von Sotschi"). */
function inflectGerman(text: string): string[] {
  const words = text.split(' ');
  if (words.length < 2) return [];
  const forms: string[] = [];
  const isAdjective = (word: string, index: number): boolean => index < words.length - 1 && /^\p{L}{3,}(?:e|er|es|en)$/u.test(word) && /isch|lich|frei|ier|neu|intern|nation|geführt/i.test(word);
  if (words.some(isAdjective)) {
    const withEnding = (ending: string): string => words.map((word, index) => (isAdjective(word, index) ? word.replace(/(?:e|er|es|en)$/, ending) : word)).join(' ');
    for (const ending of ['e', 'en', 'er', 'es', 'em']) forms.push(withEnding(ending));
    if (/\p{Lu}\p{L}+[bdfgklmnprt]$/u.test(text)) forms.push(`${withEnding('en')}es`);
  }
  const joint = words.findIndex((word, index) => index > 0 && /^(?:von|der|des|für|zur|gegen)$/.test(word));
  if (joint > 0) for (const ending of ['s', 'es']) forms.push(words.map((word, index) => (index === joint - 1 ? word + ending : word)).join(' '));
  return forms;
}

/** Abu in its three cases, and the sound plural in its two. */
function inflectArabic(text: string): string[] {
  const forms: string[] = [];
  if (/(?<!\p{L})[أا]بو /u.test(text)) for (const abu of ['أبي', 'أبا']) forms.push(text.replace(/(?<!\p{L})[أا]بو /u, `${abu} `));
  if (/^ال\p{L}{3,}ون(?= |$)/u.test(text)) forms.push(text.replace(/ون(?= |$)/u, 'ين'));
  return forms;
}
