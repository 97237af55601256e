export { apiRouter } from './apiRouter';
export type { RouteServices } from './RouteContext';
export { sandboxRouter } from './sandboxRouter';
