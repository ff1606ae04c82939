import type { Request, Response } from 'express';
import multer, { type StorageEngine } from 'multer';
import type { Deps } from '../deps';
import { discard, writeIncoming, type ReceivedFile } from '../files/store';
import { checkToken } from './csrf';
import { limit } from './limits';
import { signedIn } from './request-context';

/** Reliability.md 4.14: a file has at most 10 MB, a form 5 files and 20 fields. */
const limits = { fileSize: 10_000_000, files: 5, fields: 20, parts: 26, fieldSize: 20_000, fieldNameSize: 60, headerPairs: 30 };

interface Exchange {
  readonly req: Request;
  readonly res: Response;
  /** Whose forms are counted, where it is not a person signed in. */
  readonly sender?: string;
}

/** Reads a form with one file in the field `file` and does the work with it; `null` when no file was chosen. */
export type ReceiveUpload = <Result>(exchange: Exchange, work: (file: ReceivedFile | null) => Promise<Result>) => Promise<Result>;

/**
 * Receives forms with files, of people signed in (or of a `sender` the caller knows), 30 an hour each. Sites elsewhere were refused before (`csrf.ts`); the
 * token stands in the parts, so it is checked once they are read. The incoming file is gone when this returns, kept or not.
 * The caller asks its policy first, so that nobody else's bytes are read at all.
 */
export function uploads(deps: Deps): ReceiveUpload {
  const parts = multer({ storage: storageFor(deps), defParamCharset: 'utf8', limits }).single('file');
  return async ({ req, res, sender }, work) => {
    await limit(deps, { name: 'uploads', key: sender ?? signedIn(res).id, points: 30, seconds: 3600 });
    await settled((done) => parts(req, res, done));
    const file = receivedBy(req);
    try {
      await settled((done) => {
        checkToken(req, res, done);
      });
      return await work(file);
    } finally {
      if (file !== null) await discard(file.path);
    }
  };
}

const storageFor = (deps: Deps): StorageEngine => ({
  _handleFile: (_req, file, done) => {
    writeIncoming(deps, file.stream).then(
      ({ path, bytes, sha256 }) => {
        done(null, { path, size: bytes, filename: sha256 });
      },
      (error: unknown) => {
        done(error);
      },
    );
  },
  _removeFile: (_req, file, done) => {
    discard(file.path).then(() => {
      done(null);
    }, done);
  },
});

function receivedBy({ file }: Request): ReceivedFile | null {
  return file === undefined ? null : { path: file.path, givenName: file.originalname, bytes: file.size, sha256: file.filename };
}

/** A middleware as a promise. */
const settled = (run: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    run((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('upload failed'));
    });
  });
