/*
 * node promote-image.mjs <plan|copy> <file>
 *
 * `plan` writes the images that a pull request needs copied into <file>, as JSON: what its version files name in the
 * registry of their environment, and where in Git the same digest is named already. `copy` copies them by digest, with
 * their signatures, attestations and bills of materials. What is there already is not copied again.
 *
 * Needs git, yq (mikefarah's) and skopeo, which the runners of GitHub bring. What stands in a file is checked before it
 * becomes an argument, and nothing ever passes through a shell.
 */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { pathToFileURL } from 'node:url';

const FILE =
  /^applications\/(?<environment>[^/]+)\/(?<service>[^/]+)\/values\.yaml$/;
const REPOSITORY = /^[a-z0-9][a-z0-9.-]*(:[0-9]+)?(\/[a-z0-9][a-z0-9._-]*)+$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** What cosign and OCI clients keep beside an image, by its digest: signature, attestations, SBOM, referrers. */
const COMPANIONS = ['.sig', '.att', '.sbom', ''];

const MISSING = /manifest unknown|name unknown|not found|404/i;

/**
 * The images to copy.
 *
 * @param changed - version files that the pull request changes, each `{ path, before, after }` with `{ repository, digest }`
 * @param present - every version file of the head, each `{ path, image }`
 */
export function planCopies({ platform, changed, present }) {
  return changed.flatMap(({ path, before, after }) => {
    const { environment, service } = FILE.exec(path)?.groups ?? {};
    const target = registryOf(platform, environment);
    const { repository, digest } = after ?? {};
    const same = before?.repository === repository && before?.digest === digest;
    if (!environment || same || !repository || !isBelow(target, repository)) {
      return [];
    }
    // That is where CI pushes to.
    if (target === platform.registry) {
      return [];
    }
    if (!REPOSITORY.test(repository) || !DIGEST.test(digest ?? '')) {
      throw new Error(
        `${path}: expected image.repository and image.digest (sha256:…), found ${JSON.stringify(
          repository,
        )} and ${JSON.stringify(
          digest ?? '',
        )}; an image is copied by digest alone`,
      );
    }
    const wanted = repository.slice(target.length);
    const source = present
      .filter(file => {
        const place = FILE.exec(file.path)?.groups;
        const registry = registryOf(platform, place?.environment);
        return (
          place?.service === service &&
          file.image?.digest === digest &&
          // The same name below another registry, and nothing that a file could point anywhere with.
          file.image.repository === `${registry}${wanted}` &&
          // A pull request may change the registries, too, and this goes into an output of the step.
          REPOSITORY.test(file.image.repository)
        );
      })
      .map(file => file.image.repository)
      .find(found => found !== repository);
    return [{ path, repository, digest, source }];
  });
}

function registryOf(platform, name) {
  const environment = platform.environments.find(item => item.name === name);
  return environment?.registry ?? platform.registry;
}

function isBelow(registry, repository) {
  return repository.startsWith(`${registry}/`);
}

/** Copies one image and what belongs to it. Says what it did, in a line each. */
export function copyImage(
  { path, repository, digest, source },
  { exists, copy },
) {
  const image = `${repository}@${digest}`;
  const said = [];
  if (exists(image)) {
    said.push(`${image} is there`);
  } else if (!source) {
    throw new Error(
      `${path}: ${image} does not exist, and no other environment names that digest under a registry of the platform; promote from an environment that runs it`,
    );
  } else {
    const tag = `promoted-${digest.slice('sha256:'.length)}`;
    copy(`${source}@${digest}`, `${repository}:${tag}`);
    if (!exists(image)) {
      throw new Error(
        `${image} does not exist after the copy: the registry changed its content`,
      );
    }
    said.push(`${image} copied from ${source}`);
  }
  for (const suffix of source ? COMPANIONS : []) {
    const tag = `${digest.replace(':', '-')}${suffix}`;
    if (exists(`${source}:${tag}`) && !exists(`${repository}:${tag}`)) {
      copy(`${source}:${tag}`, `${repository}:${tag}`);
      said.push(`${repository}:${tag} copied`);
    }
  }
  return said;
}

/** Whether a registry has a reference. Rejects where it does not say. */
function existsInRegistry(reference) {
  try {
    run('skopeo', ['inspect', '--raw', `docker://${reference}`]);
    return true;
  } catch (error) {
    if (MISSING.test(String(error.stderr))) {
      return false;
    }
    throw new Error(
      `${reference}: ${String(error.stderr ?? error.message).trim()}`,
    );
  }
}

/** Every platform of the image, with its digests as they are. */
function copyInRegistry(from, to) {
  run('skopeo', [
    'copy',
    '--all',
    '--preserve-digests',
    '--retry-times',
    '3',
    `docker://${from}`,
    `docker://${to}`,
  ]);
}

function run(command, args, options = {}) {
  return execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...options,
  });
}

function parseYaml(text) {
  return JSON.parse(run('yq', ['-o=json', '-I=0', '.'], { input: text }));
}

function imageOf(text) {
  const { repository, digest } = (text && parseYaml(text)?.image) || {};
  return { repository, digest };
}

/** A file at a commit; `undefined` where there is none. */
function readAt(commit, path) {
  const listed = run('git', ['ls-tree', '--name-only', commit, '--', path]);
  return listed.trim() ? run('git', ['show', `${commit}:${path}`]) : undefined;
}

function plan(env) {
  const base = run('git', ['merge-base', env.BASE_SHA, 'HEAD']).trim();
  const list = args =>
    run('git', args)
      .split('\0')
      .filter(path => FILE.test(path));
  const changed = list([
    'diff',
    '--name-only',
    '--no-renames',
    '-z',
    base,
    'HEAD',
  ]);
  if (changed.length === 0) {
    return [];
  }
  const present = list(['ls-files', '-z']);
  return planCopies({
    platform: parseYaml(readFileSync('platform.yaml', 'utf8')),
    changed: changed
      .filter(path => existsSync(path))
      .map(path => ({
        path,
        before: imageOf(readAt(base, path)),
        after: imageOf(readFileSync(path, 'utf8')),
      })),
    present: present.map(path => ({
      path,
      image: imageOf(readFileSync(path, 'utf8')),
    })),
  });
}

/** The registries that a plan needs, for the step that logs in. */
function hostsOf(copies) {
  const references = copies.flatMap(({ repository, source }) =>
    [repository, source ?? []].flat(),
  );
  return [...new Set(references.map(reference => reference.split('/')[0]))];
}

function main([command, file]) {
  if (command === 'plan' && file) {
    const copies = plan(process.env);
    writeFileSync(file, JSON.stringify(copies));
    const lines = copies.map(
      ({ path, repository, digest, source }) =>
        `${path}: ${repository}@${digest}, from ${source ?? 'nowhere'}`,
    );
    console.log(lines.join('\n') || 'No image has to be copied.');
    if (process.env.GITHUB_OUTPUT) {
      appendFileSync(
        process.env.GITHUB_OUTPUT,
        `copies=${copies.length}\nhosts=${hostsOf(copies).join(' ')}\n`,
      );
    }
  } else if (command === 'copy' && file) {
    for (const image of JSON.parse(readFileSync(file, 'utf8'))) {
      console.log(
        copyImage(image, {
          exists: existsInRegistry,
          copy: copyInRegistry,
        }).join('\n'),
      );
    }
  } else {
    throw new Error('usage: node promote-image.mjs <plan|copy> <file>');
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(`::error::${error.message}`);
    process.exitCode = 1;
  }
}
