import { defineConfig } from 'vite';
import { preloadModules, preloadRules } from './preload-rules.ts';

/** The sandboxed preload: one CommonJS file, nothing external but Electron (a sandboxed preload can load nothing else). */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  publicDir: false,
  plugins: [preloadRules()],
  build: {
    outDir: 'out/preload',
    emptyOutDir: true,
    target: 'chrome140',
    minify: false,
    ssr: true,
    rolldownOptions: {
      input: 'electron/shell/preload.ts',
      external: [...preloadModules],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
});
