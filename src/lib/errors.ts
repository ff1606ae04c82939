import type { MessageKey } from '../i18n/keys';

export type MessageValues = Readonly<Record<string, string | number>>;

/** An error meant for the reader: an HTTP status, a message key and what fills it. Everything else is a bug. */
export class AppError extends Error {
  constructor(
    readonly status: number,
    readonly key: MessageKey,
    readonly values: MessageValues = {},
  ) {
    super(key);
    this.name = new.target.name;
  }
}

/** 404: no such thing, or not for this person to know of. */
export class NotFound extends AppError {
  constructor(key: MessageKey = 'errors.notFound.lead') {
    super(404, key);
  }
}

/** 403: known, but not for this person to do. */
export class Forbidden extends AppError {
  constructor(key: MessageKey = 'errors.forbidden.lead', values: MessageValues = {}) {
    super(403, key, values);
  }
}

/** 409: somebody else was first, or it is not the time for it. */
export class Conflict extends AppError {
  constructor(key: MessageKey = 'errors.conflict.changedMeanwhile', values: MessageValues = {}) {
    super(409, key, values);
  }
}

/** 422: what was sent does not make sense; for single refusals outside a form. */
export class Invalid extends AppError {
  constructor(key: MessageKey, values: MessageValues = {}) {
    super(422, key, values);
  }
}

/** 409: the machine has no such step from here. */
export class IllegalTransition extends Conflict {
  constructor(
    readonly from: string,
    readonly event: string,
  ) {
    super('errors.conflict.notNow');
    this.message = `no ${event} from ${from}`;
  }
}

/** For the default branch of a switch over a union: does not compile while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${String(value)}`);
}
