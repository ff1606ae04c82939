export { loadActor } from './actor.queries';
