import type { EntityType } from '../pack/schema.ts';

/** Genitive, dative, accusative, instrumental, prepositional. */
const cases = 5;

const endings: readonly [pattern: RegExp, strip: number, cases: readonly string[]][] = [
  [/ая$/, 2, ['ой', 'ой', 'ую', 'ой', 'ой']],
  [/яя$/, 2, ['ей', 'ей', 'юю', 'ей', 'ей']],
  [/(?:[кгх])ий$/, 2, ['ого', 'ому', 'ого|ий', 'им', 'ом']],
  [/(?:[жшчщн])ий$/, 2, ['его', 'ему', 'его|ий', 'им', 'ем']],
  [/[ыо]й$/, 2, ['ого', 'ому', 'ого|ый', 'ым', 'ом']],
  [/[кгх]ое$/, 2, ['ого', 'ому', 'ое', 'им', 'ом']],
  [/ое$/, 2, ['ого', 'ому', 'ое', 'ым', 'ом']],
  [/[кгхжшчщ]ие$/, 2, ['их', 'им', 'их|ие', 'ими', 'их']],
  [/ые$/, 2, ['ых', 'ым', 'ых|ые', 'ыми', 'ых']],
  [/ия$/, 2, ['ии', 'ии', 'ию', 'ией', 'ии']],
  [/ие$/, 2, ['ия', 'ию', 'ие', 'ием', 'ии']],
  // Foreign names ("Алеппо") do not decline.
  [/(\p{L})\1о$/u, 0, ['', '', '', '', '']],
  [/\p{L}{4}о$/u, 1, ['а', 'у', 'о', 'ом', 'е']],
  [/[гкхжшчщ]а$/, 1, ['и', 'е', 'у', 'ой|ей', 'е']],
  [/а$/, 1, ['ы', 'е', 'у', 'ой', 'е']],
  [/я$/, 1, ['и', 'е', 'ю', 'ей', 'е']],
  [/й$/, 1, ['я', 'ю', 'я|й', 'ем', 'е']],
  [/ь$/, 1, ['я|и', 'ю|и', 'я|ь', 'ем|ью', 'е|и']],
  [/[бвдзлмнпрст]ки$/, 2, ['к|ок|ков', 'кам', 'ки|ок', 'ками', 'ках']],
  [/[кгхжшчщ]и$/, 1, ['|ов|ей', 'ам', 'и|', 'ами', 'ах']],
  [/и$/, 1, ['ей|ий', 'ям', 'и', 'ями', 'ях']],
  [/ы$/, 1, ['|ов', 'ам', 'ы|ов', 'ами', 'ах']],
  [/(?:ов|ев|ин|ын)$/, 0, ['а', 'у', 'а|', 'ым|ом', 'е']],
  [/[жшчщц]$/, 0, ['а', 'у', 'а|', 'ем|ом', 'е']],
  [/[бвгдзклмнпрстфх]$/, 0, ['а', 'у', 'а|', 'ом', 'е']],
];

const adjective = /(?:ая|яя|ый|ий|ой|ое|ее|ые|ие)$/;
const undeclined = /^(?:аль|эль|аш|ан|ас|ар|ат|аз|ад|эш|эн|эд|эр|абу|бен|бин|ибн|за|по|и|в|на|из|для|с)$/;

/** One word in each oblique case; each may have several forms. Words that do not decline stay. */
function decline(word: string): string[][] {
  const rule = undeclined.test(word) || word.length < 3 ? undefined : endings.find(([pattern]) => pattern.test(word));
  if (!rule) return Array.from({ length: cases }, () => [word]);
  const stem = word.slice(0, word.length - rule[1]);
  return rule[2].map((forms) => forms.split('|').map((ending) => stem + ending));
}

/**
 * A Russian name in its oblique cases, words agreeing: every word of a person's or place's name; of others the first
 * noun and the adjectives before it, what follows being a genitive already, or the last word where it is an Arabic noun
 * ("Джебхат ан-Нусры"). Of parts joined by hyphens the last alone ("под Дейр-эз-Зором").
 */
export function inflectRussian(text: string, type: EntityType): string[] {
  const words = text.toLowerCase().split(/([\s-]+)/);
  const isName = type === 'person' || type === 'place' || type === 'state';
  const head = words.findIndex((word, index) => index % 2 === 0 && !undeclined.test(word) && !adjective.test(word));
  const forms: string[] = [];
  const declined = words.map((word, index) => (index % 2 === 1 || words[index + 1] === '-' || (!isName && head >= 0 && index > head) ? null : decline(word)));
  for (let at = 0; at < cases; at++) {
    let spelled = [''];
    words.forEach((word, index) => {
      const options = declined[index]?.[at] ?? [word];
      spelled = spelled.flatMap((begun) => options.map((option) => begun + option)).slice(0, 4);
    });
    forms.push(...spelled);
  }
  const last = words.at(-1) ?? '';
  const endsInArabicNoun = !isName && words.length > 3 && undeclined.test(words.at(-3) ?? '');
  return endsInArabicNoun ? [...forms, ...decline(last).flat().map((form) => words.slice(0, -1).join('') + form)] : forms;
}

const adjectiveEndings = ['ий', 'ого', 'ому', 'им', 'ом', 'ая', 'ой', 'ую', 'ое', 'ие', 'их', 'ими'];

/** A deciding word in its cases; one that ends in -ск is the stem of an adjective. */
export function russianCueForms(text: string): string[] {
  return /ск$/.test(text) ? adjectiveEndings.map((ending) => text + ending) : inflectRussian(text, 'place');
}
