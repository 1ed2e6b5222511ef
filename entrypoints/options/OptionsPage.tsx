import { Options } from '../../components/settings/Options.tsx';
import { OptionsCards } from '../../components/settings/OptionsCards.tsx';
import { OptionsClippings } from '../../components/settings/OptionsClippings.tsx';
import { OptionsKeys } from '../../components/settings/OptionsKeys.tsx';
import { OptionsMuted } from '../../components/settings/OptionsMuted.tsx';
import { OptionsPacks } from '../../components/settings/OptionsPacks.tsx';
import { OptionsPrivacy } from '../../components/settings/OptionsPrivacy.tsx';
import { OptionsUnderlines } from '../../components/settings/OptionsUnderlines.tsx';
import { OptionsWhere } from '../../components/settings/OptionsWhere.tsx';
import { ExtensionPage } from '../../components/shared/ExtensionPage.tsx';
import { useHostAccess } from '../../lib/extension/host-access.ts';
import { openKeySettings, useKeyCommands } from '../../lib/extension/key-commands.ts';
import { useKnownPacks } from '../../lib/extension/known-packs.ts';
import { pageWords } from '../../lib/extension/page-words.ts';
import { useSettings } from '../../lib/extension/stored-settings.ts';
import type { EntityRef } from '../../lib/match/types.ts';
import { ask } from '../../lib/messages/client.ts';
import { withoutRule } from '../../lib/settings/site-rules.ts';

const { words, dir } = pageWords();
const noneMuted: EntityRef[] = [];

/** The settings page, wired to storage, permissions and packs. */
export function OptionsPage() {
  const { settings, refused, change } = useSettings();
  const access = useHostAccess();
  const commands = useKeyCommands();
  const { packs, names, enable } = useKnownPacks(settings?.muted ?? noneMuted);
  if (!settings) return null;
  const where = {
    ...access,
    everywhere: (everywhere: boolean) => change((now) => ({ ...now, everywhere })),
    forgetRule: (level: 'sites' | 'pages', key: string) => change((now) => withoutRule(now, level, key)),
  };
  return (
    <ExtensionPage words={words} dir={dir} title={words.t('optionsPageTitle')} theme={settings.theme}>
      <Options refused={refused}>
        <OptionsWhere settings={settings} granted={access.granted} refused={access.refused} actions={where} />
        <OptionsUnderlines settings={settings} change={change} />
        <OptionsCards settings={settings} change={change} />
        <OptionsPacks packs={packs} onEnable={enable} />
        <OptionsClippings onLibrary={() => void ask({ type: 'open', what: 'library' })} />
        <OptionsMuted
          muted={settings.muted}
          nameOf={(ref) => names.get(`${ref.pack}/${ref.entity}`) ?? ref.entity}
          onUnmute={(entity) => void ask({ type: 'mute', entity, muted: false })}
        />
        <OptionsKeys commands={commands} onChange={() => void openKeySettings()} />
        <OptionsPrivacy />
      </Options>
    </ExtensionPage>
  );
}
