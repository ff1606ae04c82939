export { commentsOnAgenda } from './comment.actions';
export { commentRoutes } from './comments.routes';
export { endOf as speakerEnd, minutesFor as speakerMinutes, speakerCounts, type Speaker } from './speaker';
export { speakerPaths } from './speaker.paths';
export { listSpeakers } from './speaker.queries';
export { speakerRoutes } from './speakers.routes';
