import '@fontsource-variable/noto-sans-sc';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './base.css';
import './print/paper.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startLanguage } from './lib/language.ts';
import { readNonce } from './lib/nonce.ts';
import { startTypeSize } from './lib/type-size.ts';

const nonce = readNonce();
startTypeSize();
await startLanguage();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <App nonce={nonce} />
  </StrictMode>,
);
