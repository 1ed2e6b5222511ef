import type { CardView } from '../../lib/page/card-view.ts';
import type { PlaceMap } from '../../lib/pack/card.ts';
import { aCard, aMention, aSource, aStatement, aView } from './card-fixture.ts';

/** Every state a card can be in, by name: what the screenshots and the accessibility test go through. */
export const stories: Record<string, CardView> = {
  'first-glance': aView(),
  expanded: aView(aCard(), { expanded: true, pinned: true }),
  'since-open': aView(aCard(), { since: 'open' }),
  'in-card-history': aView(aPerson(), { back: 'Hayat Tahrir al-Sham', forward: 'Idlib' }),
  place: aView(aPlace(), { expanded: true }),
  agreement: aView(anAgreement(), { expanded: true }),
  'report-only': aView(aReportOnly(), { expanded: true }),
  'nothing-before': aView(nothingBefore()),
  'date-unknown': aView(aCard({ asOf: { day: null, basis: 'none', stale: true }, since: [] })),
  'date-by-hand': aView(aCard({ asOf: { day: '2019-06-30', basis: 'reader', stale: false } }), { expanded: false }),
  'pack-old': aView(aCard({ asOf: { day: '2022-09-23', basis: 'article', stale: true } }), { since: 'open' }),
  'since-never': aView(aCard(), { since: 'never' }),
  saved: withSubject(aView(aCard(), { expanded: true, notice: 'copied' }), { saved: 'yes', clipped: 3 }),
  'not-saved': withSubject(aView(), { saved: 'failed' }),
  own: aView(aCard({ packOrigin: 'own', packTitle: 'My names' })),
  'from-file': { ...aView(aCard({ packOrigin: 'imported', packTitle: 'The valley', asOf: { day: '2022-09-23', basis: 'article', stale: true } })), expanded: true },
  choose: {
    ...aView(),
    subject: { is: 'choose', text: 'SDF', options: [aForce(), japanese()], why: { code: 'related', detail: 'al-Qaeda, al-Julani' } },
  },
  loading: { ...aView(), subject: { is: 'loading', name: 'Hurras al-Din', mention: aMention, slow: true } },
  muted: { ...aView(), subject: { is: 'muted', name: 'Hayat Tahrir al-Sham' } },
  report: { ...aView(), subject: { is: 'report', card: aCard(), statement: aCard().before[0] ?? null, url: 'https://example.org/2022/09/23/idlib', why: aMention.why } },
  failed: { ...aView(), subject: { is: 'failed', name: 'Hayat Tahrir al-Sham' } },
  bare: aView(aCard({ name: 'Gulf states', type: 'state', kind: 'state', otherNames: [], exists: { from: null, to: null }, before: [], since: [], designations: [], disputes: [], related: [], distinguish: [], summary: { text: 'The six Arab monarchies on the Gulf.', sources: [aSource()] } })),
};

function withSubject(view: CardView, change: object): CardView {
  return { ...view, subject: { ...view.subject, ...change } as CardView['subject'] };
}

function aPerson() {
  return aCard({
    entity: 'abu-mohammad-al-julani',
    type: 'person',
    kind: 'person',
    name: 'Abu Mohammad al-Julani',
    otherNames: [{ text: 'أبو محمد الجولاني', lang: 'ar' }],
    exists: { from: '1982', to: null },
    summary: { text: 'Head of HTS since October 2017. Founded the al-Nusra Front in 2012 and led it until it was renamed in July 2016.', sources: [aSource({ publisher: 'UN Security Council', nature: 'official', date: '2014-05-14' }), aSource()] },
    designations: [],
    before: [aStatement('2012-01', 'Announced the al-Nusra Front.'), aStatement('2013-04', 'Refused a merger.'), aStatement('2016-07-28', 'Announced the break.'), aStatement('2017-10-01', 'Named head.')],
    disputes: [],
  });
}

