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
export { type School, type SchoolKind } from './school';
export { findSchool, listSchools, saveSchools, searchSchools } from './school.queries';
export { choiceOf, type ZipChoice, type ZipPlace, type ZipShare } from './zip';
export { lookUpZip, saveZips, type StoredZip } from './zip.queries';
