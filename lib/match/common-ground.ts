import type { Mention } from './types.ts';

/**
 * Whether a mention is of what every reader knows: states, capitals, world bodies. They are underlined and counted only on
 * request. A president or a sanctions list is of common salience too, since it must not make a page part of the story, but
 * what it had to do with the story needs telling.
 */
export function isCommonGround({ salience, kind }: Pick<Mention, 'salience' | 'kind'>): boolean {
  return salience === 'common' && kind !== 'person' && kind !== 'concept';
}
