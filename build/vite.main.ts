import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** Every worker is an entry of its own, found by name beside the main bundle. */
const workers = readdirSync(new URL('../electron/jobs', import.meta.url))
  .filter((file) => file.endsWith('.worker.ts'))
  .map((file) => [`jobs/${file.replace(/\.ts$/, '')}`, `electron/jobs/${file}`]);

/** Electron's main process: everything bundled but Electron itself and the native driver. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  publicDir: false,
  build: {
    outDir: 'out/main',
    emptyOutDir: true,
    target: 'node24',
    ssr: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { 'shell/main': 'electron/shell/main.ts', ...Object.fromEntries(workers) },
      external: ['electron', 'better-sqlite3', ...builtinModules, /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
});
