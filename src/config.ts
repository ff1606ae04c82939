import { join } from 'node:path';
import { z } from 'zod';

/** How the program was told to run; read once from the environment, nowhere else. */
export interface Config {
  readonly mode: 'production' | 'demo' | 'development' | 'test';
  readonly port: number;
  /** Origin of all links, e.g. `https://collaboratives.example.org`; no slash at the end. */
  readonly publicUrl: string;
  readonly allowedHosts: readonly string[];
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly secret: string;
  /** Number of trusted proxies in front (hops), for the client's address. */
  readonly trustProxy: number;
  readonly workerInProcess: boolean;
  readonly mail: MailConfig;
  readonly logLevel: 'silent' | 'debug' | 'info' | 'warn' | 'error';
  /** Test languages (longer words, right to left) beside the real ones. */
  readonly pseudoLocales: boolean;
}

export interface MailConfig {
  readonly mode: 'smtp' | 'mailbox';
  readonly smtpUrl: string;
  readonly from: string;
  readonly fromName: string;
  /** Domain of the Message-ID and of calendar UIDs; never changes once mails have gone out. */
  readonly domain: string;
  /** Outside production only these domains may be written to by SMTP. */
  readonly allowedDomains: readonly string[];
}

const environment = z.object({
  NODE_ENV: z.enum(['production', 'demo', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.string().optional(),
  ALLOWED_HOSTS: z.string().default(''),
  DATABASE_URL: z.string().optional(),
  DATA_FOLDER: z.string().default('data'),
  SECRET: z.string().default(''),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  WORKER: z.enum(['in-process', 'separate']).default('in-process'),
  MAIL_MODE: z.enum(['smtp', 'mailbox', 'log']).optional(),
  SMTP_URL: z.string().default(''),
  MAIL_FROM: z.string().default('no-reply@collaboratives.example'),
  MAIL_FROM_NAME: z.string().default('Local District Collaboratives'),
  MAIL_DOMAIN: z.string().default('collaboratives.example'),
  MAIL_ALLOWED_DOMAINS: z.string().default(''),
  LOG_LEVEL: z.enum(['silent', 'debug', 'info', 'warn', 'error']).default('info'),
  PSEUDO_LOCALES: z.string().default(''),
});

const sampleSecret = 'development-only-secret-do-not-use-in-production';

/** Reads the environment. Throws with one line per fault when a value makes no sense. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = environment.safeParse(env);
  if (!read.success) throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  const given = read.data;
  const publicUrl = (given.PUBLIC_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, '');
  return {
    mode: given.NODE_ENV,
    port: given.PORT,
    publicUrl,
    allowedHosts: listOf(given.ALLOWED_HOSTS),
    databaseUrl: given.DATABASE_URL ?? join(given.DATA_FOLDER, 'collaboratives.sqlite'),
    dataFolder: given.DATA_FOLDER,
    secret: secretOf(given),
    trustProxy: given.TRUST_PROXY,
    workerInProcess: given.WORKER === 'in-process',
    mail: mailOf(given),
    logLevel: given.LOG_LEVEL,
    pseudoLocales: given.PSEUDO_LOCALES !== '',
  };
}

type Given = z.infer<typeof environment>;

const secretOf = ({ SECRET, NODE_ENV }: Given): string => (SECRET === '' && NODE_ENV !== 'production' ? sampleSecret : SECRET);

function mailOf(given: Given): MailConfig {
  const usual = given.NODE_ENV === 'production' ? 'smtp' : 'mailbox';
  return {
    mode: (given.MAIL_MODE ?? usual) === 'smtp' ? 'smtp' : 'mailbox',
    smtpUrl: given.SMTP_URL,
    from: given.MAIL_FROM,
    fromName: given.MAIL_FROM_NAME,
    domain: given.MAIL_DOMAIN,
    allowedDomains: listOf(given.MAIL_ALLOWED_DOMAINS),
  };
}

/** The demo's settings: the environment's, in demo mode, on a SQLite file of its own. Throws where NODE_ENV says production. */
export function readDemoConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  if (env['NODE_ENV'] === 'production') throw new Error('the demo does not run in production');
  const { DATA_FOLDER = 'data/demo', LOG_LEVEL = 'warn', ...rest } = env;
  return readConfig({ ...rest, NODE_ENV: 'demo', DATABASE_URL: undefined, MAIL_MODE: undefined, DATA_FOLDER, LOG_LEVEL });
}

/** What makes a production start unsafe, one line each; empty when nothing does (reliability.md 4.10). */
export function unsafeSettings(config: Config): string[] {
  if (config.mode !== 'production') return [];
  const faults: [boolean, string][] = [
    [Buffer.byteLength(config.secret) < 32 || config.secret === sampleSecret, 'SECRET must be at least 32 bytes of your own'],
    [!config.publicUrl.startsWith('https://'), 'PUBLIC_URL must begin with https://'],
    [config.allowedHosts.length === 0, 'ALLOWED_HOSTS must name the hosts this server answers to'],
    [config.mail.mode !== 'smtp', 'MAIL_MODE must be smtp'],
    [
      config.mail.mode === 'smtp' && !isSafeSmtp(config.mail.smtpUrl),
      'SMTP_URL must be smtps://, or smtp:// with requireTLS=true, and must check certificates',
    ],
    [config.pseudoLocales, 'PSEUDO_LOCALES is for tests only'],
    [config.logLevel === 'debug', 'LOG_LEVEL=debug is not for production'],
  ];
  return faults.filter(([unsafe]) => unsafe).map(([, line]) => line);
}

/** Whether the mailbox, the demo people and the movable clock are there at all. */
export const isDemo = (config: Config): boolean => config.mode === 'demo';

const isSafeSmtp = (url: string): boolean =>
  (url.startsWith('smtps://') || /[?&]requireTLS=true/.test(url)) && !/rejectUnauthorized=false/.test(url);

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
