import { readConfig } from '../../src/config';
import { openDatabase } from '../../src/db/database';
import { makeDeps } from '../../src/deps';
import { silentLogger } from '../../src/lib/logger';
import { smtpTransport } from '../../src/mail/transport';
import { startWorker } from '../../src/worker';
import { fastClock } from './fast-clock';

/** One worker process that will be killed: `database smtp-url epoch`. Says `ready` when it has begun. */
const [databaseUrl = '', smtpUrl = '', epoch = '0'] = process.argv.slice(2);

const config = readConfig({ NODE_ENV: 'test', MAIL_MODE: 'smtp', SMTP_URL: smtpUrl, MAIL_ALLOWED_DOMAINS: 'example.org' });
const deps = makeDeps(config, { database: openDatabase(databaseUrl), clock: fastClock(Number(epoch)), logger: silentLogger });
const transport = smtpTransport(config.mail, { connectionMs: 500, socketMs: 600, mailMs: 3_000 });
startWorker(deps, { tasks: [], transport, pollMs: 50, delivery: { leaseSeconds: 120, renewEveryMs: 300 } });
process.stdout.write('ready\n');
