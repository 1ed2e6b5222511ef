import { ImportLine } from '../../components/settings/ImportLine.tsx';
import { Options } from '../../components/settings/Options.tsx';
import { OptionsCards } from '../../components/settings/OptionsCards.tsx';
import { OptionsClippings } from '../../components/settings/OptionsClippings.tsx';
import { OptionsKeys } from '../../components/settings/OptionsKeys.tsx';
import { OptionsMuted } from '../../components/settings/OptionsMuted.tsx';
import { OptionsOwnNames } from '../../components/settings/OptionsOwnNames.tsx';
import { OptionsPacks } from '../../components/settings/OptionsPacks.tsx';
import { OptionsPrivacy } from '../../components/settings/OptionsPrivacy.tsx';
import { OptionsUnderlines } from '../../components/settings/OptionsUnderlines.tsx';
import { OptionsWhere } from '../../components/settings/OptionsWhere.tsx';
import { ExtensionPage } from '../../components/shared/ExtensionPage.tsx';
import { UndoToast } from '../../components/shared/UndoToast.tsx';
import { isolated } from '../../components/shared/words.ts';
import { useHostAccess } from '../../lib/extension/host-access.ts';
import { openKeySettings, useKeyCommands } from '../../lib/extension/key-commands.ts';
import { useKnownPacks } from '../../lib/extension/known-packs.ts';
import { useOwnNames } from '../../lib/extension/own-names.ts';
import { usePackImport } from '../../lib/extension/pack-import.ts';
import { pageWords } from '../../lib/extension/page-words.ts';
import { useSettings } from '../../lib/extension/stored-settings.ts';
import type { EntityRef } from '../../lib/match/types.ts';
import { ask } from '../../lib/messages/client.ts';
import { entityKey } from '../../lib/pack/entity-key.ts';
import { ownPackId } from '../../lib/pack/own-names.ts';
import { withoutRule, withPack } from '../../lib/settings/site-rules.ts';

const { words, dir } = await pageWords();
const noneMuted: EntityRef[] = [];

/** The settings page, wired to storage, permissions and packs. */
export function OptionsPage() {
  const { settings, refused, change } = useSettings();
  const access = useHostAccess();
  const commands = useKeyCommands();
  const known = useKnownPacks(settings?.muted ?? noneMuted);
  const own = useOwnNames();
  const adding = usePackImport();
  if (!settings) return null;
  const isOn = (pack: string) => !settings.packsOff.includes(pack);
  const enable = (pack: string, on: boolean) => change((now) => withPack(now, pack, on));
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
        <OptionsPacks
          packs={known.packs?.map((pack) => ({ ...pack, enabled: isOn(pack.id) })) ?? null}
          problem={known.problem}
          actions={{ enable, export: known.exportFile, remove: known.remove }}
        >
          <ImportLine state={adding.state} onChoose={adding.choose} onCancel={adding.cancel} />
        </OptionsPacks>
        <OptionsOwnNames
          names={own.names}
          problem={own.problem}
          enabled={isOn(ownPackId)}
          onEnable={(on) => enable(ownPackId, on)}
          onEdit={(id) => void ask({ type: 'open', what: 'own-name', entity: { pack: ownPackId, entity: id } })}
          onRemove={own.remove}
          onExport={() => known.exportFile(ownPackId)}
        />
        <OptionsClippings onLibrary={() => void ask({ type: 'open', what: 'library' })} />
        <OptionsMuted
          muted={settings.muted}
          nameOf={(ref) => known.names.get(entityKey(ref)) ?? ref.entity}
          onUnmute={(entity) => void ask({ type: 'mute', entity, muted: false })}
        />
        <OptionsKeys commands={commands} onChange={() => void openKeySettings()} />
        <OptionsPrivacy />
      </Options>
      {known.removed && <UndoToast text={words.t('optionsPackRemoved', isolated(known.removed.manifest.title))} onUndo={known.undoRemove} onEnd={known.forgetRemoved} />}
      {own.removed && <UndoToast text={words.t('optionsOwnRemoved', isolated(own.removed.name))} onUndo={own.undoRemove} onEnd={own.forgetRemoved} />}
    </ExtensionPage>
  );
}
