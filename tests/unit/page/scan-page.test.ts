import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../lib/limits.ts';
import { requestSchema, type RequestOf } from '../../../lib/messages/schema.ts';
import { partsOf, scanPage } from '../../../lib/page/scan-page.ts';

const page: RequestOf<'scan'>['page'] = { title: 'T', lang: 'en', day: '2022-09-23', site: 'news.test' };
const memory = { version: 1 as const, seen: ['x'] };

describe('scanPage', () => {
  it('sends parts the background accepts, the memory with the last', async () => {
    const sent: RequestOf<'scan'>[] = [];
    const text = 'ab\u{1F600}'.repeat(40_000);
    const outcome = await scanPage(
      (part) => {
        sent.push(part);
        return Promise.resolve({ ok: true, value: part.part === part.parts - 1 ? { mentions: [], memory } : null });
      },
      text,
      page,
      memory,
    );
    expect(outcome).toEqual({ ok: true, mentions: [], memory });
    for (const part of sent) expect(requestSchema.safeParse(part).success).toBe(true);
    expect(sent.map(({ text }) => text).join('')).toBe(text);
    expect(sent.map((part) => part.memory)).toEqual([...sent.slice(1).map(() => null), memory]);
    expect(new Set(sent.map(({ scan }) => scan)).size).toBe(1);
  });

  it('begins again, under a new id, when the worker has lost a part, and gives up after the third time', async () => {
    const scans = new Set<string>();
    const outcome = await scanPage(
      ({ scan }) => {
        scans.add(scan);
        return Promise.resolve({ ok: true, value: { again: true } });
      },
      'text',
      page,
      null,
    );
    expect(outcome).toEqual({ ok: false, reason: 'failed' });
    expect(scans.size).toBe(3);
  });

  it('hands on why the background did not answer', async () => {
    expect(await scanPage(() => Promise.resolve({ ok: false, reason: 'gone' }), 'text', page, null)).toEqual({ ok: false, reason: 'gone' });
  });
});

describe('partsOf', () => {
  it('cuts no surrogate pair and loses nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 200_000 }), (shift, length) => {
        const text = ('x'.repeat(shift) + '\u{1F600}'.repeat(length)).slice(0, shift + length * 2);
        const parts = partsOf(text);
        expect(parts.join('')).toBe(text);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limits.scanPartUtf16);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('stops at the longest text there is a use for', () => {
    expect(partsOf('x'.repeat(limits.scanTextUtf16 + 1)).join('').length).toBe(limits.scanTextUtf16);
  });
});
