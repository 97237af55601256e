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

/** An IPv4 range as numbers: the first address, and how many there are. */
interface Range {
  first: number;
  size: number;
  /** Whether the address is the first one of the range, as AWS and Kubernetes demand. */
  aligned: boolean;
  prefix: number;
}

export function rangeOf(cidr: string): Range {
  const [address, length] = cidr.split('/');
  const value = address
    .split('.')
    .reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const prefix = Number(length);
  const size = 2 ** (32 - prefix);
  const first = Math.floor(value / size) * size;
  return { first, size, aligned: first === value, prefix };
}

export function overlap(a: string, b: string): boolean {
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return (
    one.first < other.first + other.size && other.first < one.first + one.size
  );
}
