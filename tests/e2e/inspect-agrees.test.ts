import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { Mention } from '../../lib/match/types.ts';
import { until } from '../support/reader.ts';
import { useSession } from '../support/session.ts';
import { haveSettings, waitForModel } from '../support/tabs.ts';

const session = useSession();
const folder = fileURLToPath(new URL('../pages/inspect/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.html'));

interface Line {
  file: string;
  mentions: { entity: string; text: string; start: number; end: number }[];
}
const inspected = new Map<string, Line['mentions']>();

beforeAll(async () => {
  await haveSettings(session.driven, { sites: { '127.0.0.1': { news: 'always' } } });
  const script = fileURLToPath(new URL('../support/inspect.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--experimental-strip-types', script, ...files.map((file) => `${folder}${file}`)], { encoding: 'utf8' });
  for (const line of output.trim().split('\n')) {
    const { file, mentions } = JSON.parse(line) as Line;
    inspected.set(file.split('/').at(-1)!, mentions);
  }
});

test.each(files)('inspect and the built extension find the same mentions in %s', async (file) => {
  const { driven, server } = session;
  const page = await driven.open(server.url(`inspect/${file}`));
  const place = ({ entity, start, end }: Pick<Mention, 'entity' | 'start' | 'end'>): string => `${start}-${end} ${entity}`;
  const expected = inspected.get(file)!.map(place);
  const found = async (): Promise<Mention[]> => (await waitForModel(driven, page)).mentions;
  if (expected.length > 0) await until('the first mention', async () => (await found()).length > 0);
  const mentions = await found();
  expect(mentions.map(place)).toEqual(expected);
  if (file !== 'not-about-this.html') expect(mentions.length).toBeGreaterThan(2);
  await page.close();
});
