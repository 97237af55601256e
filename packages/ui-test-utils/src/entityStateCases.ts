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

import { act, screen, waitFor } from '@testing-library/react';
import { findAxeViolations } from './findAxeViolations';
import { findLoading } from './findLoading';

/** What {@link entityStateCases} has to know of a plugin. */
export type EntityStatesOptions = {
  /** Names of the entities of the dev app. Those that `failingStates` makes are among them. */
  names: string[];
  /** Shows the card and the tab of the entity of that name. */
  show(name: string): void;
  /** Heading of the card. */
  heading: string;
  /** What is asked for, as the pages call it. */
  what: string;
  /** A text that only an answer brings. */
  answered: string;
  /** Name of the permission without which nothing is shown. */
  permission: string;
};

/**
 * What the card and the tab of every plugin owe their reader in each state of its dev app: a table for `it.each`, of
 * what is so and how to see that it is.
 */
export function entityStateCases(
  options: EntityStatesOptions,
): [string, () => Promise<void>][] {
  const { names, show, heading, what, answered, permission } = options;

  async function axeFindsNothing(name: string) {
    show(name);
    expect(
      await screen.findByRole('heading', { name: heading }),
    ).toBeInTheDocument();
    await waitFor(() => expect(findLoading()).toEqual([]));
    expect(await findAxeViolations()).toEqual([]);
  }

  async function saysWhatItWaitsFor() {
    show('loading');
    await waitFor(() => expect(findLoading()).toHaveLength(2));
    expect(findLoading()[0]).toHaveAccessibleName(`Loading ${what}`);
    expect(await findAxeViolations()).toEqual([]);
  }

  async function keepsWhatItHad() {
    show('stale');
    expect(await screen.findByText(answered)).toBeInTheDocument();
    await act(async () =>
      document.dispatchEvent(new Event('visibilitychange')),
    );
    expect(
      await screen.findAllByText('What is shown is not up to date'),
    ).toHaveLength(2);
    expect(screen.getByText(answered)).toBeInTheDocument();
  }

  async function saysSo(name: string, title: string, text: string) {
    show(name);
    await waitFor(() => expect(screen.getAllByText(title)).toHaveLength(2));
    expect(document.body).toHaveTextContent(text);
  }

  return [
    // `loading` never comes to rest.
    ...names
      .filter(name => name !== 'loading')
      .map((name): [string, () => Promise<void>] => [
        `${name}: axe finds nothing`,
        () => axeFindsNothing(name),
      ]),
    ['loading say what they wait for', saysWhatItWaitsFor],
    ['stale keep what they had', keepsWhatItHad],
    [
      'failed say so',
      () =>
        saysSo(
          'failed',
          `Backstage cannot show ${what}`,
          'The GitOps backend is starting.',
        ),
    ],
    [
      'forbidden say so',
      () => saysSo('forbidden', `You may not see ${what}`, permission),
    ],
  ];
}
