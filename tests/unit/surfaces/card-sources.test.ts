import { expect, test, vi } from 'vitest';
import { cardSources } from '../../../entrypoints/surfaces/card-sources.ts';
import type { PageCards } from '../../../entrypoints/surfaces/page-cards.ts';
import type { Reading } from '../../../lib/page/types.ts';
import { defaultSettings } from '../../../lib/settings/default-settings.ts';
import { aMention } from '../../support/card-fixture.ts';

vi.mock('wxt/browser', () => ({ browser: { extension: { inIncognitoContext: false }, runtime: { sendMessage: () => Promise.resolve({ ok: false, reason: 'storage-full' }) } } }));

const dismiss = vi.fn();
const sources = cardSources({ reading: { dismiss } as unknown as Reading, pageCards: {} as PageCards, settings: () => defaultSettings });

test('tells the reading of a name that is none of what was offered', () => {
  sources.onDismiss(aMention);
  expect(dismiss).toHaveBeenCalledExactlyOnceWith(aMention);
});

test('says of a name that it is muted only where that was stored', async () => {
  expect(await sources.onMute(aMention, true)).toBe(false);
});
