import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toolchain } from './paths.mjs';
import { probe } from './run.mjs';

const PACKAGE = 'mkdocs-techdocs-core==1.7.1';

/**
 * The folder with the `mkdocs` that TechDocs runs, from PyPI into `.toolchain/mkdocs` where the host has none.
 * Docs are a side dish: without Python everything else works, so this only says what is missing.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<string | undefined>} a folder to put on PATH
 */
export async function ensureDocsGenerator(say) {
  if (await probe(['mkdocs', '--version'])) return undefined;
  const home = path.join(toolchain, 'mkdocs');
  const bin = path.join(home, 'bin');
  const stamp = path.join(home, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === PACKAGE) return bin;

  say('fetching mkdocs for the Docs tab');
  rmSync(home, { recursive: true, force: true });
  const pip = path.join(bin, 'pip');
  const installed =
    (await probe(['python3', '-m', 'venv', home])) !== undefined &&
    (await probe([pip, 'install', '--quiet', PACKAGE])) !== undefined;
  if (!installed) {
    say(
      'no mkdocs: the TechDocs tab will say so (it needs python3 with venv and PyPI; everything else works)',
    );
    return undefined;
  }
  writeFileSync(stamp, PACKAGE);
  return bin;
}
