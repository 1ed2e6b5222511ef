import { render } from 'preact';
import { page } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CardSurface } from '../../../components/card/CardSurface.tsx';
import { WordsProvider } from '../../../components/shared/words.ts';
import type { Card } from '../../../lib/pack/card.ts';
import type { CardView } from '../../../lib/page/card-view.ts';
import { aCard, aView, noActions } from '../../support/card-fixture.ts';
import { english } from '../../support/words.ts';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const actions = { ...noActions, edit: vi.fn(), report: vi.fn() };
function draw(view: CardView): string {
  render(
    <WordsProvider value={english}>
      <CardSurface view={view} />
    </WordsProvider>,
    root,
  );
  return root.innerText.replace(/[\u2068\u2069]/g, '');
}
const ofCard = (change: Partial<Card>, expanded = false): CardView => ({ ...aView(aCard(change)), expanded, actions });

test('a card tells at first glance when its pack is the reader’s own, or from a file', () => {
  expect(draw(ofCard({ packOrigin: 'own' }))).toContain('One of your own names');
  expect(draw(ofCard({ packOrigin: 'imported', packTitle: 'The valley' }))).toContain('From “The valley”, a file you added');
  expect(draw(ofCard({ packTitle: 'Syria' }))).not.toMatch(/Syria\b.*file|own names/);
});

test('a card says which pack speaks and until when it knows', () => {
  expect(draw(ofCard({ packTitle: 'Syria and neighbours', packAsOf: '2026-03-10' }, true))).toContain('Syria and neighbours: facts checked to 10 Mar 2026');
});

test.each([false, true])('a card says at any size, and with no date or nothing since, that its knowledge is old (expanded: %s)', (expanded) => {
  const words = 'Nothing after 10 Mar 2026 is in this dataset.';
  const asOf = { day: '2022-09-23', basis: 'article', stale: true } as const;
  expect(draw(ofCard({ packAsOf: '2026-03-10', asOf }, expanded))).toContain(words);
  expect(draw(ofCard({ packAsOf: '2026-03-10', asOf, since: [] }, expanded))).toContain(words);
  expect(draw(ofCard({ packAsOf: '2026-03-10', asOf: { day: null, basis: 'none', stale: true }, since: [] }, expanded))).toContain(words);
  expect(draw(ofCard({ packAsOf: '2026-03-10', asOf: { ...asOf, stale: false } }, expanded))).not.toContain(words);
});

test('each statement can be reported, an entry of one’s own is edited instead', async () => {
  const card = aCard();
  draw(ofCard({}, true));
  await page.getByRole('button', { name: 'Report an error in this statement' }).first().click();
  expect(actions.report).toHaveBeenLastCalledWith(card.before[0]);
  await page.getByRole('button', { name: 'Report an error', exact: true }).click();
  expect(actions.report).toHaveBeenLastCalledWith(null);
  draw(ofCard({ packOrigin: 'own' }, true));
  await expect.element(page.getByRole('button', { name: /Report/ })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Edit' }).click();
  expect(actions.edit).toHaveBeenCalledOnce();
});

test('a report names entry, pack and version, day, article, statement and its sources', () => {
  const card = aCard({ packTitle: 'Syria', packVersion: '1.2.3' });
  const [statement] = card.before;
  const text = draw({ ...aView(), actions, subject: { is: 'report', card, statement: statement!, url: 'https://news.example/a', why: null } });
  for (const words of ['syria/hayat-tahrir-al-sham', 'Syria, version 1.2.3', '2022-09-23', 'https://news.example/a', statement!.text, statement!.id, statement!.sources[0]!.url]) expect(text).toContain(words);
});

test('a choice between bearers of two packs says whose each is', () => {
  const options = [aCard({ packTitle: 'Syria' }), aCard({ pack: 'my-names', packOrigin: 'own', packTitle: 'My names' })];
  const text = draw({ ...aView(), actions, subject: { is: 'choose', text: 'HTS', options, why: { code: 'undecided', detail: null } } });
  expect(text).toMatch(/Syria\. .*\n?.*One of your own names\. /s);
});

test('the summary is copied with the day it holds for and its sources', async () => {
  const copy = vi.fn();
  const card = aCard();
  draw({ ...ofCard({}, true), actions: { ...actions, copy } });
  await page.getByRole('button', { name: 'Copy with source' }).first().click();
  const [text] = copy.mock.calls[0]!;
  expect(text).toContain(`Hayat Tahrir al-Sham (As of 23 Sept 2022): ${card.summary!.text}`);
  for (const { url } of card.summary!.sources) expect(text).toContain(url);
});
