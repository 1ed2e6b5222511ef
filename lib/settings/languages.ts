/** The languages of the interface, each under its own name; these names are the same in every language. */
export const languageNames = {
  en: 'English',
  ar: 'العربية',
  tr: 'Türkçe',
  ku: 'Kurmancî',
  de: 'Deutsch',
  fr: 'Français',
  ru: 'Русский',
} as const;
export type Language = keyof typeof languageNames;
export const languages = Object.keys(languageNames) as Language[];

/** A locale file, by message name. */
export type Sentences = Readonly<Record<string, { message: string }>>;

/** A sentence with its `$1`…`$9` filled in, as the browser does it; empty where the file has none of that name. */
export function fillIn(sentences: Sentences, name: string, values: readonly (string | number)[]): string {
  return (sentences[name]?.message ?? '').replace(/\$(\d)/g, (_, index: string) => String(values[Number(index) - 1] ?? ''));
}

/**
 * The language whose sentences must be fetched; null: those the browser gives are right. `chosen` is the reader's setting,
 * `accepted` the browser's list of languages for web pages, `given` the language of the sentences the browser gives.
 * No browser has an interface in Kurmanji, so that readers ask for it in that list: there, first means wanted.
 */
export function languageToFetch(chosen: Language | 'auto', accepted: readonly string[], given: string): Language | null {
  const asked = languages.find((language) => language === chosen) ?? (/^(ku|kmr)\b/i.test(accepted[0] ?? '') ? 'ku' : null);
  return asked === given.split('-')[0] ? null : asked;
}
