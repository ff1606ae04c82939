import { field, parseForm } from '../../lib/form';
import { panelKinds } from '../reviews';

export const parsePanelist = (body: unknown) =>
  parseForm({ name: field.text(200), email: field.email(), kind: field.choice(panelKinds) }, body);
