import { defineConfig } from 'vite';

/** The sandboxed preload: one CommonJS file, nothing external but Electron (a sandboxed preload can load nothing else). */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  publicDir: false,
  build: {
    outDir: 'out/preload',
    emptyOutDir: true,
    target: 'chrome140',
    minify: false,
    ssr: true,
    rolldownOptions: {
      input: 'electron/shell/preload.ts',
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
});
