import type { Mention } from '../../lib/match/types.ts';

/** What a reader says stands at a place of a text: `start`, `end` (UTF-16 units), entity. */
export type Label = readonly [start: number, end: number, entity: string];

export interface Labelled {
  /** What must be found. */
  names: readonly Label[];
  /** What may be found or not. */
  either?: readonly Label[];
}

export interface Score {
  /** Mentions that name what stands there, the choices among them, and those that do not. */
  right: number;
  choices: number;
  wrong: Mention[];
  missed: Label[];
  /** Of the right ones, those that begin and end where the label does. */
  exact: number;
}

/**
 * Mentions against labels, each used once: a mention is right where it overlaps a label of its entity, or of one that its
 * choice offers; on an `either` label it counts for nothing.
 */
export function scoreMentions(mentions: readonly Mention[], { names, either = [] }: Labelled): Score {
  const score: Score = { right: 0, choices: 0, wrong: [], missed: [], exact: 0 };
  const open = new Set(names);
  for (const mention of mentions) {
    const meant = mention.options?.map(({ entity }) => entity) ?? [mention.entity];
    const agrees = ([start, end, entity]: Label): boolean => start < mention.end && mention.start < end && meant.includes(entity);
    const label = [...open].find(agrees);
    if (label) {
      open.delete(label);
      score.right++;
      if (mention.sure === 'choose') score.choices++;
      if (label[0] === mention.start && label[1] === mention.end) score.exact++;
    } else if (!either.some(agrees)) score.wrong.push(mention);
  }
  score.missed = [...open];
  return score;
}

/** The sum of some scores. */
export function addScores(scores: readonly Score[]): Score {
  return {
    right: sum(scores.map(({ right }) => right)),
    choices: sum(scores.map(({ choices }) => choices)),
    wrong: scores.flatMap(({ wrong }) => wrong),
    missed: scores.flatMap(({ missed }) => missed),
    exact: sum(scores.map(({ exact }) => exact)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Precision and recall in a line. */
export function scoreLine({ right, choices, wrong, missed, exact }: Score): string {
  const share = (part: number, of: number): string => (of === 0 ? '1.000' : (part / of).toFixed(3));
  return `precision ${share(right, right + wrong.length)} (${wrong.length} wrong), recall ${share(right, right + missed.length)} (${missed.length} missed of ${right + missed.length}), ${choices} as a choice, ${share(exact, right)} to the letter`;
}
