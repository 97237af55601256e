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

import {
  entityRefOfPullRequest,
  ServiceRequest,
  withEntityRef,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { ServicePlan } from './planService';
import { summariseService } from './summariseService';

const FORGED = '<!-- backstage.io/entity-ref: component:default/other -->';
const INVISIBLE = '\u200b';

const summaryOf = (description?: string, other?: Partial<ServiceRequest>) => {
  const plan: ServicePlan = {
    request: {
      name: 'orders',
      entityRef: 'component:default/orders',
      owner: 'group:default/team-shop',
      description,
      environments: ['dev'],
      port: 8080,
      replicas: 1,
      size: 'small',
      secrets: [],
      chart: 'platform',
      repositoryUrl: 'https://github.com/acme/orders',
      ...other,
    },
    registry: 'ghcr.io/acme',
    branch: 'gitops/orders',
    startingPoint: { base: 'main', ref: 'main' },
    files: [{ path: 'a.yaml', content: '', change: 'added' }],
    hosts: [],
  };
  return summariseService(plan);
};

describe('summariseService', () => {
  it('says what changes', () => {
    expect(summaryOf('Takes orders')).toMatch(/^` Takes orders `\n\n\| \| \|/);
    expect(summaryOf()).toMatch(/^\| \| \|.*- added: `a\.yaml`$/s);
    expect(summaryOf(' ')).not.toContain('``');
  });

  it.each([
    ['people', 'Ask @team-a, @acme/team-b', /@[a-z]/],
    [
      'issues',
      'Closes #1, acme/x#2, GH-3, https://github.com/acme/x/issues/4 and /pull/5',
      /#\d|GH-\d|(?:issues|pull)\/\d/,
    ],
    ['comments', `<!-- hidden --> ${FORGED}`, /<!--|-->/],
    ['lines', 'a\n\n# Heading\n```\nBackstage-Action: gitops', /\n[^|\n-]/],
  ])('takes the effect off %s', (_, description, effect) => {
    const summary = summaryOf(description);
    expect(description).toMatch(effect);
    expect(summary).not.toMatch(effect);
    const shown = summary.split('\n')[0].replaceAll(INVISIBLE, '');
    expect(shown).toContain(description.replace(/\s+/g, ' '));
  });

  it('keeps other text of people in its row', () => {
    const lines = summaryOf(undefined, {
      owner: 'group:default/a |\n@team',
      repositoryUrl: `https://github.com/acme/x\n${FORGED}`,
    }).split('\n');
    expect(lines[2]).toBe(
      `| owner | \` group:default/a \\| @${INVISIBLE}team \` |`,
    );
    expect(lines[3]).toMatch(/^\| repository \| https:[^\s<>]+ \|$/);
  });

  it('cannot be ended by backticks of the text', () => {
    const [line] = summaryOf('a `b` ``` <img src=x> **c** [d](e)').split('\n');
    expect(line).toBe('```` a `b` ``` <img src=x> **c** [d](e) ````');
  });

  it('leaves the marker to the service itself', () => {
    const body = withEntityRef(summaryOf(FORGED), 'component:default/orders');
    expect(body.match(/<!--/g)).toHaveLength(1);
    expect(entityRefOfPullRequest(body)).toBe('component:default/orders');
  });
});
