export { adviceRoutes } from './advice.routes';
export { acknowledgeNote, signAnswer, writeAnswer } from './answer.actions';
export type { Disposition } from './answer';
export { noteMachine, type Note, type NoteStatus } from './note';
export { adoptByMotion, deliverNote, endorseNote, moveNote, putOnAgenda, writeNote } from './note.actions';
export { advicePaths } from './note.paths';
export { getNote, listPublicNotes, saveNote } from './note.queries';
export { answerMachine } from './answer';
export { addWorkingDays } from './working-days';
