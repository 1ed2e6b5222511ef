import { render } from 'preact';
import '../../components/shared/page.css';
import '../../components/settings/options.css';
import { OptionsPage } from './OptionsPage.tsx';

const root = document.getElementById('app');
if (root) render(<OptionsPage />, root);
