import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The window's files. The host puts a fresh nonce in the place of __NONCE__ at each answer, so that the few style elements
 * made at run time pass the content security policy. Fonts stay files: the policy allows no data: fonts.
 */
export default defineConfig({
  root: new URL('../renderer', import.meta.url).pathname,
  base: './',
  publicDir: false,
  plugins: [react()],
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: new URL('../out/renderer', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'chrome131',
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 1200,
    license: { fileName: 'third-party.json' },
  },
});
