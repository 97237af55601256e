export { createPullRequestAction } from './pullRequest';
