import { ImportLine } from '../../../components/settings/ImportLine.tsx';
import { Options } from '../../../components/settings/Options.tsx';
import { OptionsCards } from '../../../components/settings/OptionsCards.tsx';
import { OptionsClippings } from '../../../components/settings/OptionsClippings.tsx';
import { OptionsKeys } from '../../../components/settings/OptionsKeys.tsx';
import { OptionsMuted } from '../../../components/settings/OptionsMuted.tsx';
import { OptionsOwnNames } from '../../../components/settings/OptionsOwnNames.tsx';
import { OptionsPacks, type ListedPack } from '../../../components/settings/OptionsPacks.tsx';
import { OptionsPrivacy } from '../../../components/settings/OptionsPrivacy.tsx';
import { OptionsUnderlines } from '../../../components/settings/OptionsUnderlines.tsx';
import { OptionsWhere } from '../../../components/settings/OptionsWhere.tsx';
import { OwnNameForm } from '../../../components/settings/OwnNameForm.tsx';
import ownNameStyles from '../../../components/settings/own-name.css?inline';
import { Welcome } from '../../../components/settings/Welcome.tsx';
import { WelcomeSample } from '../../../components/settings/WelcomeSample.tsx';
import options from '../../../components/settings/options.css?inline';
import welcome from '../../../components/settings/welcome.css?inline';
import page from '../../../components/shared/page.css?inline';
import type { ImportState } from '../../../lib/pack/import.ts';
import type { OwnNameDraft } from '../../../lib/pack/own-names.ts';
import { defaultSettings } from '../../../lib/settings/default-settings.ts';
import type { Settings } from '../../../lib/settings/schema.ts';
import { anOwnName } from '../own-name.ts';
import { aPageModel } from '../page-model.ts';
import type { Scene } from './scene.ts';

const nothing = () => undefined;
const settings: Settings = {
  ...defaultSettings,
  kinds: { ...defaultSettings.kinds, concept: false },
  sites: { 'bank.example': { on: false }, 'notes.example': { news: 'never' } },
  muted: [{ pack: 'syria', entity: 'moscow-kremlin' }],
};
const where = { grantAll: nothing, grantNone: nothing, grantChosen: nothing, grantSite: nothing, takeBackSite: nothing, everywhere: nothing, forgetRule: nothing };
const pack = {
  id: 'syria',
  manifest: { id: 'syria', title: 'Syria and neighbours', description: 'People, groups, places and agreements in and around Syria since 2011.', version: '1.0.0', asOf: '2026-03-10', licence: 'CC BY-SA 4.0' },
  origin: 'bundled' as const,
  enabled: true,
  entities: 116,
  bytes: 733_000,
  stale: true,
  inPlace: false,
};
const imported: ListedPack = {
  ...pack,
  id: 'valley',
  manifest: { ...pack.manifest, id: 'valley', title: 'The valley', asOf: '2026-08-30' },
  origin: 'imported',
  enabled: false,
  stale: false,
};
const ownName = anOwnName();
const imports: Record<string, ImportState> = {
  all: { is: 'running', file: 'valley.json', progress: { step: 'write', done: 1200, total: 5000 } },
  narrow: { is: 'failed', file: 'valley.json', failure: { ok: false, reason: 'not-a-pack', detail: 'river-guard.aliases.1.text: Too small: expected string to have >=2 characters', line: 212 } },
};
const packActions = { enable: nothing, export: nothing, remove: nothing };

function optionsScene(name: string, width: number): Scene {
  return {
    name: `options-${name}`,
    width,
    height: 900,
    body: 'options',
    css: page + options,
    content: (
      <Options refused={false}>
        <OptionsWhere settings={settings} granted={{ all: false, sites: ['themeridian.example'] }} refused={false} actions={where} />
        <OptionsUnderlines settings={settings} change={nothing} />
        <OptionsCards settings={settings} change={nothing} />
        <OptionsPacks packs={[pack, imported]} problem={null} actions={packActions}>
          <ImportLine state={imports[name] ?? { is: 'idle' }} onChoose={nothing} onCancel={nothing} />
        </OptionsPacks>
        <OptionsOwnNames names={[ownName]} problem={null} enabled onEnable={nothing} onEdit={nothing} onRemove={nothing} onExport={nothing} />
        <OptionsClippings onLibrary={nothing} />
        <OptionsMuted muted={settings.muted} nameOf={() => 'Moscow'} onUnmute={nothing} />
        <OptionsKeys commands={[{ name: 'Go to the next name', keys: 'Alt+.' }, { name: 'Go to the previous name', keys: '' }]} onChange={nothing} />
        <OptionsPrivacy />
      </Options>
    ),
  };
}

function welcomeScene(name: string, width: number): Scene {
  return {
    name: `welcome-${name}`,
    width,
    height: 900,
    body: 'welcome',
    css: page + welcome,
    content: (
      <Welcome allowed={false} refused={false} onChoose={nothing}>
        <WelcomeSample cards={aPageModel().cards} />
      </Welcome>
    ),
  };
}

function ownNameScene(name: string, draft: OwnNameDraft): Scene {
  return {
    name: `own-name-${name}`,
    width: 440,
    height: 740,
    body: 'own-name-window',
    css: page + ownNameStyles,
    content: (
      <OwnNameForm found={{ is: 'ready', draft, isNew: name === 'new' }} onSave={async () => ['line', 'url']} onClose={nothing} />
    ),
  };
}

const { id: _, addedAt: __, editedAt: ___, ...ownDraft } = ownName;

export const scenes: Scene[] = [ownNameScene('new', { ...ownDraft, line: '' }), ownNameScene('edit', ownDraft), optionsScene('all', 1080), optionsScene('narrow', 320), welcomeScene('all', 1280), welcomeScene('narrow', 320)];
