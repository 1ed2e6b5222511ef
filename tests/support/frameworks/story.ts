/** An article that changes while it is read. What it shows depends on four switches, whatever draws it. */
export interface Story {
  /** The first paragraph is corrected. */
  corrected: boolean;
  /** The second is taken back. */
  withdrawn: boolean;
  /** The list is turned round. */
  turned: boolean;
  /** A paragraph is added. */
  updated: boolean;
}

export const asServed: Story = { corrected: false, withdrawn: false, turned: false, updated: false };

export interface Line {
  id: string;
  text: string;
}

/** A part of the paragraph that can be taken back. */
export const excerpt = 'nobody who was asked could say on whose orders they had come';

const filler = 'Those who stayed behind had been told to wait for another day, and most of them did so in silence.';

export function paragraphsOf({ corrected, withdrawn, updated }: Story): Line[] {
  const lead = corrected ? `Nobody has left Afrin so far. ${filler}` : `The last of them left Atarib before noon. ${filler}`;
  return [
    { id: 'lead', text: lead },
    ...(withdrawn ? [] : [{ id: 'road', text: `On the road stood men of Hayat Tahrir al-Sham; ${excerpt}. ${filler}` }]),
    ...(updated ? [{ id: 'update', text: `In the evening it was quiet in Kobani. ${filler}` }] : []),
  ];
}

export function itemsOf({ turned }: Story): Line[] {
  const items = [
    { id: 'first', text: `Shops in Manbij were open for an hour. ${filler}` },
    { id: 'second', text: `The crossing at Jarablus was shut. ${filler}` },
    { id: 'third', text: `Azaz had neither bread nor light. ${filler}` },
  ];
  return turned ? items.toReversed() : items;
}

/** What a client script leaves in the window for the tests. */
export interface StoryWindow {
  /** Makes the served markup live. */
  hydrate(): void;
  /** Turns one of the switches; there once the page is live. */
  turn?(part: keyof Story): void;
}
