import { expect, test } from 'vitest';
import { sufferHostilePage } from '../support/measure-hostile.ts';
import { useSession } from '../support/session.ts';
import { haveSettings } from '../support/tabs.ts';

const session = useSession();

test('no task of ours takes over 50 ms on a page of 50,000 nodes that changes a thousand times a second', { timeout: 120_000 }, async () => {
  await haveSettings(session.driven, { density: 'all' });
  const { nodes, changes, underlined, longestOfOursMs } = await sufferHostilePage(session.driven, session.server, 6);
  expect(nodes).toBeGreaterThan(50_000);
  expect(changes).toBeGreaterThan(5_000);
  expect(underlined).toBeGreaterThan(0);
  expect(longestOfOursMs).toBeLessThan(50);
});
