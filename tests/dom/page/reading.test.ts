import { afterEach, describe, expect, it } from 'vitest';
import type { Reading } from '../../../lib/page/types.ts';
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
  expect(CSS.highlights.size).toBe(0);
  document.body.innerHTML = '';
});

describe('a reading', () => {
  it('paints names and leaves the page byte for byte as it was', async () => {
    showArticle('<p>In <b>Id</b>lib, HTS said. Then HTS again.</p>');
    const before = document.documentElement.outerHTML;
    const { reading } = await read(['Idlib', 'HTS']);
    expect(painted()).toEqual({ 'bk-group': ['Idlib', 'HTS'] });
    expect(reading.mentions).toHaveLength(3);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it.each([
    ['page', ['HTS']],
    ['block', ['HTS', 'HTS']],
    ['all', ['HTS', 'HTS', 'HTS']],
  ] as const)('marks as many mentions as "%s" asks for', async (density, texts) => {
    showArticle('<p>HTS and HTS.</p><p>HTS.</p>');
    await read(['HTS'], { settings: { density } });
    expect(painted()).toEqual({ 'bk-group': [...texts] });
  });

  it('follows the settings at once', async () => {
    showArticle('<p>HTS and HTS.</p>');
    const { reading, setSettings, sent } = await read(['HTS']);
    setSettings({ density: 'all' });
    await nextChange(reading);
    expect(painted()).toEqual({ 'bk-group': ['HTS', 'HTS'] });
    setSettings({ muted: [{ pack: 'test', entity: 'HTS' }] });
    await nextChange(reading);
    expect(painted()).toEqual({});
    expect(reading.mentions).toHaveLength(2);
    expect(sent).toHaveLength(1);
  });

  it('marks an ambiguous name no more once it is none of what was offered, until the article is another', async () => {
    showArticle('<p>The SNA said so.</p><p>Idlib. The SNA again.</p>');
    const { scan } = backgroundKnowing(['SNA', 'Idlib'], (mention) => ({ ...mention, sure: mention.entity === 'SNA' ? 'choose' : 'one' }));
    let canonical = 'https://example.org/news/1';
    const { reading } = await read([], { settings: { density: 'all' }, deps: { scan, readArticle: () => Promise.resolve({ ok: true, value: { ...anArticle, canonical } }) } });
    expect(painted()).toEqual({ 'bk-group-unsure': ['SNA', 'SNA'], 'bk-group': ['Idlib'] });
    reading.dismiss(reading.mentions[0]!);
    await nextChange(reading);
    expect(painted()).toEqual({ 'bk-group': ['Idlib'] });
    canonical = 'https://example.org/news/2';
    document.title = 'Another article';
    showArticle('<p>The SNA of another article, which says so much more that it is not the one that was read before it.</p>');
    await expect.poll(painted).toEqual({ 'bk-group-unsure': ['SNA'] });
  });

  it('knows the windows of frames it has read, and of none that was left since', async () => {
    const article = showArticle('<p>In Idlib, HTS said.</p><iframe srcdoc="<p>HTS said no more than that, and nobody asked.</p>"></iframe>');
    const frame = article.querySelector('iframe')!;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const { reading } = await read(['Idlib', 'HTS']);
    expect(reading.views).toEqual([window, frame.contentWindow]);
    frame.srcdoc = '';
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    expect(reading.views).toEqual([window]);
  });

  it('has much changed text scanned bit by bit, and finds every name of it', async () => {
    const article = showArticle('<p>In Idlib, HTS said.</p>');
    const background = backgroundKnowing(['HTS']);
    let scans = 0;
    const { reading } = await read(['HTS'], {
      deps: {
        scan: (request) => {
          if (request.part === 0) scans += 1;
          return background.scan(request);
        },
      },
    });
    expect(scans).toBe(1);
    const long = 'Nobody said a word about it for the rest of the day. '.repeat(1_000);
    article.insertAdjacentHTML('beforeend', Array.from({ length: 10 }, (_, index) => `<p>HTS said ${index}. ${long}</p>`).join(''));
    await nextChange(reading);
    expect(scans).toBe(5);
    expect(reading.mentions.map(({ start, end }) => reading.gathered.text.slice(start, end))).toEqual(Array(11).fill('HTS'));
  });

  it('finds the mark under a point', async () => {
    const article = showArticle('<p>In <b>Id</b>lib, HTS said.</p>');
    const { reading } = await read(['Idlib', 'HTS']);
    const [idlib, hts] = reading.marks();
    for (const rect of idlib!.range.getClientRects()) expect(reading.markAt(rect.left + rect.width / 2, rect.top + rect.height / 2)).toBe(idlib);
    const rect = hts!.range.getBoundingClientRect();
    expect(reading.markAt(rect.left + 1, rect.top + 2)).toBe(hts);
    expect(reading.markAt(rect.right + 3, rect.top + 2)).toBeNull();
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0';
    article.append(cover);
    expect(reading.markAt(rect.left + 1, rect.top + 2)).toBeNull();
  });

  it('scans again only the paragraph that changed', async () => {
    const article = showArticle('<p>HTS one.</p><p>HTS two.</p>');
    const { reading, sent } = await read(['HTS', 'Idlib']);
    article.querySelectorAll('p')[1]!.firstChild!.textContent = 'Now Idlib it is.';
    await nextChange(reading);
    expect(sent.slice(1)).toEqual(['Now Idlib it is.']);
    expect(painted()).toEqual({ 'bk-group': ['HTS', 'Idlib'] });
  });
});
