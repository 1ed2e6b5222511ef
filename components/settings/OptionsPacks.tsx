import type { PackManifest } from '../../lib/pack/schema.ts';
import { dateText } from '../shared/dates.ts';
import { countOf, isolated, useWords } from '../shared/words.ts';
import { SettingLine } from './SettingLine.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** A pack as it is listed. */
export interface ListedPack {
  id: string;
  manifest: PackManifest;
  bundled: boolean;
  enabled: boolean;
  entities: number;
  bytes: number;
  /** Its knowledge ended long ago. */
  stale: boolean;
}

interface Props {
  /** Null: not read yet, or could not be. */
  packs: readonly ListedPack[] | null;
  onEnable: (id: string, on: boolean) => void;
}

/** The background files: what each knows, until when, under which licence, and whether it is used. */
export function OptionsPacks({ packs, onEnable }: Props) {
  const words = useWords();
  const { t } = words;
  return (
    <SettingsSection id="packs" title={t('optionsPacks')}>
      {packs?.length === 0 && <SettingLine title={t('optionsNoPacks')} detail={t('optionsNoPacksWhy')} />}
      {packs?.map((pack) => (
        <Pack key={pack.id} pack={pack} onEnable={(on) => onEnable(pack.id, on)} />
      ))}
    </SettingsSection>
  );
}

function Pack({ pack, onEnable }: { pack: ListedPack; onEnable: (on: boolean) => void }) {
  const words = useWords();
  const { t, lang } = words;
  const { manifest } = pack;
  const size = new Intl.NumberFormat(lang, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(pack.bytes / 1000);
  return (
    <div class="line pack">
      <label class="line">
        <span>
          <b>
            <bdi>{manifest.title}</bdi>
          </b>
          <small>{`${countOf(words, 'optionsPackNames', pack.entities)} ${t('optionsPackUntil', dateText(manifest.asOf, lang))}`}</small>
          {pack.stale && <small class="stale">{t('optionsPackStale')}</small>}
        </span>
        <input class="sw" type="checkbox" role="switch" checked={pack.enabled} onChange={(event) => onEnable(event.currentTarget.checked)} />
      </label>
      <details>
        <summary class="link">{t('optionsPackDetails')}</summary>
        <p dir="auto">{manifest.description}</p>
        <p>{t('optionsPackVersion', isolated(manifest.version), size, isolated(manifest.licence))}</p>
        {manifest.credits?.map((credit) => (
          <p key={credit} dir="auto">
            {credit}
          </p>
        ))}
      </details>
    </div>
  );
}
