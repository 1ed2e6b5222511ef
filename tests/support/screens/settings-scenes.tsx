import { Options } from '../../../components/settings/Options.tsx';
import { OptionsCards } from '../../../components/settings/OptionsCards.tsx';
import { OptionsClippings } from '../../../components/settings/OptionsClippings.tsx';
import { OptionsKeys } from '../../../components/settings/OptionsKeys.tsx';
import { OptionsMuted } from '../../../components/settings/OptionsMuted.tsx';
import { OptionsPacks } from '../../../components/settings/OptionsPacks.tsx';
import { OptionsPrivacy } from '../../../components/settings/OptionsPrivacy.tsx';
import { OptionsUnderlines } from '../../../components/settings/OptionsUnderlines.tsx';
import { OptionsWhere } from '../../../components/settings/OptionsWhere.tsx';
import { Welcome } from '../../../components/settings/Welcome.tsx';
import { WelcomeSample } from '../../../components/settings/WelcomeSample.tsx';
import options from '../../../components/settings/options.css?inline';
import welcome from '../../../components/settings/welcome.css?inline';
import page from '../../../components/shared/page.css?inline';
import { WordsProvider } from '../../../components/shared/words.ts';
import { defaultSettings } from '../../../lib/settings/default-settings.ts';
import type { Settings } from '../../../lib/settings/schema.ts';
import { aPageModel } from '../page-model.ts';
import { english } from '../words.ts';
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
  bundled: true,
  enabled: true,
  entities: 116,
  bytes: 733_000,
  stale: true,
};

function optionsScene(name: string, width: number): Scene {
  return {
    name: `options-${name}`,
    width,
    height: 900,
    body: 'options',
    css: page + options,
    content: (
      <WordsProvider value={english}>
        <Options refused={false}>
          <OptionsWhere settings={settings} granted={{ all: false, sites: ['themeridian.example'] }} refused={false} actions={where} />
          <OptionsUnderlines settings={settings} change={nothing} />
          <OptionsCards settings={settings} change={nothing} />
          <OptionsPacks packs={[pack]} onEnable={nothing} />
          <OptionsClippings onLibrary={nothing} />
          <OptionsMuted muted={settings.muted} nameOf={() => 'Moscow'} onUnmute={nothing} />
          <OptionsKeys commands={[{ name: 'Go to the next name', keys: 'Alt+.' }, { name: 'Go to the previous name', keys: '' }]} onChange={nothing} />
          <OptionsPrivacy />
        </Options>
      </WordsProvider>
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
      <WordsProvider value={english}>
        <Welcome allowed={false} refused={false} onChoose={nothing}>
          <WelcomeSample cards={aPageModel().cards} />
        </Welcome>
      </WordsProvider>
    ),
  };
}

export const scenes: Scene[] = [optionsScene('all', 1080), optionsScene('narrow', 320), welcomeScene('all', 1280), welcomeScene('narrow', 320)];
