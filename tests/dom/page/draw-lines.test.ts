import { afterEach, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { startLines } from '../../../lib/page/draw-lines.ts';
import type { Host } from '../../../lib/page/types.ts';
import { defaultSettings } from '../../../lib/settings/default-settings.ts';
import { painted, readPage, showArticle } from './reading-of.ts';

const ended = new AbortController();

async function forceColours(value: 'active' | 'none'): Promise<void> {
  const session = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
}

afterEach(() => forceColours('none'));

it('draws lines in our own root while colours are forced, and highlights otherwise', async () => {
  showArticle('<p>Idlib, and <a href="/">Idlib</a>.</p>');
  const { reading } = await readPage(['Idlib'], { settings: { density: 'all' } });
  const layer = document.createElement('div');
  const host: Host = { layer: () => document.body.appendChild(layer), release: () => layer.remove(), trusts: () => true };
  startLines({ window, reading, host, settings: () => defaultSettings, signal: ended.signal });
  expect(layer.isConnected).toBe(false);
  await forceColours('active');
  await vi.waitFor(() => expect(painted()).toEqual({}));
  await vi.waitFor(() => expect(layer.querySelectorAll('.bk-lines span.line')).toHaveLength(1));
  const line = layer.querySelector<HTMLElement>('span')!;
  const { left, width } = reading.marks()[0]!.range.getBoundingClientRect();
  // Style keeps fewer digits than a rectangle has.
  expect(parseFloat(line.style.left)).toBeCloseTo(left, 2);
  expect(parseFloat(line.style.width)).toBeCloseTo(width, 2);
  await forceColours('none');
  await vi.waitFor(() => expect(painted()).toEqual({ 'bk-group': ['Idlib'] }));
  expect(layer.isConnected).toBe(false);
  ended.abort();
  reading.stop();
});
