import type { MessageName, Translate } from '../../lib/i18n.ts';
import { fillIn } from '../../lib/settings/languages.ts';

/** All that is said once the extension was updated or removed underneath a page. */
const lastWords = [
  ...['Zero', 'One', 'Two', 'Few', 'Many', 'Other'].map((form) => `clipNotSaved${form}`),
  ...['clipNotRemoved', 'clipStillThere', 'clipFull', 'clipFailed', 'clipRetry', 'clipGone', 'clipCopyText', 'clipCopied', 'clipDismiss', 'popupNotStored'],
];

/** A translation that outlives the extension: the browser gives an orphaned script no sentence but throws, so that these are taken before, and of all else nothing is said. */
export function withLastWords(t: Translate): Translate {
  // Each number is filled in later: until then it stands for itself.
  const kept = Object.fromEntries(lastWords.map((name) => [name, { message: t(name as MessageName, '$1') }]));
  return (name, ...values) => {
    if (Object.hasOwn(kept, name)) return fillIn(kept, name, values);
    try {
      return t(name, ...values);
    } catch {
      return '';
    }
  };
}
