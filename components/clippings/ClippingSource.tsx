import type { Clipping } from '../../lib/clip/schema.ts';
import { dateText, instantDay } from '../shared/dates.ts';
import { isolated, useWords } from '../shared/words.ts';
import { webLink } from '../shared/web-link.ts';

/** Where and when an excerpt was taken: the page's title as a link, outlet, article's date, day of saving. */
export function ClippingSource({ clipping }: { clipping: Clipping }) {
  const { t, lang } = useWords();
  const { page, capturedAt } = clipping;
  const link = webLink(page.url);
  const outlet = page.site ?? (link === null ? '' : new URL(link).hostname);
  const published = page.published === null ? t('libraryUndated') : dateText(page.published, lang);
  return (
    <p class="src">
      {link === null ? (
        <bdi>{page.title}</bdi>
      ) : (
        <a href={link} target="_blank" rel="noopener noreferrer">
          <bdi>{page.title || link}</bdi>
        </a>
      )}
      <span>{t('librarySource', isolated(outlet), published, instantDay(capturedAt, lang))}</span>
    </p>
  );
}
