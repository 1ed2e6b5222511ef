import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import puppeteer, { type Browser } from 'puppeteer-core';
import { build } from 'vite';
import type { Answer, AnchorsInPage, Beyond } from './anchors-in-page.ts';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { decodePage } from './node-document.ts';
import { spread } from './numbers.ts';
import { startServer, type Server } from './server.ts';

declare const anchors: AnchorsInPage;
declare const runTrial: (change: string, seed: number, excerpts: number) => Promise<Row[] | null>;

type Outcome = 'exact' | 'near' | 'part' | 'wrong' | 'orphan' | 'false' | 'falsescript';
interface Row {
  kind: string;
  r: Record<string, [Outcome, anchorMs: number, describeMs: number]>;
}

interface Result {
  rows: Row[];
  steps: number[];
  answers: Answer[];
  beyond: Beyond;
}

const changes = ['none', 'ads', 'wrap', 'inline', 'scripts', 'typo', 'light', 'heavy', 'insert', 'context', 'move', 'teaser', 'delete', 'lookalike'];
const excerptsAPage = 12;
const inert = `<!doctype html><meta charset=utf-8><meta http-equiv="content-security-policy" content="script-src 'none'">`;

/**
 * `anchors [folder] [pages] [change,change]`: the trial of `folder`/anchoring on so many article pages of `folder`/pages,
 * our anchors beside Apache Annotator's; then what the trial leaves out. Seeds come from the pages' names. `--list` names
 * each excerpt that came to something else than it must; `--rtl` takes pages written from right to left, all there are.
 */
export async function evaluateAnchors(args: string[]): Promise<void> {
  const [folder = '../shared', pages = '44', only = changes.join()] = args.filter((arg) => !arg.startsWith('--'));
  const list = args.includes('--list');
  const trial = readFileSync(`${folder}/anchoring/trial.js`, 'utf8');
  const script = await bundle();
  const server = await startServer();
  const browser = await puppeteer.launch({ executablePath: findChromium(), pipe: true, protocolTimeout: 60_000, args: [...chromiumFlags, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'], defaultViewport: { width: 1200, height: 900 } });
  try {
    const rows = new Map<string, Row[]>(only.split(',').map((change) => [change, []]));
    const beyond: Beyond = {};
    const steps: number[] = [];
    let measured = 0;
    const files = articleFiles(`${folder}/pages`);
    const tried = args.includes('--rtl') ? files.filter((file) => isRightToLeft(pageOf(folder, file))) : everyNth(files, Number(pages));
    for (const file of tried) {
      server.put('page.html', inert + pageOf(folder, file));
      let usable = false;
      for (const [change, sofar] of rows) {
        const result = await tryOn(browser, server, [script, trial], change, seedOf(file)).catch((error: unknown) => (console.error(`${file} ${change}: ${String(error)}`), null));
        if (!result) break;
        usable = true;
        sofar.push(...result.rows);
        if (list) listMisses(file, change, result);
        steps.push(...result.steps);
        if (change === 'none') add(beyond, result.beyond);
      }
      if (usable) measured += 1;
    }
    console.log(JSON.stringify({ pages: measured }));
    for (const [change, all] of rows) console.log(JSON.stringify({ change, excerpts: all.length, ours: tally(all, 'ours'), apache: tally(all, 'apache') }));
    const ms = [...rows.values()].flat().map((row) => row.r['ours']?.[1] ?? 0);
    console.log(JSON.stringify({ anchorMs: spread(ms), apacheMs: spread([...rows.values()].flat().map((row) => row.r['apache']?.[1] ?? 0)), stepMs: spread(steps) }));
    for (const [what, { right, of }] of Object.entries(beyond)) console.log(JSON.stringify({ what, of, rightPercent: percent(right, of) }));
  } finally {
    await browser.close();
    await server.close();
  }
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, target: 'es2024', lib: { entry: fileURLToPath(new URL('anchors-in-page.ts', import.meta.url)), formats: ['iife'], name: 'anchorsBundle' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

function articleFiles(folder: string): string[] {
  const labels = readFileSync(`${folder}/labels.jsonl`, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { file: string; kind: string | null });
  return labels.filter(({ kind }) => kind === 'article').map(({ file }) => file);
}

/** So many, spread evenly, so that all sets are met. */
function everyNth(files: string[], wanted: number): string[] {
  return Array.from({ length: Math.min(wanted, files.length) }, (_, index) => files[Math.floor((index * files.length) / wanted)] ?? '');
}

function pageOf(folder: string, file: string): string {
  const bytes = readFileSync(`${folder}/pages/html/${file}`);
  return decodePage(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

/** More words in Arabic or Hebrew letters than in Latin ones. */
function isRightToLeft(html: string): boolean {
  const text = html.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, ' ');
  const count = (word: RegExp) => text.match(word)?.length ?? 0;
  return count(/[\p{Script=Arabic}\p{Script=Hebrew}]+/gu) > count(/[a-z]+/gi);
}

async function tryOn(browser: Browser, server: Server, scripts: string[], change: string, seed: number): Promise<Result | null> {
  const page = await browser.newPage();
  try {
    await page.goto(server.url('page.html'), { waitUntil: 'domcontentloaded', timeout: 20_000 });
    for (const script of scripts) await page.evaluate(script);
    return await page.evaluate(
      async (name, start, excerpts) => {
        const beyond = name === 'none' ? anchors.beyond() : {};
        Object.assign(globalThis, { P: anchors.systems, SYS: Object.keys(anchors.systems) });
        const rows = await runTrial(name, start, excerpts);
        return rows && { rows, steps: anchors.steps, answers: anchors.answers, beyond };
      },
      change,
      seed,
      excerptsAPage,
    );
  } finally {
    await page.close();
  }
}

function tally(rows: Row[], system: string): object {
  const outcomes = rows.map((row) => row.r[system]?.[0] ?? 'orphan');
  const share = (...wanted: Outcome[]) => percent(outcomes.filter((outcome) => wanted.includes(outcome)).length, outcomes.length);
  return { found: share('exact', 'near'), exact: share('exact'), wrong: share('part', 'wrong'), lost: share('orphan'), false: share('false', 'falsescript') };
}

function listMisses(file: string, change: string, { rows, answers }: Result): void {
  const right: Outcome[] = change === 'delete' || change === 'lookalike' ? ['orphan'] : ['exact', 'near'];
  rows.forEach(({ kind, r }, index) => {
    const outcome = r['ours']?.[0] ?? 'orphan';
    if (!right.includes(outcome)) console.log(JSON.stringify({ file, change, kind, outcome, ...answers[index] }));
  });
}

function add(all: Beyond, more: Beyond): void {
  for (const [what, { right, of }] of Object.entries(more)) {
    const sum = (all[what] ??= { right: 0, of: 0 });
    sum.right += right;
    sum.of += of;
  }
}

function seedOf(name: string): number {
  return [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
}

function percent(part: number, of: number): number {
  return of === 0 ? 0 : Math.round((part / of) * 1000) / 10;
}
