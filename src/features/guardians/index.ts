export { needsGuardian, type GuardianConsent } from './consent';
export { findConsent, listWithoutConsent } from './consent.queries';
export { guardianPaths } from './guardian.paths';
export { guardianReminders } from './guardian.reminders';
export { guardianRoutes } from './guardian.routes';
