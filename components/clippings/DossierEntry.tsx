import type { DossierEntry as Entry } from '../../lib/clip/dossier.ts';
import { statementDate } from '../card/card-dates.ts';
import { Contested } from '../card/Contested.tsx';
import { Prose } from '../card/Prose.tsx';
import { Sources } from '../card/Sources.tsx';
import { dateWithinYear } from '../shared/dates.ts';
import { Icon } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';
import { webLink } from '../shared/web-link.ts';

/** One point of a dossier's line: a sourced fact, or an excerpt with its outlet and note. */
export function DossierEntry({ entry }: { entry: Entry }) {
  const { t, lang } = useWords();
  if (entry.is === 'fact') {
    const { statement } = entry;
    return (
      <div class="ev">
        <time class="when">{statement.to === null ? dateWithinYear(statement.date, lang) : statementDate(statement, lang)}</time>
        <span class="k" />
        <div>
          <p dir="auto">
            <Prose text={statement.text} />
          </p>
          <Sources sources={statement.sources} />
          <Contested contested={statement.contested} />
        </div>
      </div>
    );
  }
  const { page, selector, note } = entry.clipping;
  const link = webLink(page.url);
  const outlet = page.site ?? page.title;
  return (
    <div class="ev mine">
      <time class="when">{dateWithinYear(entry.date, lang)}</time>
      <span class="k">
        <Icon name="save" />
        <span class="vh">{t('dossierYours')}</span>
      </span>
      <div class="body">
        <p class="q" dir="auto" lang={page.lang ?? undefined}>
          {selector.exact}
        </p>
        <p class="src">
          {link === null ? (
            <bdi>{outlet}</bdi>
          ) : (
            <a href={link} target="_blank" rel="noopener noreferrer">
              <bdi>{outlet}</bdi>
            </a>
          )}
          {note && ` – ${note}`}
        </p>
      </div>
    </div>
  );
}
