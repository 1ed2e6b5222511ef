/** Deterministic names and prose to measure on, so that every machine measures the same. */

export interface Random {
  (below: number): number;
}

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** The commonest English words, in order, and the syllables other words are made of. */
const common =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through years where much your way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three'.split(
    ' ',
  );
const nouns = 'front army state council brigade division forces party agreement operation province city national people movement union court bank'.split(' ');
const syllables = { latin: 'ka ri mo ter san del vo len ba tion ment per con ing ers der ma ro si la tu ne bar gol fen shi zan ur qa mid hal jor'.split(' '), arabic: 'با تا ري مو سا دل عن لي حم قا شر نو طي كم فا جو هد رس'.split(' '), cyrillic: 'ка ри мо тер сан дел во лен ба ров ный пер кон ин ма ро си ла ту не'.split(' ') };
/** Prose words end as no name does, so that what is found was put there. */
const proseEnding = { latin: 'ed', arabic: 'ين', cyrillic: 'ет' };
type Script = keyof typeof syllables;

function word(random: Random, script: Script, least: number, most: number): string {
  const count = least + random(most - least + 1);
  let made = '';
  for (let part = 0; part < count; part++) made += syllables[script][random(syllables[script].length)] ?? '';
  return made;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Distinct names of one to four words (30, 45, 20 and 5 %), whose words recur as those of real names do: a word of a longer
 * name is a common noun ("front", "army") one time in four.
 */
export function makeNames(count: number, scripts: readonly Script[], seed: number): string[] {
  const random = seeded(seed);
  const pools = scripts.map((script) => Array.from({ length: Math.ceil(count / 2) }, () => capital(word(random, script, 2, 5))));
  const names = new Set<string>();
  while (names.size < count) {
    const pool = pools[random(pools.length)] ?? [];
    const dice = random(100);
    const length = dice < 30 ? 1 : dice < 75 ? 2 : dice < 95 ? 3 : 4;
    names.add(Array.from({ length }, () => (length > 1 && random(4) === 0 ? capital(nouns[random(nouns.length)] ?? '') : pool[Math.floor(random(pool.length) * (random(100) / 100))]) ?? '').join(' '));
  }
  return [...names];
}

/** Prose of about `units` UTF-16 units in which every fortieth word or so is a name of `names`. */
export function makeProse(units: number, names: readonly string[], scripts: readonly Script[], seed: number): string {
  const random = seeded(seed);
  const rare = scripts.map((script) => Array.from({ length: 6000 }, () => word(random, script, 1, 3) + proseEnding[script]));
  const parts: string[] = [];
  let length = 0;
  let sentence = 0;
  while (length < units) {
    const script = scripts[random(scripts.length)] ?? 'latin';
    const dice = random(1000);
    let next = dice < 25 ? (names[random(names.length)] ?? '') : dice < 525 && script === 'latin' ? (common[Math.floor(common.length * (random(1000) / 1000) ** 2)] ?? '') : (rare[scripts.indexOf(script)]?.[Math.floor(6000 * (random(1000) / 1000) ** 2)] ?? '');
    if (sentence === 0) next = capital(next);
    if (dice > 990) next = `“${next}”`;
    sentence = (sentence + 1) % (12 + random(12));
    const end = sentence === 0 ? (random(4) === 0 ? '.\n' : '. ') : random(12) === 0 ? ', ' : ' ';
    parts.push(next, end);
    length += next.length + end.length;
  }
  return Buffer.from(parts.join(''), 'utf16le').toString('utf16le');
}
