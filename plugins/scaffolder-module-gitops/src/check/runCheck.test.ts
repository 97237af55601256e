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

import { createGitOpsApi } from '../__testUtils__/createGitOpsApi';
import { validationErrors } from '../__testUtils__/validationErrors';
import { validateEnvironments } from '../fields/GitOpsEnvironments';
import { validateHost } from '../fields/GitOpsHost';
import { validateName } from '../fields/GitOpsName';
import { dnsLabelProblem } from './dnsLabelProblem';
import { runCheck } from './runCheck';

describe('dnsLabelProblem', () => {
  it.each([
    ['cart', undefined],
    ['c', undefined],
    ['cart-2', undefined],
    ['', undefined],
    ['2cart', /Begin with a letter/],
    ['cart-', /end with a letter or a digit/],
    ['-cart', /Begin with a letter/],
    ['Cart', /not "C"/],
    ['my cart', /not " "/],
    ['cart.shop', /not "\."/],
    ['käse', /not "ä"/],
    ['🛒', /not "🛒"/],
    ['a'.repeat(41), /at most 40 characters; these are 41/],
  ])('of %j is %s', (text, problem) => {
    const found = dnsLabelProblem(text, { maxLength: 40, letterFirst: true });
    expect(found ?? '').toMatch(problem ?? /^$/);
  });
});

describe('runCheck', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('does not wait for ever', async () => {
    jest.useFakeTimers();
    const { api } = createGitOpsApi(() => new Promise(() => {}));
    const verdict = runCheck(api, { check: 'name', value: 'cart' });
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await verdict).toEqual({
      status: 'unavailable',
      message:
        'Not checked: the server takes too long to answer. The task checks it before anything is written.',
      forbidden: false,
    });
  });
});

describe('validation', () => {
  const refusing = createGitOpsApi(async () => ({
    status: 'refused',
    message: 'taken',
  })).api;
  const failing = createGitOpsApi(() => Promise.reject(new Error('no'))).api;
  const environments = createGitOpsApi(async () => ({
    status: 'ok',
    options: [{ value: 'dev', label: 'dev' }],
  })).api;

  it.each([
    ['a refused name', validateName, 'cart', refusing, ['taken']],
    ['a refused host', validateHost, 'shop', refusing, ['taken']],
    ['a refused default host', validateHost, '', refusing, ['taken']],
    ['a name while the server fails', validateName, 'cart', failing, []],
    ['a name without an API', validateName, 'cart', undefined, []],
  ])('of %s', async (_, validate, value, api, errors) => {
    expect(await validationErrors(validate, value, api)).toEqual(errors);
  });

  it.each([
    [['dev'], environments, []],
    [[], environments, []],
    [
      ['dev', 'qa'],
      environments,
      ['There is no environment "qa". Choose from dev.'],
    ],
    [['qa'], failing, []],
  ])('of the environments %j', async (chosen, api, errors) => {
    expect(await validationErrors(validateEnvironments, chosen, api)).toEqual(
      errors,
    );
  });
});
