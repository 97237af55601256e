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

import { screen } from '@testing-library/react';
import {
  createFrontendModule,
  createTranslationMessages,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  gitopsApiRef,
  gitopsReactTranslationRef,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { createFixtureGitOpsApi } from '../../dev/createFixtureGitOpsApi';
import { entity } from '../../dev/fixtures';
import plugin, { gitopsArgocdTranslationRef } from '../plugin';

const german = [
  createTranslationResource({
    ref: gitopsArgocdTranslationRef,
    translations: {
      de: async () => ({
        default: createTranslationMessages({
          ref: gitopsArgocdTranslationRef,
          messages: {
            'card.environment': 'Umgebung',
            'card.updated': '{{age}} aktualisiert',
            'by.automated': 'Automatisch',
          },
        }),
      }),
    },
  }),
  createTranslationResource({
    ref: gitopsReactTranslationRef,
    translations: {
      de: async () => ({
        default: createTranslationMessages({
          ref: gitopsReactTranslationRef,
          messages: {
            'time.locale': 'de',
            'time.now': 'gerade eben',
            'health.Healthy': 'Gesund',
          },
        }),
      }),
    },
  }),
];

describe('another language', () => {
  it('is shown where an app brings its messages, with times in it; what it lacks is English', async () => {
    renderTestApp({
      features: [
        catalogPlugin,
        plugin,
        createFrontendModule({
          pluginId: 'app',
          extensions: german.map((resource, index) =>
            TranslationBlueprint.make({
              name: `german-${index}`,
              params: { resource },
            }),
          ),
        }),
      ],
      config: {
        app: {
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  defaultLanguage: 'de',
                  availableLanguages: ['en', 'de'],
                },
              },
            },
          ],
        },
      },
      initialRouteEntries: ['/catalog/default/component/healthy'],
      apis: [
        [catalogApiRef, catalogApiMock({ entities: [entity('healthy')] })],
        [gitopsApiRef, createFixtureGitOpsApi()],
        mockApis.permission(),
      ],
    });
    expect(await screen.findByText('Umgebung')).toBeInTheDocument();
    expect(screen.getAllByText('Gesund')).toHaveLength(3);
    expect(screen.getAllByText('Automatisch')).toHaveLength(3);
    expect(screen.getByText('vor 44 Minuten')).toBeInTheDocument();
    expect(screen.getByText('gerade eben').parentElement).toHaveTextContent(
      'gerade eben aktualisiert',
    );
    expect(screen.getByText('Version')).toBeInTheDocument();
  });
});
