import { describe, expect, it, vi } from 'vitest';
import { aClipping } from '../../support/clipping.ts';

vi.mock('wxt/browser', () => ({ browser: { runtime: { id: 'ours', getURL: (path: string) => `chrome-extension://ours${path}` } } }));
vi.mock('../../../lib/report-error.ts', () => ({ reportError: () => undefined }));
const { isOurs, route } = await import('../../../lib/background/router.ts');

const calls: string[] = [];
const handlers = new Proxy({}, { get: (_, type: string) => async () => (calls.push(type), { ok: true, value: null }) }) as Parameters<typeof route>[0];
const page = { id: 'ours', frameId: 0, tab: { id: 1 }, url: 'https://paper.example/' } as Parameters<typeof route>[2];
const library = { id: 'ours', url: 'chrome-extension://ours/library.html' } as Parameters<typeof route>[2];

async function ask(message: unknown, sender: Parameters<typeof route>[2]) {
  calls.length = 0;
  return { reply: await route(handlers, message, sender), carriedOut: [...calls] };
}

describe('the router', () => {
  it('answers nobody but this extension', () => {
    expect(isOurs({ id: 'another' } as never)).toBe(false);
    expect(isOurs({} as never)).toBe(false);
    expect(isOurs(page)).toBe(true);
  });

  it('carries out a page request from the top frame of a tab', async () => {
    expect((await ask({ type: 'mention-count', count: 3 }, page)).carriedOut).toEqual(['mention-count']);
  });

  it('refuses a subframe', async () => {
    expect(await ask({ type: 'mention-count', count: 3 }, { ...page, frameId: 4 })).toEqual({ reply: { ok: false, reason: 'refused' }, carriedOut: [] });
  });

  it('keeps what only our own pages may ask from content scripts', async () => {
    for (const request of [{ type: 'annotate', tabId: 1 }, { type: 'packs-changed' }]) {
      expect(await ask(request, page)).toEqual({ reply: { ok: false, reason: 'refused' }, carriedOut: [] });
      expect((await ask(request, library)).carriedOut).toEqual([request.type]);
    }
  });

  it('lets a page speak of its own site only', async () => {
    const of = (url: string, barUrl = url) => ({ type: 'clippings-of-page', url, barUrl });
    expect((await ask(of('https://www.paper.example/a', 'https://paper.example/a?id=1'), page)).carriedOut).toEqual(['clippings-of-page']);
    for (const other of [of('https://bank.test/'), of('https://paper.example/a', 'https://bank.test/'), of('javascript:1'), of('')])
      expect(await ask(other, page)).toEqual({ reply: { ok: false, reason: 'refused' }, carriedOut: [] });
    expect((await ask(of('https://bank.test/'), library)).carriedOut).toEqual(['clippings-of-page']);
  });

  it('takes an excerpt from any page whose address could be read', async () => {
    const url = `https://paper.example/?${'x'.repeat(39_000)}`;
    const { id, selector, page: from } = aClipping({ page: { url, barUrl: url } });
    expect((await ask({ type: 'save-clipping', draft: { id, selector, page: from, entities: [] } }, page)).carriedOut).toEqual(['save-clipping']);
    expect((await ask({ type: 'clippings-of-page', url, barUrl: url }, page)).carriedOut).toEqual(['clippings-of-page']);
  });

  it.each([
    ['nothing', undefined],
    ['a type it does not know', { type: 'wipe' }],
    ['a field too many', { type: 'mention-count', count: 1, more: true }],
    ['a number that is none', { type: 'mention-count', count: Number.NaN }],
    ['an id that is none', { type: 'remove-clipping', id: '../x' }],
    ['a text too long', { type: 'scan', scan: crypto.randomUUID(), part: 0, parts: 1, text: 'x'.repeat(50_001), page: { title: '', lang: null, day: null, site: null }, memory: null }],
    ['a name every object inherits', { type: 'constructor' }],
  ])('refuses %s, and nothing is carried out', async (_, message) => {
    expect(await ask(message, page)).toEqual({ reply: { ok: false, reason: 'bad-request' }, carriedOut: [] });
  });

  it.each([
    [new DOMException('full', 'QuotaExceededError'), 'storage-full'],
    [Object.assign(new Error('wrapped'), { inner: new DOMException('full', 'QuotaExceededError') }), 'storage-full'],
    [new DOMException('no', 'AbortError'), 'storage-failed'],
    [new TypeError('bug'), 'failed'],
  ])('tells %s as %s', async (error, reason) => {
    const failing = { 'mention-count': async () => Promise.reject(error) } as unknown as Parameters<typeof route>[0];
    expect(await route(failing, { type: 'mention-count', count: 1 }, page)).toEqual({ ok: false, reason });
  });
});
