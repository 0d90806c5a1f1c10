import { render } from 'preact';
import { readAddress } from './address/address.ts';
import { followLinks } from './address/navigate.ts';
import { App } from './frame/app.tsx';
import './style/tokens.css';
import './style/base.css';

followLinks((url) => readAddress(url).view !== 'nowhere');
const root = document.getElementById('page');
if (root !== null) render(<App />, root);
