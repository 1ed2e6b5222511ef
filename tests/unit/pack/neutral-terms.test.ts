import { expect, it } from 'vitest';
import { loadedWords } from '../../../lib/pack/neutral-terms.ts';

it.each([
  ['The terrorists hold the bridge.', ['terrorists']],
  ['The regime liberated the town.', ['regime', 'liberated']],
  ['Its militants and mercenaries crossed.', ['mercenaries', 'militants']],
  ['It holds Rojava.', ['Rojava']],
  ['The state calls it a terrorist group.', []],
  ['It was listed as a terrorist organisation in 2018.', []],
  ["Groups that the text calls 'radical terrorist groups' left.", []],
  ['Its text speaks of “terrorist groups”.', []],
  ['It stood on the US Foreign Terrorist Organization list.', []],
  ['It left the terrorist list.', []],
  ['The regime said that it had left.', ['regime']],
  ['The United States regards it so. Its militants fought on.', ['militants']],
])('%s', (text, words) => {
  expect(loadedWords(text).map(({ word }) => word)).toEqual(words);
});
