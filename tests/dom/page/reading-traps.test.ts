import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Mark, Reading } from '../../../lib/page/types.ts';
import { anArticle } from '../../support/article.ts';
import { backgroundKnowing, nextChange, painted, readPage, showArticle } from './reading-of.ts';

let reading: Reading | null = null;
async function read(...options: Parameters<typeof readPage>): ReturnType<typeof readPage> {
  const made = await readPage(...options);
  reading = made.reading;
  return made;
}

afterEach(() => {
  reading?.stop();
  reading = null;
  expect(CSS.highlights.size).toBe(0);
  document.body.innerHTML = '';
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
});

/** Whether every mark can be hit in the middle of each of its lines. */
function isHit({ markAt }: Reading, mark: Mark): boolean {
  return [...mark.range.getClientRects()].every((rect) => markAt(rect.left + rect.width / 2, rect.top + rect.height / 2)?.mention === mark.mention);
}

function isPainted({ range }: Mark): boolean {
  return [...(CSS.highlights.get('bk-group') ?? [])].some(({ startContainer }) => startContainer === range.startContainer);
}

describe('what a page may look like', () => {
  it.each([
    ['a name over several inline elements', '<p>In <b>I<i>d</i></b>l<span>ib</span> today.</p>', ''],
    ['a name over a line break', '<p style="width:3em">Idlib<br>City</p>', ''],
    ['text from right to left', '<p dir="rtl">قالت إدلب اليوم</p>', ''],
    ['text that cannot be selected', '<p style="user-select:none">In Idlib.</p>', ''],
    ['a name with a first letter of its own style', '<p class="drop">Idlib it is.</p>', '.drop::first-letter{font-size:3em;float:left}'],
    ['transformed and zoomed text', '<p style="transform:rotate(-20deg) scale(1.4);margin:9em">In Idlib.</p><div style="zoom:1.7"><p>In Idlib.</p></div>', ''],
    ['text in columns', '<div style="columns:3"><p>In Idlib. In Idlib. In Idlib. In Idlib.</p></div>', ''],
    ['vertical text', '<p style="writing-mode:vertical-rl">In Idlib.</p>', ''],
    ['a scrolled box', '<div id="box" style="height:3em;overflow:auto"><div style="height:9em"></div><p>In Idlib.</p></div>', ''],
  ])('finds the marks of %s', async (_, html, css) => {
    const page = showArticle(`<style>${css}</style>${html}`);
    page.querySelector('#box')?.scrollTo(0, 1000);
    const { reading } = await read(['Idlib(?: City)?', 'إدلب'], { settings: { density: 'all' } });
    expect(reading.marks().length).toBeGreaterThan(0);
    for (const mark of reading.marks()) expect(isHit(reading, mark)).toBe(true);
  });

  it('hits nothing that has been scrolled out of its box', async () => {
    const page = showArticle('<div id="box" style="height:3em;overflow:auto"><p>In Idlib.</p><div style="height:9em"></div></div>');
    const { reading } = await read(['Idlib']);
    const [mark] = reading.marks();
    const before = mark!.range.getBoundingClientRect();
    expect(reading.markAt(before.left + 2, before.top + 2)).not.toBeNull();
    page.querySelector('#box')!.scrollTo(0, 1000);
    const after = mark!.range.getBoundingClientRect();
    expect(reading.markAt(after.left + 2, after.top + 2)).toBeNull();
    expect(reading.markAt(before.left + 2, before.top + 2)).toBeNull();
  });

  it('marks and finds names in open shadow roots', async () => {
    const page = showArticle('<div id="host"><span slot="s">In slotted Idlib.</span></div>');
    page.querySelector('#host')!.attachShadow({ mode: 'open' }).innerHTML = '<p>In shadowed HTS.</p><slot name="s"></slot>';
    const { reading } = await read(['Idlib', 'HTS']);
    expect(reading.marks().map(({ range }) => String(range))).toEqual(['HTS', 'Idlib']);
    for (const mark of reading.marks()) expect(isHit(reading, mark)).toBe(true);
  });

  it('marks names in frames of the same origin, in their own registry', async () => {
    const page = showArticle('<iframe style="border:5px solid;padding:3px"></iframe>');
    const frame = page.querySelector('iframe')!;
    frame.contentDocument!.body.innerHTML = '<p>In framed Idlib.</p>';
    const { reading } = await read(['Idlib']);
    const registry = (frame.contentWindow as Window & typeof globalThis).CSS.highlights;
    expect([...registry.keys()]).toEqual(['bk-group']);
    const rect = reading.marks()[0]!.range.getBoundingClientRect();
    const box = frame.getBoundingClientRect();
    expect(reading.markAt(box.left + 8 + rect.left + 2, box.top + 8 + rect.top + 2)?.mention.entity).toBe('Idlib');
    reading.stop();
    expect(registry.size).toBe(0);
  });

  it('marks names in a dialog that is open, and finds them above the page', async () => {
    const page = showArticle('<p>Nothing here.</p><dialog><p>In Idlib, says the box.</p></dialog>');
    page.querySelector('dialog')!.showModal();
    const { reading } = await read(['Idlib']);
    expect(isHit(reading, reading.marks()[0]!)).toBe(true);
  });

  it('takes the hue of the ground a text stands on', async () => {
    showArticle('<p>Idlib</p><section style="background:#111;color:#eee"><p>HTS <b style="background:oklch(0.97 0 0)">Afrin</b></p></section><section style="background:linear-gradient(#000,#000);color:white"><p>Sochi</p></section>');
    await read(['Idlib', 'HTS', 'Afrin', 'Sochi']);
    expect(painted()).toEqual({ 'bk-group': ['Idlib', 'Afrin'], 'bk-group-dark': ['HTS', 'Sochi'] });
  });

  it('leaves large headings, short captions and underlined links unpainted, and answers on the links', async () => {
    const page = showArticle('<h2 style="font-size:33px">Idlib one</h2><h3 style="font-size:20px">Idlib two</h3><figure><figcaption>Idlib today</figcaption></figure><figure><figcaption>A street in Idlib today</figcaption></figure><p>See <a href="/x">in Idlib</a> and <a href="/y" style="text-decoration:none">on Idlib</a>, that is all.</p>');
    const { reading } = await read(['Idlib'], { settings: { density: 'all' } });
    expect(reading.mentions).toHaveLength(6);
    const text = (range: AbstractRange): string => range.startContainer.textContent ?? '';
    expect([...CSS.highlights.get('bk-group')!].map(text)).toEqual(['Idlib two', 'A street in Idlib today', 'on Idlib']);
    const link = reading.marks().find(({ range }) => range.startContainer.parentElement === page.querySelector('a'));
    expect(isHit(reading, link!)).toBe(true);
  });

  it('marks the first mention that is shown', async () => {
    showArticle('<style>.fold{display:none}</style><p class="fold">Idlib</p><p>Idlib</p>');
    const { reading } = await read(['Idlib'], { settings: { density: 'page' } });
    expect(reading.marks()[0]!.range.getClientRects().length).toBe(1);
  });

  it('tells lines apart by how sure they are', async () => {
    showArticle('<p>Idlib, HTS, Afrin.</p>');
    const background = backgroundKnowing(['Idlib', 'HTS', 'Afrin'], (mention) => (mention.entity === 'HTS' ? { ...mention, sure: 'choose' } : mention.entity === 'Afrin' ? { ...mention, reportOnly: true } : mention));
    const { reading, setSettings } = await read([], { deps: { scan: background.scan } });
    expect(painted()).toEqual({ 'bk-group': ['Idlib'], 'bk-group-unsure': ['HTS'], 'bk-group-bare': ['Afrin'] });
    setSettings({ underline: 'dots' });
    await nextChange(reading);
    expect(Object.keys(painted()).sort()).toEqual(['bk-group-bare', 'bk-group-dots', 'bk-group-unsure']);
    setSettings({ underline: 'none' });
    await nextChange(reading);
    expect(painted()).toEqual({});
    expect(isHit(reading, reading.marks()[0]!)).toBe(true);
  });

  it('lights up every mention of an entity', async () => {
    showArticle('<p>Idlib and Idlib, HTS.</p>');
    const { reading } = await read(['Idlib', 'HTS']);
    reading.light(reading.mentions[0]!);
    expect(painted()['bk-active']).toEqual(['Idlib', 'Idlib']);
    reading.light(null);
    expect(painted()['bk-active']).toBeUndefined();
  });

  it('paints only what is near the viewport where there are many marks, and the rest on scrolling', async () => {
    showArticle('<p style="margin:4em">In Idlib.</p>'.repeat(150));
    const { reading } = await read(['Idlib']);
    expect(reading.marks()).toHaveLength(150);
    await vi.waitFor(() => expect(painted()['bk-group']!.length).toBeGreaterThan(5));
    expect(painted()['bk-group']!.length).toBeLessThan(60);
    scrollTo(0, document.documentElement.scrollHeight);
    await vi.waitFor(() => expect(isPainted(reading.marks().at(-1)!)).toBe(true));
    scrollTo(0, 0);
  });

  it.each([
    ['the page', ''],
    ['a part of it', 'height:60vh;overflow:auto'],
  ])('paints where one is when %s is scrolled to and fro through thousands of marks', async (_, style) => {
    const page = showArticle(`<p>In Idlib.</p>${'<p>Nothing is here.</p>'.repeat(400)}${'<p>In Idlib.</p>'.repeat(2_000)}`);
    page.style.cssText = style;
    const { reading } = await read(['Idlib']);
    const marks = reading.marks();
    expect(marks).toHaveLength(2_001);
    for (const nth of [0, 1_203, 2_000, 1, 777]) {
      const { range } = marks[nth]!;
      range.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
      await vi.waitFor(() => expect(isPainted(marks[nth]!)).toBe(true));
      expect(painted()['bk-group']!.length).toBeLessThan(400);
    }
    scrollTo(0, 0);
  });
});

