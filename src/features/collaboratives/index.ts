export { settingsFrom, usualSettings, type Collaborative, type CollaborativeSettings, type Regime } from './collaborative';
export {
  findCollaborativeBySlug,
  getCollaborative,
  getCollaborativeBySlug,
  insertCollaborative,
  listCollaboratives,
  saveCollaborative,
  type NewCollaborative,
} from './collaborative.queries';
export { collaborativePaths } from './collaborative.paths';
export { collaborativeRoutes } from './collaborative.routes';
export { collaborativeCard, phoneLink, type CollaborativeCard } from './collaborative.views';
export { carriedFact } from './facts';
export { findField } from './find.views';
export { importKinds, type ImportKind, type ImportReport } from './import';
export { importCarriedFacts, importFile } from './import.actions';
export { importReportLines } from './import.views';
export { type School, type SchoolKind } from './school';
export { findSchool, listSchools, saveSchools, searchSchools } from './school.queries';
export { choiceOf, type ZipChoice, type ZipPlace, type ZipShare } from './zip';
export { lookUpZip, saveZips, type StoredZip } from './zip.queries';
export { settingsPolicy } from './settings.policy';
