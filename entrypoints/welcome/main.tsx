import { render } from 'preact';
import '../../components/shared/page.css';
import '../../components/settings/welcome.css';
import { WelcomePage } from './WelcomePage.tsx';

const root = document.getElementById('app');
if (root) render(<WelcomePage />, root);
