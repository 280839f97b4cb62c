import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { programFileSums } from './program-files.ts';

const jobs = new URL('../electron/jobs/', import.meta.url);

/** Every job that answers from a thread of its own is an entry beside the main bundle, found there by its name. */
const workers = readdirSync(jobs)
  .filter((file) => readFileSync(new URL(file, jobs), 'utf8').includes(`from './worker-answer.ts'`))
  .map((file) => [file.replace(/\.ts$/, ''), `electron/jobs/${file}`]);

/** Electron's main process: everything bundled but Electron itself, the native driver and the solver, which looks for its .wasm beside it. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  publicDir: false,
  plugins: [
    {
      name: 'sums of the files beside the archive',
      generateBundle() {
        const source = JSON.stringify(programFileSums(), null, 2);
        this.emitFile({ type: 'asset', fileName: 'program-files.json', source });
      },
    },
  ],
  build: {
    outDir: 'out/main',
    emptyOutDir: true,
    target: 'node24',
    ssr: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { main: 'electron/shell/main.ts', ...Object.fromEntries(workers) },
      external: ['electron', 'better-sqlite3', 'highs', ...builtinModules, /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'highs'] },
});
