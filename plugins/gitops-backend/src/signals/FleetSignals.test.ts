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

import { mockServices } from '@backstage/backend-test-utils';
import { FleetSignals } from './FleetSignals';

describe('FleetSignals', () => {
  const publish = jest.fn(async () => {});
  let signals: FleetSignals;

  beforeEach(() => {
    jest.useFakeTimers();
    publish.mockReset().mockResolvedValue();
    signals = FleetSignals.create({
      signals: { publish },
      logger: mockServices.logger.mock(),
      version: () => 7,
    });
  });

  afterEach(() => {
    signals.stop();
    jest.useRealTimers();
  });

  it('says nothing as long as nobody looks, and an hour after they did', () => {
    signals.changed();
    jest.advanceTimersByTime(10_000);
    expect(publish).not.toHaveBeenCalled();
    signals.viewed();
    jest.advanceTimersByTime(61 * 60_000);
    signals.changed();
    jest.advanceTimersByTime(10_000);
    expect(publish).not.toHaveBeenCalled();
  });

  it('sends at most one signal in five seconds, and never leaves the last change out', () => {
    signals.viewed();
    for (let step = 0; step < 120; step += 1) {
      signals.changed();
      jest.advanceTimersByTime(100);
    }
    // At 0, 5 and 10 seconds, and at 15 for what came after.
    expect(publish).toHaveBeenCalledTimes(3);
    jest.advanceTimersByTime(60_000);
    expect(publish).toHaveBeenCalledTimes(4);
    expect(publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'gitops:fleet',
      message: { version: 7 },
    });
  });

  it('calls back at every change, whoever looks', () => {
    const listener = jest.fn();
    const stop = signals.onChange(listener);
    signals.changed();
    signals.changed();
    stop();
    signals.changed();
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('is silent once stopped', () => {
    signals.viewed();
    signals.changed();
    signals.stop();
    jest.advanceTimersByTime(10_000);
    expect(publish).not.toHaveBeenCalled();
  });
});
