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

import { TRACKING_ID } from './keptAnnotations';
import { parentOf } from './parentOf';

const child = {
  namespace: 'argocd',
  name: 'web-prod',
  annotations: {},
  ownerReferences: [],
};

it.each<[string, object, object | undefined]>([
  ['nothing', {}, undefined],
  [
    'an ApplicationSet',
    { ownerReferences: [{ kind: 'ApplicationSet', name: 'shop' }] },
    { kind: 'ApplicationSet', name: 'shop', namespace: 'argocd' },
  ],
  [
    'another owner',
    { ownerReferences: [{ kind: 'Tenant', name: 'a' }] },
    undefined,
  ],
  [
    'an Application',
    {
      annotations: {
        [TRACKING_ID]: 'bootstrap:argoproj.io/Application:argocd/web-prod',
      },
    },
    { kind: 'Application', name: 'bootstrap' },
  ],
  [
    'an Application in a namespace of its own',
    {
      annotations: {
        [TRACKING_ID]:
          'team-a_bootstrap:argoproj.io/Application:argocd/web-prod',
      },
    },
    { kind: 'Application', name: 'bootstrap', namespace: 'team-a' },
  ],
  [
    'an ApplicationSet that an Application made',
    {
      annotations: {
        [TRACKING_ID]: 'bootstrap:argoproj.io/ApplicationSet:argocd/shop',
      },
      ownerReferences: [{ kind: 'ApplicationSet', name: 'shop' }],
    },
    { kind: 'ApplicationSet', name: 'shop', namespace: 'argocd' },
  ],
  [
    'an annotation that was copied from another',
    {
      annotations: {
        [TRACKING_ID]: 'bootstrap:argoproj.io/Application:argocd/web-dev',
      },
    },
    undefined,
  ],
  [
    'an annotation of another form',
    { annotations: { [TRACKING_ID]: 'x' } },
    undefined,
  ],
  [
    'a label that a chart sets, too',
    { labels: { 'app.kubernetes.io/instance': 'bootstrap' } },
    undefined,
  ],
])('finds the parent in %s', (_name, fields, parent) => {
  expect(parentOf({ ...child, ...fields })).toEqual(parent);
});
