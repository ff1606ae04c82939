import { parseArgs } from 'node:util';
import { killMail } from './kill-run';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    mails: { type: 'string', default: '800' },
    seed: { type: 'string', default: '1' },
    database: { type: 'string' },
  },
});

killMail({ kills: Number(values.kills), mails: Number(values.mails), seed: Number(values.seed), databaseUrl: values.database }).then(
  (report) => {
    process.stdout.write(
      `${Object.entries(report)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join(', ')}\n`,
    );
    process.exit(report.duplicates === 0 && report.lost === 0 ? 0 : 1);
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
