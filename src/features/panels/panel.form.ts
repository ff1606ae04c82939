import { field, parseForm } from '../../lib/form';
import { panelKinds } from '../reviews';

export const parsePanelist = (body: unknown) =>
  parseForm({ name: field.text(200), email: field.email(), kind: field.choice(panelKinds) }, body);

export const parseLimits = (body: unknown) => parseForm({ most: field.optionalWhole(0, 999), note: field.optionalText(300) }, body);

const verdicts = ['confirmed', 'dismissed'] as const;

export const parseVerdict = (body: unknown) =>
  parseForm(
    {
      candidacy: field.id(),
      reviewer: field.id(),
      verdict: field.choice(verdicts),
      before: field.optionalChoice(verdicts),
      words: field.text(300, 'panels.errors.wordMissing'),
    },
    body,
  );

export const parsePlan = (body: unknown) => parseForm({ plan: field.optionalText(40), rebalance: field.checked() }, body);
