import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EntityRef, Mention } from '../../../lib/match/types.ts';
import { CardSession, type CardSources, type Choices } from '../../../lib/page/card-session.ts';
import type { CardView } from '../../../lib/page/card-view.ts';
import type { Card } from '../../../lib/pack/card.ts';
import { defaultSettings } from '../../../lib/settings/default-settings.ts';
import { aCard, aMention } from '../../support/card-fixture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const cardNamed = ({ entity, pack }: EntityRef) => aCard({ entity, pack, name: `The ${entity}` });

function open(change: Partial<CardSources> = {}, mention: Mention = aMention, choices: Choices = new Map()) {
  const views: CardView[] = [];
  const did: string[] = [];
  const sources: CardSources = {
    cardOf: cardNamed,
    settings: () => defaultSettings,
    url: () => 'https://example.org/news',
    clippedOf: () => 0,
    onSave: () => Promise.resolve(true),
    onEdit: ({ entity }) => void did.push(`edit ${entity}`),
    onMute: async ({ entity }, muted) => did.push(`${muted ? 'mute' : 'unmute'} ${entity}`) > 0,
    mutable: true,
    onDismiss: () => void did.push('dismiss'),
    onSetDay: () => Promise.resolve(),
    onCopy: () => Promise.resolve(true),
    ...change,
  };
  const hooks = { draw: (view: CardView) => views.push(view), close: () => void did.push('close'), pin: (on: boolean) => void did.push(`pin ${on}`), hold: (ms: number) => void did.push(`hold ${ms}`) };
  const session = new CardSession(mention, 'HTS', sources, hooks, { choices, sheet: false, pinned: false });
  session.start();
  return { session, views, did, choices, now: () => views.at(-1)!, actions: views[0]!.actions };
}

const nameNow = (view: CardView) => (view.subject.is === 'card' ? view.subject.card.name : view.subject.is);
const unsure: Mention = { ...aMention, sure: 'choose', options: [{ pack: 'syria', entity: 'a' }, { pack: 'syria', entity: 'b' }], why: { code: 'undecided', detail: null } };

test('draws a card that is there at once, without waiting', () => {
  const { views } = open();
  expect(views).toHaveLength(1);
  expect(nameNow(views[0]!)).toBe('The hayat-tahrir-al-sham');
});

test('shows the name at once, that something is coming after 150 ms, then the card', async () => {
  const coming = Promise.withResolvers<Card | null>();
  const { views, now } = open({ cardOf: () => coming.promise });
  expect(now().subject).toMatchObject({ is: 'loading', name: 'HTS', slow: false });
  vi.advanceTimersByTime(149);
  expect(views).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(now().subject).toMatchObject({ slow: true });
  coming.resolve(aCard());
  await coming.promise;
  await Promise.resolve();
  expect(now().subject.is).toBe('card');
});

test.each([
  ['has no such card', () => null],
  ['comes back without one', () => Promise.resolve(null)],
  ['breaks', () => Promise.reject(new Error('gone'))],
])('says so when the background %s, and tries again when asked', async (_, cardOf) => {
  let works = false;
  const { now } = open({ cardOf: (ref) => (works ? cardNamed(ref) : cardOf()) });
  await vi.advanceTimersByTimeAsync(1);
  expect(now().subject).toMatchObject({ is: 'failed', name: 'HTS' });
  works = true;
  now().actions.retry();
  expect(now().subject.is).toBe('card');
});

test('draws nothing any more once it has ended', async () => {
  const coming = Promise.withResolvers<Card | null>();
  const { session, views } = open({ cardOf: () => coming.promise });
  session.end();
  coming.resolve(aCard());
  await vi.advanceTimersByTimeAsync(1000);
  expect(views).toHaveLength(1);
});

test('walks through related names as a browser does', () => {
  const { session, now, actions } = open();
  actions.open({ pack: 'syria', entity: 'idlib' });
  actions.open({ pack: 'syria', entity: 'afrin' });
  expect([nameNow(now()), now().back, now().forward]).toEqual(['The afrin', 'The idlib', null]);
  session.go(-1);
  expect([nameNow(now()), now().back, now().forward]).toEqual(['The idlib', 'The hayat-tahrir-al-sham', 'The afrin']);
  actions.open({ pack: 'syria', entity: 'sochi' });
  expect(now().forward).toBeNull();
  session.go(-1);
  session.go(-1);
  session.go(-1);
  expect(nameNow(now())).toBe('The hayat-tahrir-al-sham');
});

