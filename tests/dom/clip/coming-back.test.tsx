import { describe, expect, it } from 'vitest';
import type { Clipping } from '../../../lib/clip/schema.ts';
import { aClipping } from '../../support/clipping.ts';
import { nextChange } from '../page/reading-of.ts';
import { boxes, quote, stage, start } from './clipping-stage.tsx';

describe('coming back to a page', () => {
  const clipping = (exact: string, state: Clipping['sighting'] = null) => aClipping({ id: crypto.randomUUID(), sighting: state, selector: { exact, prefix: 'there was silence in the valley.\n', suffix: '\nNothing is named in this long paragraph, which is here', position: { start: 60, end: 60 + exact.length } } });

  it.each([
    ['anchored', quote],
    ['changed', quote.replace('19', '18')],
  ] as const)('finds a clipping %s, draws it over its own lines and reports it', async (state, exact) => {
    stage.stored = [clipping(exact)];
    const waiting = start();
    await waiting;
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => stage.clippings.states()).toEqual([{ id: stage.stored[0]!.id, state }]);
    const [box] = boxes();
    const text = document.querySelector('#p')!.getBoundingClientRect();
    expect(box!.getBoundingClientRect().top).toBeCloseTo(text.top, -0.5);
    expect(stage.seen).toEqual([{ id: stage.stored[0]!.id, sighting: { state, at: '2026-11-24T12:00:00.000Z', now: state === 'changed' ? quote : null } }]);
  });

  it('says gone of what was taken out, and draws nothing', async () => {
    stage.stored = [clipping('Ministers of five countries resigned on the very same day over the unpaid bill.')];
    await start();
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => stage.clippings.states()).toEqual([{ id: stage.stored[0]!.id, state: 'gone' }]);
    expect(boxes()).toEqual([]);
  });

  it('moves with the text when the page scrolls, grows and changes', async () => {
    stage.stored = [clipping(quote)];
    await start();
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => boxes().length).toBeGreaterThan(0);
    const offset = () => boxes()[0]!.getBoundingClientRect().top - document.querySelector('#p')!.getBoundingClientRect().top;
    const before = offset();
    const spacer = document.createElement('div');
    spacer.style.height = '3000px';
    document.body.prepend(spacer);
    await expect.poll(offset).toBeCloseTo(before, 0);
    window.scrollTo(0, 2000);
    await expect.poll(offset).toBeCloseTo(before, 0);
    document.querySelector('#p')!.prepend('Late on Sunday it was said: ');
    await nextChange(stage.reading);
    await expect.poll(() => stage.clippings.states()[0]?.state).toBe('anchored');
  });

  it('leaves nothing in the page when it ends, and no word of a clipping where the page could read it', async () => {
    stage.stored = [clipping(quote)];
    await start();
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => boxes().length).toBeGreaterThan(0);
    const host = document.querySelector('backgrounder-host')!;
    expect([host.shadowRoot, host.textContent]).toEqual([null, '']);
    expect([...CSS.highlights].flatMap(([, highlight]) => [...highlight].map(String))).not.toContain(quote);
    stage.ending.abort();
    expect(document.querySelector('backgrounder-host')).toBeNull();
  });
});
