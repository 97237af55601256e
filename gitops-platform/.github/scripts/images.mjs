/*
 * node images.mjs [<base commit>]
 *
 * Writes into $GITHUB_OUTPUT which images workloads/ holds: `images`, a JSON list of { name, dockerfile, context } for a
 * matrix, and `any`. With a base commit, only those whose workload changed since. workloads/ccore-ai/api/Dockerfile is
 * the image ccore-ai-api; terraform/global/ecr makes its repositories by the same rule.
 *
 * A Dockerfile that needs more than its own folder says so in a comment of its own: `# context: ..`
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const DOCKERFILE = /^workloads\/(?<place>.+)\/Dockerfile$/;

/** Names and folders that may become arguments of docker. */
const SAFE = /^[a-z0-9][a-z0-9._/-]*$/;

/** The image of a Dockerfile. */
export function imageOf(dockerfile, text) {
  const { place } = DOCKERFILE.exec(dockerfile).groups;
  const relative = /^#\s*context:\s*(\S+)\s*$/m.exec(text)?.[1] ?? '.';
  const context = path.posix.join(path.posix.dirname(dockerfile), relative);
  const image = { name: place.replaceAll('/', '-'), dockerfile, context };
  if (
    !SAFE.test(place) ||
    !(context === 'workloads' || context.startsWith('workloads/'))
  ) {
    throw new Error(
      `${dockerfile}: its folder must be small letters, digits and . _ - alone, and its context below workloads/; the context is ${context}`,
    );
  }
  return image;
}

/** The images that changed files touch. */
export function touched(images, changed) {
  return images.filter(({ context }) =>
    changed.some(file => file.startsWith(`${context}/`)),
  );
}

function git(args) {
  return execFileSync('git', args, { encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const base = process.argv[2];
  const every = git(['ls-files', '-z', 'workloads'])
    .filter(file => DOCKERFILE.test(file))
    .map(file => imageOf(file, readFileSync(file, 'utf8')));
  const images = base
    ? touched(every, git(['diff', '--name-only', '-z', `${base}...HEAD`]))
    : every;
  console.log(images.map(({ name }) => name).join('\n') || 'No image.');
  if (process.env.GITHUB_OUTPUT) {
    appendFileSync(
      process.env.GITHUB_OUTPUT,
      `images=${JSON.stringify(images)}\nany=${images.length > 0}\n`,
    );
  }
}
