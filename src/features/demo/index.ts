export { demoRoutes } from './demo.routes';
export { prepareDemo, type PreparedDemo } from './demo.actions';
export { generateDistrict } from './seed/generate';