function aPlace() {
  return aCard({
    entity: 'afrin',
    type: 'place',
    kind: 'place',
    name: 'Afrin',
    otherNames: [
      { text: 'Efrîn', lang: 'ku' },
      { text: 'عفرين', lang: 'ar' },
    ],
    exists: { from: null, to: null },
    summary: { text: 'Mainly Kurdish city and district in north-west Syria, taken in March 2018 by Turkey and allied Syrian factions, which hold it.', sources: [aSource({ publisher: 'UN OCHA', nature: 'official', date: '2018-03-19' })] },
    designations: [],
    before: [aStatement('2012', 'Government forces left and the YPG took over.'), aStatement('2018-03-18', 'Turkish and allied forces took the city after the SDF withdrew.')],
    disputes: [
      {
        question: 'how many were displaced in 2018',
        positions: [
          { holder: 'UN OCHA', text: '137,070 people displaced from the district.', sources: [aSource({ publisher: 'Flash update', date: '2018-03-29' })] },
          { holder: 'Syrian Observatory', text: 'About 300,000 people.', sources: [aSource({ publisher: 'Medya News', date: '2021' })] },
        ],
      },
    ],
    place: { lat: 36.5, lon: 36.87, approx: false },
    map: aMap(),
  });
}

/** A rough outline, for drawing only. */
function aMap(): PlaceMap {
  return {
    viewBox: '0 0 384 194',
    path: 'M60 194 L66 176 L78 187 L102 196 L104 176 L121 164 L133 146 L133 127 L147 122 L164 125 L176 116 L165 106 L156 79 L162 40 L172 18 L200 28 L223 46 L267 49 L314 35 L384 8 L384 194Z',
    points: [
      { x: 202, y: 76, name: 'Afrin', here: true },
      { x: 243, y: 129, name: 'Aleppo', here: false },
      { x: 168, y: 176, name: 'Idlib', here: false },
      { x: 290, y: 60, name: 'Azaz', here: false },
    ],
  };
}

function anAgreement() {
  return aCard({
    entity: 'sochi-memorandum-2018',
    type: 'agreement',
    kind: 'agreement',
    name: 'Sochi memorandum on Idlib (17 September 2018)',
    otherNames: [],
    exists: { from: '2018-09-17', to: null },
    summary: { text: 'Russian-Turkish memorandum of September 2018 on Idlib and a demilitarized zone, supplemented by the Moscow protocol of 5 March 2020.', sources: [aSource({ publisher: 'Sputnik', nature: 'state-outlet', about: 'Russia', date: '2019-02-14' })] },
    designations: [],
    before: [
      aStatement('2018-09-17', 'Signed in Sochi by the two defence ministers after talks between the presidents.'),
      aStatement('2018-10-10', 'Heavy weapons were to be out of the zone.', { contested: { text: 'it withdrew nothing.', by: 'Russia', sources: [aSource({ publisher: 'TASS', nature: 'party', about: 'Russia', date: '2018-10-11' })] } }),
    ],
    since: [aStatement('2024-12-08', 'Lost its object when the government in Damascus fell.')],
    distinguish: ['Sochi memorandum of 22 October 2019'],
    disputes: [],
  });
}

function aReportOnly() {
  return aCard({
    entity: 'abu-ayyoub-al-shami',
    type: 'person',
    kind: 'person',
    name: 'Abu Ayyoub al-Shami',
    otherNames: [{ text: 'أبو أيوب الشامي', lang: 'ar' }],
    exists: { from: null, to: null },
    state: 'report-only',
    summary: { text: 'The report counts him among three HTS representatives at a meeting on 19 September 2022. It cites unnamed sources.', sources: [aSource({ publisher: 'North Press Agency', nature: 'media', date: '2022-09' })] },
    designations: [],
    before: [],
    since: [],
    disputes: [],
    related: [],
    distinguish: ['Abu Ayyub al-Ansari, companion of Muhammad'],
    sourceCount: 1,
  });
}

function nothingBefore() {
  return aCard({ entity: 'murhaf-abu-qasra', type: 'person', kind: 'person', name: 'Murhaf Abu Qasra', otherNames: [{ text: 'مرهف أبو قصرة', lang: 'ar' }], exists: { from: null, to: null }, state: 'before', summary: null, designations: [], before: [], since: [aStatement('2024-12-21', 'Named defence minister.'), aStatement('2025-03-29', 'Kept the office in the new government.')], disputes: [], related: [], distinguish: [] });
}

function aForce() {
  return aCard({ entity: 'syrian-democratic-forces', name: 'Syrian Democratic Forces', summary: { text: 'Kurdish-led alliance in north-east Syria, formed in October 2015.', sources: [aSource()] } });
}

function japanese() {
  return aCard({ entity: 'japan-self-defense-forces', name: 'Japan Self-Defense Forces', type: 'organisation', summary: { text: 'Armed forces of Japan.', sources: [aSource()] } });
}
