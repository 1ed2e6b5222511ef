/** Contentious words, and what to write instead. Policy: `packs/README.md`. */
export interface NeutralTerm {
  /** Matches the loaded word in running text; names such as "Foreign Terrorist Organization" are told by their capitals. */
  loaded: RegExp;
  instead: string;
}

export const neutralTerms: readonly NeutralTerm[] = [
  { loaded: /\b(terrorists?|terror)\b(?!(-| )(list|listing|designation|entry|finance))/, instead: "armed group; or say who lists it, and since when" },
  { loaded: /\bregimes?\b/i, instead: "government" },
  { loaded: /\b(liberated|liberation of|liberates?)\b/, instead: 'took, held, controlled, recaptured' },
  { loaded: /\b(occupied|occupies|occupying|occupation|occupiers?)\b/, instead: 'took, held, controlled' },
  { loaded: /\b(cleansed|cleansing|purged)\b/, instead: 'took; displaced' },
  { loaded: /\b(mercenary|mercenaries|gangs?|thugs|ringleaders?|henchmen|stooges?|puppets?)\b/i, instead: 'faction, commander, fighters' },
  { loaded: /\b(militants|jihadists|jihadis|insurgents|rebels|extremists|radicals|guerrillas)\b/i, instead: 'fighters, opposition factions' },
  { loaded: /\b(Rojava|Western Kurdistan|Bakur|Bashur)\b/, instead: 'north-east Syria; Autonomous Administration' },
  { loaded: /\b(settlers|demographic change|colonised|colonized)\b/i, instead: 'displaced people housed there' },
  { loaded: /\b(martyr(s|ed|dom)?|heroic|glorious)\b/i, instead: 'killed' },
  { loaded: /\b(neutrali[sz]ed|eliminated|liquidated)\b/i, instead: 'killed or captured' },
  { loaded: /\b(Zionist entity|infidels?|apostates?|Nusayri|crusaders?)\b/i, instead: 'the name it uses for itself' },
  { loaded: /\b(massacre[ds]?|slaughter(ed)?|atrocit(y|ies)|barbaric|brutal)\b/i, instead: 'killing of … people' },
  { loaded: /\bPKK\/YPG\b/, instead: 'YPG; SDF' },
  { loaded: /\b(so-called|self-styled|self-proclaimed)\b/i, instead: 'say who does not recognise it' },
];

const quoted = /“[^”]*”|"[^"]*"|‘[^’]*’|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])|«[^»]*»/gu;
const attributing =
  /\b(according to|sa(y|ys|id)|call(s|ed|ing)?|regard(s|ed)?|treat(s|ed)?|list(s|ed|ing)?|designat(es|ed|ion|ions)|class(es|ed|ify|ified)?|declar(es|ed)|describ(es|ed)|accus(es|ed)|claim(s|ed)?|argu(es|ed|ing)|report(s|ed)?|sanction(s|ed)|named|den(ies|ied)|reject(s|ed)?|put groups)\b/i;

/** Loaded words the text uses in its own voice: outside quotation marks, and not after a word that attributes what follows to someone. */
export function loadedWords(text: string): { word: string; instead: string }[] {
  return text
    .replace(quoted, '')
    .split(/(?<=[.;:!?])\s+/)
    .flatMap((sentence) => {
      const attributed = attributing.exec(sentence)?.index ?? Infinity;
      return neutralTerms.flatMap(({ loaded, instead }) => {
        const match = loaded.exec(sentence);
        return match && match.index < attributed ? [{ word: match[0], instead }] : [];
      });
    });
}