describe('a page that changes', () => {
  it('gets its highlights back after clearing them', async () => {
    const page = showArticle('<p>Idlib</p>');
    const { reading } = await read(['Idlib']);
    CSS.highlights.clear();
    const rect = page.querySelector('p')!.getBoundingClientRect();
    reading.markAt(rect.left, rect.top);
    expect(painted()).toEqual({ 'bk-group': ['Idlib'] });
    CSS.highlights.clear();
    document.dispatchEvent(new Event('scroll'));
    expect(painted()).toEqual({ 'bk-group': ['Idlib'] });
  });

  it.each<[string, (page: HTMLElement) => void]>([
    ['appended, as in a live blog', (page) => page.insertAdjacentHTML('afterbegin', '<p>New from HTS.</p>')],
    ['edited in place', (page) => page.querySelector('p')!.firstChild!.replaceWith('Now HTS, not')],
    ['replaced by a translation', (page) => page.querySelector('p')!.replaceChildren(Object.assign(document.createElement('font'), { textContent: 'Les HTS.' }))],
    ['shown by taking `hidden` away', (page) => page.querySelector('[hidden]')!.removeAttribute('hidden')],
    ['shown by an inline style', (page) => ((page.querySelector('[style]') as HTMLElement).style.display = '')],
    ['loaded below the article, as further ones are', (page) => page.insertAdjacentHTML('afterend', `<article><h1>Next</h1><p>HTS next. ${'And so it goes on for a good while here. '.repeat(9)}</p><p>${'And on it goes for some more time. '.repeat(9)}</p></article>`)],
  ])('is followed where text is %s', async (_, change) => {
    const page = showArticle('<p>Idlib</p><p hidden>HTS, hidden.</p><p style="display:none">HTS, unseen.</p>');
    const { reading } = await read(['Idlib', 'HTS']);
    change(page);
    await vi.waitFor(() => expect(painted()['bk-group']).toContain('HTS'));
    expect(reading.mentions.every((mention) => reading.gathered.text.slice(mention.start, mention.end) === mention.entity)).toBe(true);
  });

  it('is marked where a style sheet unfolds a section', async () => {
    const page = showArticle('<style>.fold{display:none}</style><p class="fold">HTS</p>');
    await read(['HTS']);
    expect(painted()).toEqual({});
    page.querySelector('.fold')!.className = '';
    await vi.waitFor(() => expect(painted()).toEqual({ 'bk-group': ['HTS'] }));
  });

  it('is painted anew when its theme is switched', async () => {
    showArticle('<p>Idlib</p>');
    await read(['Idlib']);
    document.body.style.cssText = 'background:#000;color:#fff';
    await vi.waitFor(() => expect(painted()).toEqual({ 'bk-group-dark': ['Idlib'] }));
  });

  it('is read as another one after navigation by script', async () => {
    const page = showArticle('<p>Idlib one.</p>');
    let now = anArticle;
    const { reading, sent } = await read(['Idlib'], { deps: { readArticle: () => Promise.resolve({ ok: true, value: now }) } });
    const address = location.href;
    now = { ...anArticle, canonical: 'https://news.test/b', published: { day: '2024-01-01', from: 'test' } };
    history.pushState(null, '', '?another');
    page.querySelector('p')!.textContent = 'Idlib two.';
    await nextChange(reading);
    history.replaceState(null, '', address);
    expect(reading.article.published.day).toBe('2024-01-01');
    // All of it, not only the changed paragraph: another day may mean another bearer of a name.
    expect(sent.at(-1)!.split('\n').length).toBeGreaterThan(2);
  });

  it('costs nothing when nothing of the article changes', async () => {
    const page = showArticle('<p>Idlib</p>');
    const { reading, sent } = await read(['Idlib']);
    let changes = 0;
    reading.onChange(() => (changes += 1));
    page.insertAdjacentHTML('afterend', '<div class="ticker">12:00</div>');
    for (let i = 0; i < 20; i += 1) document.querySelector('.ticker')!.textContent = `12:0${i}`;
    page.append(document.createElement('script'), document.createComment('x'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(changes).toBe(0);
    expect(sent).toHaveLength(1);
  });

  it('is left alone for good after stop', async () => {
    const page = showArticle('<p>Idlib</p>');
    const { reading, sent, setSettings } = await read(['Idlib']);
    reading.stop();
    expect(painted()).toEqual({});
    page.insertAdjacentHTML('beforeend', '<p>Idlib again</p>');
    setSettings({ density: 'all' });
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(painted()).toEqual({});
    expect(sent).toHaveLength(1);
    expect(reading.marks()).toEqual([]);
  });

  it('is let go when the extension has gone', async () => {
    showArticle('<p>Idlib</p>');
    const gone = vi.fn();
    const background = backgroundKnowing(['Idlib']);
    let alive = true;
    const { reading } = await read([], { deps: { onGone: gone, scan: (part) => (alive ? background.scan(part) : Promise.resolve({ ok: false, reason: 'gone' })) } });
    alive = false;
    document.querySelector('p')!.textContent = 'HTS';
    await vi.waitFor(() => expect(gone).toHaveBeenCalledOnce());
    expect(painted()).toEqual({});
    expect(reading.marks()).toEqual([]);
  });

  it('sends everything again when the worker has lost the beginning', async () => {
    showArticle('<p>Idlib</p>');
    const background = backgroundKnowing(['Idlib']);
    let calls = 0;
    await read([], { deps: { scan: (part) => ((calls += 1) === 1 ? Promise.resolve({ ok: true, value: { again: true } }) : background.scan(part)) } });
    expect(painted()).toEqual({ 'bk-group': ['Idlib'] });
  });
});
