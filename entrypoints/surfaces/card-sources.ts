import { browser } from 'wxt/browser';
import { copyText } from '../../lib/copy-text.ts';
import { ask } from '../../lib/messages/client.ts';
import type { CardSources } from '../../lib/page/card-session.ts';
import type { Reading } from '../../lib/page/types.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import type { PageCards } from './page-cards.ts';

interface Wiring {
  reading: Reading;
  pageCards: PageCards;
  settings(): Settings;
}

/** What the cards of this page are made from and what their buttons have done, but for clippings. */
export function cardSources({ reading, pageCards, settings }: Wiring): Omit<CardSources, 'onSave' | 'clippedOf'> {
  return {
    cardOf: (ref) => pageCards.of(ref),
    settings,
    url: () => reading.article.canonical,
    onMute: async ({ pack, entity }, muted) => (await ask({ type: 'mute', entity: { pack, entity }, muted })).ok,
    mutable: !browser.extension.inIncognitoContext,
    onEdit: ({ pack, entity }) => void ask({ type: 'open', what: 'own-name', entity: { pack, entity } }),
    onDismiss: (mention) => reading.dismiss(mention),
    onSetDay: (day) => pageCards.setDay(day),
    onCopy: copyText,
  };
}
