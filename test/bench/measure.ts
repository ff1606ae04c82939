import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';

/** A program under measurement: its address and how to end it. */
export interface Program {
  readonly url: string;
  readonly process: ChildProcess;
  /** Milliseconds from its start to its first line that says it is ready. */
  readonly startMs: number;
}

/** Starts a program and waits until it prints `Ready: ADDRESS`. Throws after a minute. */
export function start(command: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Program> {
  const begun = performance.now();
  const child = spawn(command, [...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => {
      reject(new Error(`${args.join(' ')} did not start`));
    }, 60_000);
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const url = /Ready: (\S+)/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(impatience);
      resolve({ url: url.replace('localhost', '127.0.0.1'), process: child, startMs: performance.now() - begun });
    });
    child.once('exit', () => {
      reject(new Error(`${args.join(' ')} ended: ${said}`));
    });
  });
}

export interface Load {
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
}

export interface Rate {
  readonly perSecond: number;
  readonly p99: number;
  readonly errors: number;
}

/** Requests a page over ten connections for some seconds. Answers of 400 and above count as errors. */
export async function rateOf(load: Load, seconds: number): Promise<Rate> {
  const result = await autocannon({ ...load, connections: 10, duration: seconds });
  return { perSecond: result.requests.average, p99: result.latency.p99, errors: result.errors + result['4xx'] + result['5xx'] };
}

/** Resident memory of a process in megabytes (Linux). */
export function memoryOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
