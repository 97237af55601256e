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

import { stepSchema } from './rolloutSchema';
import { stepInWords } from './stepInWords';

describe('stepInWords', () => {
  it.each([
    [{ setWeight: 0 }, 'set weight 0 %'],
    [{ pause: { duration: 90 } }, 'pause 1 min 30 s'],
    [{ pause: { duration: '3600' } }, 'pause 1 h'],
    [{ pause: { duration: '1h30m' } }, 'pause 1 h 30 min'],
    [{ pause: { duration: 0 } }, 'pause 0 s'],
    [{ pause: { duration: 'soon' } }, 'pause soon'],
    [{ pause: {} }, 'pause until promoted'],
    [
      {
        analysis: { templates: [{ templateName: 'a' }, { templateName: 'b' }] },
      },
      'analysis a, b',
    ],
    [{ analysis: {} }, 'analysis'],
    [{ experiment: { duration: '5m' } }, 'experiment for 5 min'],
    [{ experiment: {} }, 'experiment'],
    [{ setCanaryScale: { replicas: 3 } }, 'scale to 3 replicas'],
    [{ setCanaryScale: { weight: 25 } }, 'scale to 25 % of the replicas'],
    [{ setCanaryScale: { matchTrafficWeight: true } }, 'scale with the weight'],
    [{ setHeaderRoute: { name: 'beta' } }, 'route by header beta'],
    [{ setMirrorRoute: { percentage: 10 } }, 'mirror 10 % of the traffic'],
    [{ plugin: { name: 'acme/notify' } }, 'plugin acme/notify'],
    [{ somethingNew: true }, 'another step'],
  ])('%j is %s', (step, words) => {
    expect(stepInWords(stepSchema.parse(step))).toBe(words);
  });
});
