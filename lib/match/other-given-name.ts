import { foldedWords } from './fold.ts';
import { isTitleCase } from './title-case.ts';
import type { MatchPage } from './types.ts';

/** Words that stand between a sentence and a surname without making another person of it. */
const titles = new Set(
  `president premier minister chancellor king emir prince sheikh sultan mr mrs ms dr general gen colonel col major captain commander
  commandant leader chief secretary ambassador senator governor mayor judge spokesman spokeswoman officer dictator caliph strongman
  président ministre premier chef général commandant monsieur mme
  cumhurbaşkanı başkan başbakan bakanı bakan lider lideri general sayın bay
  президент министр генерал лидер командир господин глава
  serok serokê serokkomar fermandar general`.split(/\s+/).flatMap((title) => foldedWords(title)),
);

/** Trades of which a surname right behind is another's: those of the story's people are in no such trade. */
const trades = new Set(
  `coach goalkeeper striker midfielder winger referee player professor teacher singer actor painter
  trainer torwart stürmer verteidiger mittelfeldspieler spieler schiedsrichter lehrer sänger maler
  entraîneur gardien attaquant arbitre joueur professeur chanteur acteur
  тренер вратарь нападающий защитник полузащитник игрок профессор учитель певец актёр художник
  antrenör kaleci forvet hakem oyuncu profesör öğretmen şarkıcı
  المدرب الحارس اللاعب المهاجم الحكم الفنان المطرب`.split(/\s+/).flatMap((trade) => foldedWords(trade)),
);

/** English words that begin a sentence or date it: their capital makes no name of them. */
const noNames = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  the a an this that these those his her their its our in on at by for from with after before since until under over about against between
  and but or nor yet so if when while as because although though both not only even like unlike than then still also
  is was are were did does do will has had have can could should would may might must why how where what who whether which
  meanwhile yesterday today now later earlier instead however according asked told critics`.split(/\s+/),
);

/**
 * The word right before a surname when it makes it someone else's: a capitalised word that is no title, none of `own`
 * names, not common on the page and not there for beginning a sentence, nor itself a place or group (`isNamed` tells whether
 * a stretch is: "Ankara Erdogan"). Null: none, or capitals do not tell (German, headlines, scripts without case).
 */
export function otherGivenName(
  { text, lang }: Pick<MatchPage, 'text' | 'lang'>,
  start: number,
  own: ReadonlySet<string>,
  isSpacedWord: (word: string) => boolean,
  isNamed: (from: number, to: number) => boolean,
): string | null {
  // What begins after an article or the like is part of a longer surname.
  const torn = /(?:^|[^\p{L}])((?:[ae](?:l|sh|s|n|r|t|z|d)-|(?:[ae]l|abu|abd[eu]?l?|bin|ibn)[- ]))$/iu.exec(text.slice(Math.max(0, start - 8), start));
  if (torn) return torn[1] ?? null;
  // So does what follows a nickname by a son ("أبو عمر الجولاني").
  const kunya = /(?:^|[^\p{L}])[أا]ب[ويا] (\p{L}+) $/u.exec(text.slice(Math.max(0, start - 30), start))?.[1];
  if (kunya !== undefined && !own.has(foldedWords(kunya).join(' '))) return kunya;
  const trade = /(?:^|[^\p{L}])(\p{L}{4,})[ \u00a0]$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1];
  if (trade !== undefined && trades.has(foldedWords(trade).join(' '))) return trade;
  if (lang === 'de') return null;
  const initial = initialBefore(text, start);
  if (initial !== null) return (lang === 'fr' && initial === 'M') || [...own].some((name) => name.startsWith(foldedWords(initial)[0] ?? initial)) ? null : `${initial}.`;
  // A full stop ends the sentence before.
  const lead = /(?:^|[^\p{L}\p{N}])(\p{Lu}[\p{L}\p{M}'’-]*\p{Ll})[ \u00a0]$/u.exec(text.slice(Math.max(0, start - 30), start));
  const word = lead?.[1];
  if (word === undefined || /['’]s$/.test(word)) return null;
  const folded = foldedWords(word).join(' ');
  if (titles.has(folded) || ((lang === null || lang === 'en') && noNames.has(folded)) || own.has(folded) || isNamed(start - 1 - word.length, start - 1)) return null;
  if (isTitleCase(text, start)) return null;
  return isSpacedWord(word.toLowerCase()) ? null : word;
}

/**
 * The first of the initials right before a surname ("Р. Т. Эрдоган"): the given name's; those after it may be of the
 * father's name, which no list of names holds.
 */
function initialBefore(text: string, start: number): string | null {
  return /(?:^|[^\p{L}\p{N}.])(\p{Lu})\.(?:[ \u00a0-]?\p{Lu}\.){0,2}[ \u00a0]?$/u.exec(text.slice(Math.max(0, start - 16), start))?.[1] ?? null;
}
