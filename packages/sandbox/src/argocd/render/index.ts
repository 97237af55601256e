export { RenderError } from './RenderError';
export { Renderer, type Rendering, type RenderRequest } from './Renderer';
export type { RenderTools } from './SourceRenderer';
export {
  type SourceRepository,
  SourceRepositories,
} from './SourceRepositories';
