import { compileNothing, trustPlainTextOnly } from './lib/trusted-text.ts';

// Before anything else is loaded: what a module does while it is loaded stands under these rules as well.
trustPlainTextOnly();
compileNothing();
await import('./main.tsx');
