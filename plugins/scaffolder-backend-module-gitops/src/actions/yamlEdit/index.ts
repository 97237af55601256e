export { createYamlEditAction } from './yamlEdit';