test('keeps each name’s own growth on the way back', () => {
  const { now, actions } = open();
  actions.expand(true);
  actions.open({ pack: 'syria', entity: 'idlib' });
  expect(now().expanded).toBe(false);
  actions.back();
  expect(now().expanded).toBe(true);
});

test('says why only of the name the article itself matched', () => {
  const { now, actions } = open();
  expect(now().subject).toMatchObject({ why: aMention.why });
  actions.open({ pack: 'syria', entity: 'idlib' });
  expect(now().subject).toMatchObject({ why: null });
});

test('lets the reader choose between readings, and remembers it for the page', () => {
  const { now, actions, choices } = open({}, unsure);
  expect(now().subject).toMatchObject({ is: 'choose', text: 'HTS', options: [{ entity: 'a' }, { entity: 'b' }] });
  actions.choose({ pack: 'syria', entity: 'b' });
  expect([nameNow(now()), now().back]).toEqual(['The b', 'HTS']);
  expect(nameNow(open({}, unsure, choices).now())).toBe('The b');
});

test('takes "something else" for an answer', () => {
  const { did, actions } = open({}, unsure);
  actions.choose(null);
  expect(did).toEqual(['dismiss', 'close']);
});

test('says "Saved" only when it has been stored, and says when it has not', async () => {
  for (const stored of [true, false]) {
    const { now, actions } = open({ onSave: () => Promise.resolve(stored) });
    actions.save();
    expect(now().subject).toMatchObject({ saved: 'saving' });
    await vi.advanceTimersByTimeAsync(1);
    expect(now().subject).toMatchObject({ saved: stored ? 'yes' : 'failed' });
  }
});

test('mutes once it is stored and takes it back within six seconds', async () => {
  const { now, did, actions } = open();
  actions.mute(true);
  expect(now().subject.is).toBe('card');
  await vi.advanceTimersByTimeAsync(1);
  expect(now().subject).toEqual({ is: 'muted', name: 'The hayat-tahrir-al-sham' });
  actions.mute(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(did).toEqual(['mute hayat-tahrir-al-sham', 'hold 6000', 'unmute hayat-tahrir-al-sham']);
  expect(now().subject.is).toBe('card');
});

test('never says muted, or underlined again, where the storage refused', async () => {
  let stored = false;
  const { now, did, actions } = open({ onMute: () => Promise.resolve(stored) });
  actions.mute(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(now()).toMatchObject({ subject: { is: 'card' }, notice: 'not-stored' });
  stored = true;
  actions.mute(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(now()).toMatchObject({ subject: { is: 'muted' }, notice: null });
  stored = false;
  actions.mute(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(now()).toMatchObject({ subject: { is: 'muted' }, notice: 'not-stored' });
  expect(did).toEqual(['hold 6000']);
});

test('lays out an error report and leads back from it', () => {
  const { session, now, actions } = open();
  actions.report(null);
  expect(now().subject).toMatchObject({ is: 'report', url: 'https://example.org/news', statement: aCard().summary });
  session.go(-1);
  actions.report(aCard().before[0]!);
  expect(now().subject).toMatchObject({ is: 'report', statement: { id: aCard().before[0]!.id } });
  session.go(-1);
  expect(now().subject.is).toBe('card');
});

test('says what became of copying', async () => {
  for (const [allowed, notice] of [[true, 'copied'], [false, 'copy-failed']] as const) {
    const { now, actions } = open({ onCopy: () => Promise.resolve(allowed) });
    actions.copy('x');
    await vi.advanceTimersByTimeAsync(1);
    expect(now().notice).toBe(notice);
  }
});

test('draws the card of the day the reader sets', async () => {
  let day: string | null = null;
  const { now, actions } = open({
    cardOf: (ref) => aCard({ ...ref, asOf: { day, basis: 'reader', stale: false } }),
    onSetDay: (set) => {
      day = set;
      return Promise.resolve();
    },
  });
  actions.setDay('2019-01-01');
  await vi.advanceTimersByTimeAsync(1);
  expect(now().subject).toMatchObject({ card: { asOf: { day: '2019-01-01' } } });
});
