export { pageRouter } from './pageRouter';
