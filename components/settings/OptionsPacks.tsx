import type { ComponentChildren } from 'preact';
import type { PackOrigin } from '../../lib/pack/card.ts';
import type { PackManifest } from '../../lib/pack/schema.ts';
import { dateText } from '../shared/dates.ts';
import { countOf, isolated, useWords } from '../shared/words.ts';
import { SettingLine } from './SettingLine.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** A pack as it is listed. */
export interface ListedPack {
  id: string;
  manifest: PackManifest;
  origin: PackOrigin;
  enabled: boolean;
  entities: number;
  bytes: number;
  /** Its knowledge ended long ago. */
  stale: boolean;
  /** Imported in the place of a bundled one. */
  inPlace: boolean;
}

export interface PackActions {
  enable(id: string, on: boolean): void;
  export(id: string): void;
  remove(id: string): void;
}

interface Props {
  /** Null: not read yet. */
  packs: readonly ListedPack[] | null;
  /** What could not be done: reading the packs, or the last change. */
  problem: 'unread' | 'not-stored' | null;
  actions: PackActions;
  /** How one is added. */
  children: ComponentChildren;
}

/** The background files: what each knows, until when, under which licence, and whether it is used. */
export function OptionsPacks({ packs, problem, actions, children }: Props) {
  const { t } = useWords();
  return (
    <SettingsSection id="packs" title={t('optionsPacks')}>
      {problem === 'unread' && <SettingLine title={t('optionsPacksUnread')} detail={t('optionsPacksUnreadWhy')} />}
      {problem === 'not-stored' && (
        <p class="problem" role="alert">
          {t('optionsPackFailed')}
        </p>
      )}
      {packs?.length === 0 && <SettingLine title={t('optionsNoPacks')} detail={t('optionsNoPacksWhy')} />}
      {packs?.map((pack) => (
        <Pack key={pack.id} pack={pack} actions={actions} />
      ))}
      {children}
      <SettingLine title={t('optionsBorders')} detail={t('optionsBordersWhy')} />
    </SettingsSection>
  );
}

function Pack({ pack, actions }: { pack: ListedPack; actions: PackActions }) {
  const words = useWords();
  const { t, lang } = words;
  const { id, manifest, origin } = pack;
  const title = isolated(manifest.title);
  return (
    <div class="line pack">
      <label class="line">
        <span>
          <b>
            <bdi>{manifest.title}</bdi>
          </b>
          <small>
            {`${countOf(words, 'optionsPackNames', pack.entities)} ${t('optionsPackUntil', dateText(manifest.asOf, lang))}`}
            {origin === 'imported' && ` ${t('optionsPackFromFile')}`}
          </small>
          {pack.stale && <small class="stale">{t('optionsPackStale')}</small>}
        </span>
        <input class="sw" type="checkbox" role="switch" checked={pack.enabled} onChange={(event) => actions.enable(id, event.currentTarget.checked)} />
      </label>
      <details>
        <summary class="link">{t('optionsPackDetails')}</summary>
        <p dir="auto">{manifest.description}</p>
        <p>{t('optionsPackVersion', isolated(manifest.version), sizeText(pack.bytes, lang), isolated(manifest.licence))}</p>
        {pack.inPlace && <p>{t('optionsPackInPlace')}</p>}
        {manifest.credits?.map((credit) => (
          <p key={credit} dir="auto">
            {credit}
          </p>
        ))}
        <p class="acts">
          <button type="button" class="btn is-line" aria-label={t('optionsPackExportOf', title)} onClick={() => actions.export(id)}>
            {t('optionsPackExport')}
          </button>
          {origin === 'imported' && (
            <button type="button" class="btn is-line is-danger" aria-label={t('optionsPackRemoveOf', title)} onClick={() => actions.remove(id)}>
              {t('optionsPackRemove')}
            </button>
          )}
        </p>
      </details>
    </div>
  );
}

function sizeText(bytes: number, lang: string): string {
  const [unit, size] = bytes < 1_000_000 ? (['kilobyte', bytes / 1_000] as const) : (['megabyte', bytes / 1_000_000] as const);
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: size < 10 ? 1 : 0 }).format(size);
}
