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

import { render, screen } from '@testing-library/react';
import App from '../App';

describe('signing in', () => {
  it('asks the organisation’s identity provider in production', async () => {
    const config = {
      app: { title: 'GitOps Platform' },
      auth: { environment: 'production' },
      backend: { baseUrl: 'http://localhost:7007' },
    };
    // The app reads its configuration from where the bundler puts it.
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [{ data: config, context: 'test' }],
    } as unknown as NodeJS.ProcessEnv;

    render(App.createRoot());

    expect(
      await screen.findByRole(
        'button',
        { name: 'Sign In' },
        { timeout: 20_000 },
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('Single sign-on')).toBeInTheDocument();
  }, 30_000);
});
