import { execFile } from 'node:child_process';
import type { RenderTools } from './render';

async function versionOf(
  command: string | undefined,
  args: string[],
): Promise<string> {
  if (!command) {
    return 'not configured';
  }
  return new Promise(resolve => {
    execFile(command, args, { timeout: 10_000 }, (error, stdout) =>
      resolve(error ? 'not configured' : stdout.trim()),
    );
  });
}

/** Asks the tools for their versions, once. */
export function toolVersionReader({ helm, kustomize }: RenderTools) {
  let answer: Promise<{ helm: string; kustomize: string }> | undefined;
  return async () => {
    answer ??= Promise.all([
      versionOf(helm, ['version', '--template', '{{.Version}}']),
      versionOf(kustomize, ['version']),
    ]).then(([helmVersion, kustomizeVersion]) => ({
      helm: helmVersion,
      kustomize: kustomizeVersion,
    }));
    return answer;
  };
}
