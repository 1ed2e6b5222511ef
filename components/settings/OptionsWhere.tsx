import { useState } from 'preact/hooks';
import type { Rule, Settings } from '../../lib/settings/schema.ts';
import { isolated, useWords } from '../shared/words.ts';
import { Segments } from './Segments.tsx';
import { SettingLine, SwitchLine } from './SettingLine.tsx';
import { SettingsSection } from './SettingsSection.tsx';

export interface WhereActions {
  grantAll: () => void;
  /** Gives every grant back. */
  grantNone: () => void;
  /** Gives the grant for every site back and keeps those for single ones. */
  grantChosen: () => void;
  grantSite: (site: string) => void;
  takeBackSite: (site: string) => void;
  everywhere: (on: boolean) => void;
  forgetRule: (level: 'sites' | 'pages', key: string) => void;
}

interface Props {
  settings: Settings;
  /** Every site, or the single ones granted. */
  granted: { all: boolean; sites: readonly string[] };
  /** The browser kept a grant that was to be given back, or refused one. */
  refused: boolean;
  actions: WhereActions;
}

/** Where Backgrounder may read, how to take that back, and the sites and pages with rules of their own. */
export function OptionsWhere({ settings, granted, refused, actions }: Props) {
  const { t } = useWords();
  const [choosing, setChoosing] = useState(false);
  const way = granted.all ? 'all' : granted.sites.length > 0 || choosing ? 'chosen' : 'click';
  const choose = (next: 'all' | 'chosen' | 'click') => {
    setChoosing(next === 'chosen');
    if (next === 'all') actions.grantAll();
    else if (next === 'chosen') actions.grantChosen();
    else actions.grantNone();
  };
  return (
    <SettingsSection id="where" title={t('optionsWhere')}>
      <SwitchLine title={t('popupEverywhere')} detail={t('optionsEverywhereWhy')} on={settings.everywhere} onChange={actions.everywhere} />
      <SettingLine title={t('optionsAccess')} detail={t(({ all: 'optionsAccessAll', chosen: 'optionsAccessChosen', click: 'optionsAccessClick' } as const)[way])}>
        <Segments
          label={t('optionsAccess')}
          name="access"
          value={way}
          onChange={choose}
          options={[
            { value: 'all', text: t('accessAll') },
            { value: 'chosen', text: t('accessChosen') },
            { value: 'click', text: t('accessClick') },
          ]}
        />
      </SettingLine>
      {refused && (
        <p class="problem" role="alert">
          {t('optionsAccessRefused')}
        </p>
      )}
      {way === 'chosen' && <AddSite onAdd={actions.grantSite} />}
      {granted.sites.map((site) => (
        <SettingLine key={site} title={<bdi>{site}</bdi>} detail={t('optionsMayRead')}>
          <button type="button" class="btn" aria-label={t('optionsTakeBackFrom', isolated(site))} onClick={() => actions.takeBackSite(site)}>
            {t('optionsTakeBack')}
          </button>
        </SettingLine>
      ))}
      {(['sites', 'pages'] as const).flatMap((level) =>
        Object.entries(settings[level]).map(([key, rule]) => (
          <SettingLine key={`${level} ${key}`} title={<bdi>{key}</bdi>} detail={<RuleText rule={rule} />}>
            <button type="button" class="btn" aria-label={t('optionsForgetRuleOf', isolated(key))} onClick={() => actions.forgetRule(level, key)}>
              {t('optionsForgetRule')}
            </button>
          </SettingLine>
        )),
      )}
    </SettingsSection>
  );
}

function RuleText({ rule }: { rule: Rule }) {
  const { t } = useWords();
  const off = rule.on === false ? t('optionsRuleOff') : null;
  const news = rule.news === 'always' ? t('optionsRuleAlways') : rule.news === 'never' ? t('optionsRuleNever') : null;
  return <>{[off, news].filter((part) => part !== null).join(' ')}</>;
}

function AddSite({ onAdd }: { onAdd: (site: string) => void }) {
  const { t } = useWords();
  const [site, setSite] = useState('');
  return (
    <form
      class="line add"
      onSubmit={(event) => {
        event.preventDefault();
        const host = site.trim().replace(/^https?:\/\//i, '').replace(/[/?#].*$/, '');
        if (host === '' || !URL.canParse(`https://${host}/`)) return;
        onAdd(host);
        setSite('');
      }}
    >
      <input class="field" dir="ltr" aria-label={t('optionsAddSite')} placeholder={t('optionsAddSiteHint')} value={site} onInput={(event) => setSite(event.currentTarget.value)} />
      <button type="submit" class="btn is-line">
        {t('optionsAddSite')}
      </button>
    </form>
  );
}
