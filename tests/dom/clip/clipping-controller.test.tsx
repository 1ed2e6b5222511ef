import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { bar, boxes, button, layer, press, quote, release, select, stage, start, toast } from './clipping-stage.tsx';

describe('selecting words', () => {
  it('shows a bar 8 pixels under the end of the selection, and takes it away with the selection', async () => {
    await start();
    select();
    await release();
    await expect.poll(bar).not.toBeNull();
    const line = getSelection()!.getRangeAt(0).getBoundingClientRect();
    await expect.poll(() => bar()!.getBoundingClientRect().top - line.bottom).toBeCloseTo(8, 0);
    getSelection()!.removeAllRanges();
    await expect.poll(bar).toBeNull();
  });

  it('shows none in a field, and none for white space', async () => {
    await start('<p>Some text of the article.</p><div id="e" contenteditable>typed here</div><p id="w"> &nbsp; </p>');
    for (const id of ['#e', '#w']) {
      select(document.querySelector(id)!);
      await release();
      await new Promise((done) => setTimeout(done, 50));
      expect(bar()).toBeNull();
    }
  });

  it('saves with the bar, says so only when it is stored, and draws it in place', async () => {
    await start();
    select();
    await release();
    await press(bar, 'Save excerpt');
    await expect.poll(() => toast()?.textContent).toContain('Excerpt saved');
    expect(toast()!.textContent).toContain('delegations');
    expect(stage.stored.map(({ selector }) => selector)).toEqual([
      { exact: quote, prefix: expect.stringContaining('silence in the valley.\n') as string, suffix: expect.any(String) as string, position: { start: stage.reading.gathered.text.indexOf(quote), end: stage.reading.gathered.text.indexOf(quote) + quote.length }, textVersion: 1, rivals: [], linkWords: 3 },
    ]);
    await expect.poll(() => boxes().length).toBeGreaterThan(0);
  });

  it('undoes, and undoes the undoing', async () => {
    await start();
    select();
    await stage.clippings.saveSelection();
    await press(toast, 'Undo');
    await expect.poll(() => toast()?.dataset['subject']).toBe('removed');
    expect(stage.stored).toEqual([]);
    await expect.poll(() => boxes()).toEqual([]);
    await press(toast, 'Save it again');
    await expect.poll(() => toast()?.dataset['subject']).toBe('saved');
    expect(stage.stored).toHaveLength(1);
  });

  it('keeps the draft when the disk is full and saves it on the next try', async () => {
    await start();
    select();
    stage.failing = 'storage-full';
    await stage.clippings.saveSelection();
    expect(toast()!.textContent).toContain('Not saved');
    stage.failing = null;
    await press(toast, 'Try again');
    await expect.poll(() => toast()?.dataset['subject']).toBe('saved');
    expect(stage.stored).toHaveLength(1);
  });

  it('offers the text for copying when the extension has gone', async () => {
    await start();
    select();
    stage.failing = 'gone';
    await stage.clippings.saveSelection();
    expect(button(toast(), 'Try again')).toBeUndefined();
    await press(toast, 'Copy text');
    await expect.poll(() => stage.copied.join()).toContain(quote);
  });

  it('keeps what could not be saved when the reading ends, until the reader is done with it', async () => {
    await start();
    select();
    stage.failing = 'gone';
    await stage.clippings.saveSelection();
    stage.ending.abort();
    await expect.poll(() => toast()?.textContent).toContain('Copy text');
    await press(toast, 'Dismiss');
    await expect.poll(() => document.querySelector('backgrounder-host')).toBeNull();
  });

  const first = '<p id="first">Before it all began there was silence in the valley.</p>';
  const saveFirst = () => { select(document.querySelector('#first')!); return stage.clippings.saveSelection(); };

  it('keeps what could not be saved while another excerpt is, and comes back to it', async () => {
    await start(`${first}<p id="p">${quote}</p>`);
    stage.failing = 'storage-full';
    await saveFirst();
    stage.failing = null;
    select();
    await stage.clippings.saveSelection();
    expect(toast()!.dataset['subject']).toBe('saved');
    await press(toast, 'Dismiss');
    await expect.poll(() => toast()?.textContent).toContain('silence in the valley');
    await press(toast, 'Try again');
    await expect.poll(() => stage.stored.map(({ selector }) => selector.exact)).toEqual([quote, 'Before it all began there was silence in the valley.']);
    await expect.poll(() => toast()?.dataset['subject']).toBe('saved');
  });

  it('says how many could not be saved, copies all of them, and saves all of them on the next try', async () => {
    await start(`${first}<p id="p">${quote}</p>`);
    stage.failing = 'storage-failed';
    await saveFirst();
    select();
    await stage.clippings.saveSelection();
    expect(toast()!.textContent).toContain('2 excerpts not saved');
    await press(toast, 'Copy text');
    await expect.poll(() => stage.copied).toHaveLength(1);
    expect(stage.copied[0]).toContain('silence in the valley');
    expect(stage.copied[0]).toContain(quote);
    stage.failing = null;
    await press(toast, 'Try again');
    await expect.poll(() => stage.stored).toHaveLength(2);
    await expect.poll(() => toast()?.dataset['subject']).toBe('saved');
  });

  it('does not say of an excerpt that it was removed when it was another', async () => {
    await start(`${first}<p id="p">${quote}</p>`);
    await saveFirst();
    stage.slow = true;
    await press(toast, 'Undo');
    select();
    await stage.clippings.saveSelection();
    stage.answer();
    await expect.poll(() => stage.stored.map(({ selector }) => selector.exact)).toEqual([quote]);
    await expect.poll(() => boxes().length).toBeGreaterThan(0);
    expect(toast()!.dataset['subject']).toBe('saved');
    stage.slow = false;
    await press(toast, 'Undo');
    await press(toast, 'Save it again');
    await expect.poll(() => stage.stored.map(({ selector }) => selector.exact)).toEqual([quote]);
  });

  it('says that a saved excerpt is still there when it could not be removed, and removes it on the next try', async () => {
    await start();
    select();
    await stage.clippings.saveSelection();
    stage.failing = 'storage-failed';
    await press(toast, 'Undo');
    await expect.poll(() => toast()?.textContent).toContain('Not removed');
    expect(toast()!.textContent).toContain('still in your library');
    stage.failing = null;
    await press(toast, 'Try again');
    await expect.poll(() => toast()?.dataset['subject']).toBe('removed');
    expect(stage.stored).toEqual([]);
  });

  it('offers nothing axe would object to', async () => {
    await start();
    select();
    stage.failing = 'storage-failed';
    await stage.clippings.saveSelection();
    await release();
    await expect.poll(bar).not.toBeNull();
    const copies = [bar(), toast()].map((one) => one!.outerHTML).join('');
    const place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = copies;
    const { violations } = await axe.run(place, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('the mark beside an excerpt', () => {
  it.each([
    { room: 'before its lines', style: 'margin: 0 0 0 60px', dir: 'ltr', stands: 'before' },
    { room: 'after its lines only', style: 'margin: 0 60px 0 0', dir: 'ltr', stands: 'after' },
    { room: 'after its lines only, right to left', style: 'margin: 0 0 0 60px', dir: 'rtl', stands: 'before' },
    { room: 'nowhere', style: 'margin: 0', dir: 'ltr', stands: 'within' },
  ])('stands off the text where there is room $room, and never off the page', async ({ style, dir, stands }) => {
    document.body.style.margin = '0';
    await start(`<p id="p" dir="${dir}" style="${style}">${quote}</p>`);
    select();
    await release();
    await press(bar, 'Save');
    await expect.poll(() => layer('clippings')?.querySelector('.bk-clip-mark')).toBeTruthy();
    const mark = layer('clippings')!.querySelector('.bk-clip-mark')!.getBoundingClientRect();
    const text = document.querySelector('#p')!.getBoundingClientRect();
    expect(mark.right <= text.left ? 'before' : mark.left >= text.right ? 'after' : 'within').toBe(stands);
    expect(mark.left).toBeGreaterThanOrEqual(0);
    expect(mark.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
  });
});
