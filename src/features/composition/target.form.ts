import { field, fieldError, parseForm, type FormErrors, type Parsed, type RawForm } from '../../lib/form';
import type { Dimension } from './composition';
import { problemsOf, type Target } from './target';

/** A group that can have a target, as the form names it. */
export interface TargetGroup {
  readonly dimension: Dimension;
  readonly group: string;
}

const name = (side: 'least' | 'most', { dimension, group }: TargetGroup): string => `${side}-${dimension}-${group}`;
export const leastName = (group: TargetGroup): string => name('least', group);
export const mostName = (group: TargetGroup): string => name('most', group);

/** Two numbers for each group, either may be empty. */
export function parseTargets(
  body: unknown,
  groups: readonly TargetGroup[],
  seats: number,
): Parsed<{ readonly version: number; readonly targets: Target[] }> {
  const names = groups.flatMap((group) => [leastName(group), mostName(group)]);
  const numbers = Object.fromEntries(names.map((one) => [one, field.optionalText(4)]));
  const parsed = parseForm({ version: field.version(), ...numbers }, body);
  if (!parsed.ok) return parsed;
  const values = parsed.values as Readonly<Record<string, unknown>>;
  const errors = notWhole(names, values);
  if (Object.keys(errors).length > 0) return { ok: false, errors, raw: parsed.raw };
  const targets = groups
    .map((group) => ({ ...group, atLeast: numberIn(values[leastName(group)]), atMost: numberIn(values[mostName(group)]) }))
    .filter(({ atLeast, atMost }) => atLeast !== null || atMost !== null);
  const impossible = impossibleIn(targets, seats);
  if (Object.keys(impossible).length > 0) return { ok: false, errors: impossible, raw: parsed.raw };
  return { ok: true, values: { version: parsed.values.version, targets }, raw: parsed.raw };
}

/** The targets as the form shows them. */
export const rawTargets = (targets: readonly Target[]): RawForm =>
  Object.fromEntries(
    targets.flatMap((target) => [
      [leastName(target), target.atLeast === null ? '' : String(target.atLeast)],
      [mostName(target), target.atMost === null ? '' : String(target.atMost)],
    ]),
  );

const numberIn = (value: unknown): number | null => (typeof value === 'string' && value !== '' ? Number(value) : null);

const notWhole = (names: readonly string[], values: Readonly<Record<string, unknown>>): FormErrors =>
  Object.fromEntries(
    names.filter((one) => !/^\d{0,2}$/.test(String(values[one]))).map((one) => [one, fieldError('common.form.whole', { min: 0, max: 99 })]),
  );

const impossibleIn = (targets: readonly Target[], seats: number): FormErrors =>
  Object.fromEntries(
    problemsOf(targets, seats).map(({ target, problem }) =>
      problem === 'turned'
        ? [mostName(target), fieldError('composition.errors.turned')]
        : [leastName(target), fieldError('composition.errors.tooMany', { seats })],
    ),
  );
