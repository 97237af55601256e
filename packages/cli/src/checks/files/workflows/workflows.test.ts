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

import { runOn, said } from '../../__testUtils__';
import type { Check } from '../../core';
import { driftExitCode } from './driftExitCode';
import { imageCopies } from './imageCopies';
import { pinnedActions } from './pinnedActions';
import { workflowIdentity } from './workflowIdentity';
import { workflowInputs } from './workflowInputs';
import { workflowPermissions } from './workflowPermissions';
import { workflowSyntax } from './workflowSyntax';

const FILE = '.github/workflows/build.yaml';
const SHA = '0123456789012345678901234567890123456789';

const workflow = (steps: string, top = 'permissions: {}\n') => ({
  [FILE]: `name: Build
on: push
${top}jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
${steps}`,
});

const cases: [string, Check, Record<string, string>, string[]][] = [
  [
    'an action by its tag, one without its version, an image by its tag',
    pinnedActions,
    workflow(`      - uses: actions/checkout@v4
      - uses: actions/checkout@${SHA}
      - uses: docker://alpine:3
`),
    [
      `${FILE}:8 actions/checkout@v4 is not pinned by commit`,
      `${FILE}:9 actions/checkout@${SHA} has no version beside it`,
      `${FILE}:10 docker://alpine:3 is not pinned by digest`,
    ],
  ],
  [
    'a workflow of another repository by its branch',
    pinnedActions,
    {
      [FILE]:
        'on: push\njobs:\n  call:\n    uses: acme/ci/.github/workflows/a.yaml@main\n',
    },
    [`${FILE}:4 acme/ci/.github/workflows/a.yaml@main is not pinned by commit`],
  ],
  [
    'an action by its commit, and one of the repository',
    pinnedActions,
    workflow(`      - uses: actions/checkout@${SHA} # v4.1.0
      - uses: ./.github/actions/tools
`),
    [],
  ],
  [
    'a job with the default permissions, one with all',
    workflowPermissions,
    workflow('      - run: make\n    permissions: write-all\n', ''),
    [`${FILE}:8 permissions: write-all`],
  ],
  [
    'no permissions at all',
    workflowPermissions,
    workflow('      - run: make\n', ''),
    [
      `${FILE}:4 job build has whatever permissions the repository gives by default`,
    ],
  ],
  [
    'code of a fork with secrets',
    workflowPermissions,
    {
      [FILE]: `on: pull_request_target
permissions: {}
jobs:
  build:
    steps:
      - uses: actions/checkout@v4
        with: { ref: '\${{ github.event.pull_request.head.sha }}' }
`,
    },
    [
      `${FILE}:1 runs code of a pull request with the secrets of the repository (pull_request_target)`,
    ],
  ],
  [
    'permissions at the top',
    workflowPermissions,
    workflow('      - run: make\n'),
    [],
  ],
  [
    'an input in a script',
    workflowInputs,
    workflow(`      - run: echo "\${{ inputs.name }} \${{ github.sha }}"
      - uses: actions/github-script@v7
        with:
          script: log('\${{ github.event.issue.title }}')
`),
    [
      `${FILE}:8 \${{ inputs.name }} stands in a script: whoever chooses it writes the script`,
      `${FILE}:11 \${{ github.event.issue.title }} stands in a script: whoever chooses it writes the script`,
    ],
  ],
  [
    'an input as a variable',
    workflowInputs,
    workflow(`      - run: echo "$NAME"
        env: { NAME: '\${{ inputs.name }}' }
`),
    [],
  ],
  [
    'a static key, a role without a token',
    workflowIdentity,
    workflow(`      - uses: aws-actions/configure-aws-credentials@${SHA}
        with: { aws-access-key-id: '\${{ secrets.AWS_ACCESS_KEY_ID }}' }
      - uses: aws-actions/configure-aws-credentials@${SHA}
        with: { role-to-assume: a }
`),
    [
      `${FILE}:9 uses a static key of AWS`,
      `${FILE}:8 configures AWS without a role`,
      `${FILE}:8 job build assumes a role, but may not ask for a token`,
      `${FILE}:10 job build assumes a role, but may not ask for a token`,
    ],
  ],
  [
    'a role by OpenID Connect',
    workflowIdentity,
    workflow(
      `      - uses: aws-actions/configure-aws-credentials@${SHA}
        with: { role-to-assume: a }
`,
      'permissions: { id-token: write }\n',
    ),
    [],
  ],
  [
    'an error of the plan as drift',
    driftExitCode,
    workflow(`      - id: plan
        run: terraform plan -detailed-exitcode
      - if: steps.plan.outcome == 'failure'
        run: exit 2
`),
    [
      `${FILE}:9 takes any failure of the plan for drift: exit code 1 is an error, only 2 is drift`,
    ],
  ],
  [
    'exit code 2 as drift',
    driftExitCode,
    workflow(`      - run: |
          terraform plan -detailed-exitcode || code=$?
          [ "$code" = 2 ] && echo drift
`),
    [],
  ],
  [
    'copies that change the digest, or leave the signatures',
    imageCopies,
    {
      '.github/scripts/a.sh': 'docker buildx imagetools create a\n',
      '.github/scripts/b.sh': 'crane copy a b\n',
    },
    [
      '.github/scripts/a.sh:1 imagetools create wraps the image anew: its digest is another, and no signature fits it',
      '.github/scripts/b.sh:1 crane copy leaves the signatures behind',
    ],
  ],
  [
    'copies with signatures',
    imageCopies,
    { '.github/scripts/a.sh': 'cosign copy a b # not imagetools create\n' },
    [],
  ],
  [
    'what is newer than the linter',
    workflowSyntax,
    workflow(
      '      - run: echo "$A"\n        env: { A: "${{ vars.A }}" }\n',
      'permissions: { attestations: write }\n',
    ),
    [],
  ],
];

describe('checks of workflows', () => {
  it.each(cases)('%s', async (_, check, tree, expected) => {
    const { problems } = await runOn(check, { tree });
    expect(said(problems)).toEqual(expected);
  });

  it('takes over what actionlint says, and says that it is an old one', async () => {
    const { problems, notChecked } = await runOn(workflowSyntax, {
      tree: workflow('      - run: echo ${{ github.nothing }}\n'),
    });
    expect(said(problems)[0]).toMatch(
      /^\.github\/workflows\/build\.yaml:8 property "nothing" is not defined/,
    );
    expect(notChecked[0].why).toMatch(/actionlint is not on PATH/);
  });
});
