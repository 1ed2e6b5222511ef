import type { MessageName, Translate } from '../../lib/i18n.ts';

/** All that is said once the extension was updated or removed underneath a page. None has a value to fill in. */
const lastWords: readonly MessageName[] = ['clipNotSaved', 'clipGone', 'clipCopyText', 'clipCopied', 'clipDismiss'];

/** A translation that outlives the extension: the browser gives an orphaned script no sentence but throws, so that these are taken before, and of all else nothing is said. */
export function withLastWords(t: Translate): Translate {
  const kept = new Map(lastWords.map((name) => [name, t(name)]));
  return (name, ...values) => {
    const last = kept.get(name);
    if (last !== undefined) return last;
    try {
      return t(name, ...values);
    } catch {
      return '';
    }
  };
}
