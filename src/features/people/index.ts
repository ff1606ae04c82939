export { peoplePaths } from './people.paths';
export { peopleRoutes } from './people.routes';
