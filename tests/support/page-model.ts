import type { Mention } from '../../lib/match/types.ts';
import type { PageModel } from '../../lib/messages/to-page.ts';
import type { Card } from '../../lib/pack/card.ts';
import { kindOf, type EntityType } from '../../lib/pack/schema.ts';
import { aCard, aSource, aStatement } from './card-fixture.ts';

/** A page of news of 23 September 2022 with a dozen names of every kind; `change` replaces top-level fields. */
export function aPageModel(change: Partial<PageModel> = {}): PageModel {
  return {
    article: {
      title: 'Idlib’s rulers and Turkish intelligence said to agree on moving foreign fighters',
      published: { day: '2022-09-23', from: 'json-ld datePublished' },
      modified: null,
      byline: ['A. Reporter'],
      site: 'The Meridian',
      section: null,
      lang: 'en',
      dir: 'ltr',
      url: 'https://themeridian.example/idlib-talks',
      canonical: 'https://themeridian.example/idlib-talks',
      news: { is: true, kind: 'article', why: ['json-ld news article', 'publication date', 'prose'] },
    },
    asOf: { day: '2022-09-23', basis: 'article' },
    mentions: cards.flatMap((card, at) => Array.from({ length: 1 + (at % 3) }, (_, nth) => aMention(card, 100 * at + 20 * nth))),
    cards,
    clippings: [],
    ...change,
  };
}

function aMention(card: Card, start: number): Mention {
  const sure = card.entity === 'syrian-democratic-forces' ? 'choose' : 'one';
  const salience = card.type === 'state' ? 'common' : 'specific';
  return { pack: card.pack, entity: card.entity, text: card.name, start, end: start + card.name.length, sure, salience, kind: card.kind, why: { code: 'name', detail: null } } as Mention;
}

function short(entity: string, type: EntityType, name: string, summary: string, more: Partial<Card> = {}): Card {
  return aCard({
    entity,
    type,
    kind: kindOf[type],
    name,
    otherNames: [],
    exists: { from: null, to: null },
    summary: { text: summary, sources: [aSource()] },
    designations: [],
    before: [],
    since: [],
    disputes: [],
    related: [],
    distinguish: [],
    place: null,
    ...more,
  });
}

const related = (entity: string, type: EntityType, name: string, relation: string) => ({ entity, type, kind: kindOf[type], name, relation });

const cards: Card[] = [
  aCard({
    related: [related('abu-mohammad-al-julani', 'person', 'Abu Mohammad al-Julani', 'led-by'), related('idlib', 'place', 'Idlib', 'based-in')],
    place: null,
  }),
  short('syrian-national-army', 'armed-group', 'Syrian National Army', 'Coalition of armed groups in northern Syria, paid and armed by Turkey.', {
    related: [related('turkey', 'state', 'Turkey', 'supported-by')],
  }),
  short('syrian-democratic-forces', 'armed-group', 'Syrian Democratic Forces', 'Kurdish-led alliance that holds the north-east.'),
  short('abu-mohammad-al-julani', 'person', 'Abu Mohammad al-Julani', 'Head of Hayat Tahrir al-Sham since October 2017.', {
    since: [aStatement('2025-01-29', 'Named president for a transition, as Ahmed al-Sharaa.')],
  }),
  short('abu-ayyoub-al-shami', 'person', 'Abu Ayyoub al-Shami', '', { state: 'report-only', summary: null }),
  short('idlib', 'place', 'Idlib', 'City and governorate in the north-west, most of it outside the government’s hold.', { place: { lat: 35.93, lon: 36.63, approx: false } }),
  short('afrin', 'place', 'Afrin', 'District held by Turkey and allied groups.', {
    place: { lat: 36.51, lon: 36.87, approx: false },
    before: [aStatement('2018-03-18', 'Turkish and allied forces took the city.')],
    since: [aStatement('2022-10-13', 'Fighters of Hayat Tahrir al-Sham entered the city; a partial withdrawal followed.')],
  }),
  short('atarib', 'place', 'al-Atarib', 'Town west of Aleppo.', { place: { lat: 36.14, lon: 36.83, approx: false } }),
  short('sochi', 'place', 'Sochi', 'City on Russia’s Black Sea coast.', { place: { lat: 43.59, lon: 39.72, approx: false } }),
  short('operation-olive-branch', 'military-operation', 'Operation Olive Branch', 'Turkish offensive against Afrin, January to March 2018.'),
  short('sochi-memorandum-2018', 'agreement', 'Sochi memorandum on Idlib', 'Agreement of Russia and Turkey on a demilitarized zone 15–20 km deep.', {
    before: [aStatement('2018-09-17', 'Signed in Sochi by the two defence ministers.')],
    related: [related('turkey', 'state', 'Turkey', 'signed-by'), related('sochi', 'place', 'Sochi', 'signed-in')],
  }),
  short('turkey', 'state', 'Turkey', 'State with troops in northern Syria.'),
  short('terrorism-lists', 'concept', 'terrorism lists', 'Lists of states and the UN Security Council, made under different laws.'),
];
