import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { CardSurface } from '../../../components/card/CardSurface.tsx';
import { WordsProvider, type Words } from '../../../components/shared/words.ts';
import { limits } from '../../../lib/limits.ts';
import type { CardView } from '../../../lib/page/card-view.ts';
import { aCard, aSource, aStatement, aView } from '../../support/card-fixture.ts';
import { overlayCss } from '../../support/card-stage.tsx';
import { stories } from '../../support/card-stories.ts';
import { english, wordsIn } from '../../support/words.ts';

const place = document.createElement('div');
const sheet = new CSSStyleSheet();
sheet.replaceSync(overlayCss);
document.adoptedStyleSheets = [sheet];
place.className = 'bk-root';
document.body.append(place);

const arabic = await wordsIn('ar');

function draw(view: CardView, words: Words = english): HTMLElement {
  place.dir = words === arabic ? 'rtl' : 'ltr';
  render(<WordsProvider value={words}><CardSurface view={view} /></WordsProvider>, place);
  return place.querySelector('.bk-card') as HTMLElement;
}
afterEach(() => {
  render(null, place);
  delete place.dataset['theme'];
});

describe.each(Object.keys(stories))('the card "%s"', (name) => {
  test.each([
    { theme: 'light', words: english },
    { theme: 'dark', words: english },
    { theme: 'light', words: arabic },
  ])('has nothing for axe to object to, $theme, $words.lang', async ({ theme, words }) => {
    place.dataset['theme'] = theme;
    draw(stories[name]!, words);
    const { violations } = await axe.run(place, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });

  test('is a dialog with a name, and offers no target under 28 pixels', () => {
    const card = draw(stories[name]!);
    expect(card.getAttribute('role')).toBe('dialog');
    const label = place.querySelector(`#${card.getAttribute('aria-labelledby')}`);
    expect(label?.textContent).not.toBe('');
    const small = [...card.querySelectorAll<HTMLElement>('button, select, summary')].filter((one) => one.checkVisibility()).filter(({ offsetHeight, offsetWidth }) => offsetHeight < 28 || offsetWidth < 28);
    expect(small.map((one) => one.outerHTML)).toEqual([]);
  });

  test('fits 320 pixels without scrolling sideways', () => {
    place.style.cssText = 'display: block; inline-size: 288px';
    for (const words of [english, arabic]) {
      const card = draw(stories[name]!, words);
      expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth);
    }
    place.style.cssText = '';
  });
});

test('says what there is to say at first glance in at most 525 characters', () => {
  const long = 'A sentence of the summary that goes on for quite a while to fill the card. '.repeat(14).trim();
  const designations = Array.from({ length: 12 }, (_, n) => ({ ...aCard().designations[0]!, by: `State number ${n} of the long list` }));
  for (const card of [aCard(), aCard({ summary: { text: long, sources: [aSource()] }, designations }), aCard({ name: 'N'.repeat(120), summary: { text: 'x'.repeat(1200), sources: [aSource()] }, designations })]) {
    const first = draw(aView(card));
    const seen = [...first.querySelectorAll('details ol, .bk-notice, .opt-s')].reduce((text, hidden) => text.replace(hidden.textContent, ''), first.textContent);
    expect(seen.length).toBeLessThanOrEqual(limits.cardGlanceUtf16);
  }
});

test('puts nothing later than the day above the seam', () => {
  const card = draw(aView(aCard({ exists: { from: '2017-01-28', to: null } }), { expanded: true }));
  const html = card.innerHTML;
  const above = html.slice(0, html.indexOf('bk-seam'));
  expect(above).not.toMatch(/202[3-9]/);
  expect(html.slice(html.indexOf('<details'))).toContain('8 Dec 2024');
});

test('keeps what followed closed until asked, opens it or leaves it out as the reader set', () => {
  const isOpen = () => place.querySelector<HTMLDetailsElement>('details.bk-since')?.open;
  draw(aView());
  expect(isOpen()).toBe(false);
  render(null, place);
  draw(aView(aCard(), { since: 'open' }));
  expect(isOpen()).toBe(true);
  draw(aView(aCard(), { since: 'never' }));
  expect(isOpen()).toBeUndefined();
  expect(place.textContent).not.toContain('2026');
});

test('names parties, state outlets and encyclopaedias as such, and says what has no date', () => {
  const sources = [
    aSource({ publisher: 'SANA', nature: 'state-outlet', about: 'Syria' }),
    aSource({ publisher: 'SDF Press', nature: 'party' }),
    aSource({ publisher: 'Wikipedia', nature: 'encyclopaedia', date: null }),
  ];
  draw(aView(aCard({ before: [aStatement('2018', 'It was so.', { sources })] }), { expanded: true }));
  expect(place.querySelector('.bk-facts .src')?.textContent).toBe('SANA (state outlet: Syria), 31 Aug 2018; SDF Press (party to the conflict), 31 Aug 2018; Wikipedia (encyclopaedia), undated');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'blob:https://example.org/1', 'https://'])('never links to %s', (url) => {
  draw(aView(aCard({ summary: { text: 'It is.', sources: [aSource({ url, publisher: 'Bad' })] }, designations: [], before: [] })));
  expect(place.textContent).toContain('Bad');
  expect(place.querySelector('.bk-by a')).toBeNull();
});

test('shows markup in a pack as text', () => {
  draw(aView(aCard({ name: '<img src=x onerror=alert(1)>', summary: { text: '<b>bold</b>', sources: [aSource()] } })));
  expect(place.querySelector('.bk-card img, .bk-desc b')).toBeNull();
  expect(place.querySelector('.bk-desc')?.textContent).toBe('<b>bold</b>');
});

test('lets a day be picked from lists and gives it back whole', async () => {
  const days: (string | null)[] = [];
  const view = aView(aCard({ asOf: { day: '2022-01-31', basis: 'reader', stale: false } }));
  draw({ ...view, actions: { ...view.actions, setDay: (day) => days.push(day) } });
  place.querySelector<HTMLButtonElement>('.bk-day')!.click();
  await expect.poll(() => place.querySelectorAll('select').length).toBe(3);
  const [, month] = place.querySelectorAll('select');
  month!.value = '02';
  month!.dispatchEvent(new Event('change', { bubbles: true }));
  await expect.poll(() => place.querySelector('select')!.options.length).toBe(28);
  place.querySelector<HTMLButtonElement>('.bk-days .is-main')!.click();
  expect(days).toEqual(['2022-02-28']);
  expect(place.querySelector('input, textarea')).toBeNull();
});

test('keeps the order of the interface around names in another script', () => {
  const card = draw(aView(aCard(), { expanded: true }), arabic);
  const [date, publisher] = [card.querySelector('.src .nb')!, card.querySelector('.src bdi')!].map((one) => one.getBoundingClientRect());
  expect(date!.right).toBeLessThanOrEqual(publisher!.left + 1);
  expect(getComputedStyle(card.querySelector('.bk-desc')!).direction).toBe('ltr');
  const name = card.querySelector('.bk-name bdi')!;
  expect(getComputedStyle(name).direction).toBe('ltr');
  expect(name.getBoundingClientRect().right).toBeCloseTo(card.getBoundingClientRect().right - 18, 0);
});
