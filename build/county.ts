import { runCountyCommand } from '../electron/county/command.ts';
import { dayAt } from '../shared/calendar/day.ts';

process.exitCode = await runCountyCommand(process.argv.slice(2), dayAt(Date.now()), {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
});
