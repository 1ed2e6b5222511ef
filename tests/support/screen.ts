import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { until } from './reader.ts';

/** A screen without a monitor, with a window manager and a keyboard: what only a person at a computer can do is done there. */
export interface Screen {
  /** Presses a key, `alt+shift+y` for instance, as the keyboard does: the window in front gets it, the browser's own parts included. */
  press(key: string): void;
  close(): void;
}

/** Starts one and makes it this process's display (X virtual framebuffer, Openbox, xdotool). Throws where they are not there. */
export async function startScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x960x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const display = `:${await firstLine(server)}`;
  process.env['DISPLAY'] = display;
  const manager = spawn('openbox', { stdio: 'ignore' });
  await until('a window manager', () => Promise.resolve(spawnSync('xdotool', ['search', '--class', 'openbox']).status === 0));
  return {
    press: (key) => {
      const { status, stderr } = spawnSync('xdotool', ['key', '--clearmodifiers', key], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`"${key}" could not be pressed: ${stderr}`);
    },
    close: () => {
      manager.kill();
      server.kill();
    },
  };
}

function firstLine(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    process.once('error', reject);
    process.stdout!.once('data', (line: Buffer) => resolve(line.toString().trim()));
  });
}

/**
 * Does what `asks`, waits for the browser's prompt, which takes the focus from `asker` (a popup may close), and answers it; the
 * page in `tab` has the focus then.
 */
export async function answerPrompt(screen: Screen, { asker, tab }: { asker: Page; tab: Page }, asks: () => Promise<void>, answer: 'allow' | 'deny'): Promise<void> {
  const hasFocus = (page: Page) => page.evaluate(() => document.hasFocus()).catch(() => false);
  await until('the asking page to have the focus', () => hasFocus(asker));
  await asks();
  await until('the prompt', async () => !(await hasFocus(asker)));
  // A prompt trusts nothing that was under way when it opened.
  await pause(1_000);
  // Deny has the focus, Allow is next to it.
  if (answer === 'allow') screen.press('Tab');
  screen.press('Return');
  await until('the prompt to close', () => hasFocus(tab));
}
