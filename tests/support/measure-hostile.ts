import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium, type Driven } from './browser.ts';
import { buildExtension } from './build.ts';
import { round } from './numbers.ts';
import { longestOfOurs, ourCategories } from './our-tasks.ts';
import { painted } from './reader.ts';
import { startServer, type Server } from './server.ts';
import { haveSettings } from './tabs.ts';
import { readEvents, turnsOf, type TraceEvent } from './trace.ts';

/** What a hostile page was like for its main thread from its load on, CPU milliseconds. */
export interface Suffered {
  nodes: number;
  /** Changes the page made to itself. */
  changes: number;
  /** Names underlined at the end: of so many, only those near the viewport are. */
  underlined: number;
  longestTaskMs: number;
  tasksOver50Ms: number;
  allTasksMs: number;
  /** From its first script on, while the page loaded; null: we were turned off. */
  longestOfOursMs: number | null;
}

/** 5 MB of text and more than 50,000 nodes, with a name in each sentence. */
const paragraphs = 12_600;
const sentence = 'A hostile page says a good deal about Idlib and the people there. ';

/** `hostile [seconds]`: what a page made to hurt suffers with every mention underlined, and without us. */
export async function measureHostile([seconds = '60']: string[]): Promise<void> {
  const server = await startServer();
  const driven = await launchChromium({ extension: buildExtension('chromium', true) });
  try {
    await haveSettings(driven, { density: 'all' });
    console.log(JSON.stringify({ with: await sufferHostilePage(driven, server, Number(seconds)) }));
    await haveSettings(driven, { everywhere: false });
    console.log(JSON.stringify({ without: await sufferHostilePage(driven, server, Number(seconds), false) }));
  } finally {
    await driven.close();
    await server.close();
  }
}

/** Opens an article that changes a thousand of its paragraphs a second, wherever they stand, and leaves it to itself for so long. */
export async function sufferHostilePage(driven: Driven, server: Server, seconds: number, withUs = true): Promise<Suffered> {
  server.put('hostile.html', hostilePage());
  const page = await driven.browser.newPage();
  try {
    await page.tracing.start({ categories: [...ourCategories, 'blink.user_timing'] });
    await page.goto(server.url('hostile.html'), { waitUntil: 'load' });
    await page.bringToFront();
    await page.evaluate(() => hurt());
    await pause(seconds * 1_000);
    const events = readEvents(await page.tracing.stop());
    const seen = await page.evaluate(() => ({ nodes: document.evaluate('count(//node())', document).numberValue, changes }));
    return { ...seen, underlined: (await painted(page)).length, ...tasksIn(events), longestOfOursMs: withUs ? longestOfOurs(events) : null };
  } finally {
    await page.close();
  }
}

function tasksIn(events: readonly TraceEvent[]): Pick<Suffered, 'longestTaskMs' | 'tasksOver50Ms' | 'allTasksMs'> {
  const begun = events.find(({ name }) => name === 'bk-hurt');
  if (!begun) throw new Error('the page left no mark in the trace');
  const tasks = turnsOf(events, begun).filter(({ ts }) => ts > begun.ts).map(({ cpuUs }) => cpuUs / 1_000);
  const sum = tasks.reduce((all, taskMs) => all + taskMs, 0);
  return { longestTaskMs: round(Math.max(...tasks)), tasksOver50Ms: tasks.filter((taskMs) => taskMs > 50).length, allTasksMs: round(sum) };
}

declare function hurt(): void;
declare const changes: number;

function hostilePage(): string {
  const script = `
    let changes = 0;
    function hurt() {
      performance.mark('bk-hurt');
      const begun = performance.now();
      const all = document.querySelectorAll('p');
      setInterval(() => {
        for (; changes < performance.now() - begun; changes += 1) all[Math.floor(Math.random() * all.length)].firstChild.data = 'Changed ' + Math.random() + '. ' + ${JSON.stringify(sentence.repeat(6))};
      }, 10);
    }`;
  const facts = '{"@type":"NewsArticle","headline":"Hostile","datePublished":"2022-09-23"}';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hostile</title><script type="application/ld+json">${facts}</script><script>${script}</script></head><body><article><h1>Hostile</h1>${`<p>${sentence.repeat(6)}<b>Idlib</b></p>`.repeat(paragraphs)}</article></body></html>`;
}
