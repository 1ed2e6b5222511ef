import { WelcomeSample } from '../../components/settings/WelcomeSample.tsx';
import { Welcome, type AccessChoice } from '../../components/settings/Welcome.tsx';
import { ExtensionPage } from '../../components/shared/ExtensionPage.tsx';
import { useSampleCards } from '../../lib/extension/sample-cards.ts';
import { useHostAccess } from '../../lib/extension/host-access.ts';
import { pageWords } from '../../lib/extension/page-words.ts';
import { useSettings } from '../../lib/extension/stored-settings.ts';

const { words, dir } = await pageWords();

/** The page shown after the install. */
export function WelcomePage() {
  const { settings } = useSettings();
  const access = useHostAccess();
  const cards = useSampleCards();
  const choose = (choice: AccessChoice) => {
    if (choice === 'all') access.grantAll();
    else if (choice === 'chosen') access.grantChosen();
    else access.grantNone();
  };
  return (
    <ExtensionPage words={words} dir={dir} title={words.t('welcomePageTitle')} theme={settings?.theme ?? 'auto'}>
      <Welcome allowed={access.granted.all} refused={access.refused} onChoose={choose}>
        {cards.length > 0 && <WelcomeSample cards={cards} />}
      </Welcome>
    </ExtensionPage>
  );
}
