/*
 * Copyright 2026 The GitOps Platform Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { arbitraryAnswers } from '../__testUtils__/arbitraryAnswers';
import { SHIPPED, smallTree } from '../__testUtils__/smallTree';
import { expandTree } from '../expand';
import { readPlatformFile } from '../platform';
import { planRender } from '../render';
import { changedTree } from '../tree';
import { askAnswers } from './askAnswers';
import { findLeftovers } from './findLeftovers';
import { planInit } from './planInit';

const GLOBEX = {
  organisation: 'globex',
  domain: 'globex.io',
  aws: { accountId: '444455556666', region: 'us-east-1' },
};

function started(answers = {}, examples = false) {
  const tree = smallTree();
  return changedTree(
    tree,
    planInit({ tree, answers: { ...GLOBEX, ...answers }, examples }),
  );
}

describe('planInit', () => {
  it('writes the platform.yaml of another organisation, its comments as they were', () => {
    const written = started().get('platform.yaml') ?? '';
    const comments = (of: string) => of.match(/#.*/g);
    expect(comments(written)).toEqual(comments(SHIPPED));
    expect(readPlatformFile(written)).toMatchObject({
      organisation: 'globex',
      repository: { url: 'https://github.com/globex/gitops-platform.git' },
      registry: 'ghcr.io/globex',
      environments: [
        { domain: 'dev.globex.io' },
        { domain: 'staging.globex.io' },
        { domain: 'globex.io' },
      ],
      clusters: [{ domain: 'platform.globex.io' }],
      aws: GLOBEX.aws,
      contact: 'platform@globex.io',
      sso: {
        issuer: 'https://sso.globex.io',
        groups: { developers: 'globex:developers' },
      },
      workloads: [],
    });
  });

  it('drops the example services, or moves them to the new hosts', () => {
    const services = (tree: ReadonlyMap<string, string>) =>
      [...tree.keys()].filter(path => path.includes('/welcome/'));
    expect(services(started())).toEqual([]);
    const kept = started({}, true);
    expect(services(kept)).toHaveLength(6);
    expect(kept.get('applications/dev/welcome/values.yaml')).toContain(
      '  host: welcome.dev.globex.io # as the',
    );
    expect(kept.get('applications/dev/welcome/application.yaml')).toContain(
      'repoURL: https://github.com/globex/gitops-platform.git',
    );
  });

  it('leaves a service that is gone no rights', () => {
    const policies = 'infrastructure/vault/policies';
    const tree = new Map([
      ...smallTree(),
      [`${policies}/dev/welcome.hcl`, 'path "a" {}\n'],
      [
        `${policies}/kustomization.yaml`,
        'configMapGenerator:\n  - name: a\n    files:\n      - dev.welcome.hcl=dev/welcome.hcl\n',
      ],
      ['terraform/global/ecr/services.json', '{\n  "welcome": "welcome"\n}\n'],
    ]);
    const { write, remove } = planInit({
      tree,
      answers: GLOBEX,
      examples: false,
    });
    expect(remove).toContain(`${policies}/dev/welcome.hcl`);
    expect(write.get(`${policies}/kustomization.yaml`)).toBe(
      'configMapGenerator:\n  - name: a\n    files: []\n',
    );
    expect(write.get('terraform/global/ecr/services.json')).toBe('{}\n');
  });

  it('leaves a tree alone that is in use', () => {
    const tree = new Map([
      ...smallTree(),
      ['applications/dev/cart/application.yaml', 'kind: Application\n'],
    ]);
    expect(() => planInit({ tree, answers: GLOBEX, examples: true })).toThrow(
      'applications/dev/cart/application.yaml is no example',
    );
  });

  it('lists what the answers lack, and what does not fit together', () => {
    const tree = smallTree();
    expect(() =>
      planInit({ tree, answers: { organisation: 'x' }, examples: false }),
    ).toThrow(
      'The answers lack aws.accountId, aws.region, domain (or environments and clusters)',
    );
    expect(() => started({ features: { dns: 'none' } })).toThrow(
      'load-balancer-without-dns',
    );
    expect(() => started({ feature: {} })).toThrow(
      'feature: there is no such key',
    );
  });

  it('leaves nothing of the shipped platform, whatever the answers are, and has nothing left to render', () => {
    fc.assert(
      fc.property(arbitraryAnswers, answers => {
        const tree = smallTree();
        const result = changedTree(
          tree,
          planInit({ tree, answers, examples: false }),
        );
        expect(planRender(result)).toEqual({ write: new Map(), remove: [] });
        expect(expandTree(result).problems).toEqual([]);
        const after = readPlatformFile(result.get('platform.yaml') ?? '');
        expect(findLeftovers(result, readPlatformFile(SHIPPED), after)).toEqual(
          [],
        );
        for (const [path, content] of result) {
          const found =
            /\bacme\b|111122223333|eu-central-1|YOUR_|example\.com/i;
          expect([path, found.exec(content)?.[0]]).toEqual([path, undefined]);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('findLeftovers', () => {
  it('says where another platform is still named', () => {
    const tree = new Map([
      ['docs/a.md', 'one\nhttps://welcome.dev.acme.example\n'],
      ['b.tf', 'account = "111122223333"\n'],
    ]);
    const after = readPlatformFile(started().get('platform.yaml') ?? '');
    expect(findLeftovers(tree, readPlatformFile(SHIPPED), after)).toEqual([
      'docs/a.md:2: dev.acme.example',
      'docs/a.md:2: acme.example',
      'b.tf:1: 111122223333',
    ]);
  });
});

describe('askAnswers', () => {
  it('asks again for what must be answered, and proposes the rest', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const said = text(output);
    input.end(
      '\nglobex\n\ntrunk\n\nglobex.io\n444455556666\n\n\n\n10.1.0.0/16, 10.2.0.0/16\n',
    );
    await expect(askAnswers({ input, output })).resolves.toEqual({
      organisation: 'globex',
      repository: {
        url: 'https://github.com/globex/gitops-platform.git',
        branch: 'trunk',
      },
      registry: 'ghcr.io/globex',
      domain: 'globex.io',
      aws: { accountId: '444455556666', region: 'eu-central-1' },
      contact: 'platform@globex.io',
      sso: { issuer: 'https://sso.globex.io' },
      network: { allowedCidrs: ['10.1.0.0/16', '10.2.0.0/16'] },
    });
    output.end();
    expect(await said).toMatch(/organisation|Owner.*Owner/s);
  });

  it('does not wait for answers that never come', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end('globex\n');
    await expect(askAnswers({ input, output })).rejects.toThrow(
      'The answers ended before the questions did',
    );
  });
});
