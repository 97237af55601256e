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

import type { FilterPredicate } from '@backstage/filter-predicates';

// The names of the annotations again, as paths: a predicate's type takes no computed ones. A test compares the two.

export const argoCdClaims: FilterPredicate[] = [
  { 'metadata.annotations.argocd/app-name': { $exists: true } },
  { 'metadata.annotations.argocd/app-selector': { $exists: true } },
];

export const vaultClaims: FilterPredicate[] = [
  { 'metadata.annotations.vault.io/secrets-path': { $exists: true } },
  { 'metadata.annotations.vault.io/secrets-engine': { $exists: true } },
  { 'metadata.annotations.vault.io/server-name': { $exists: true } },
  { 'metadata.annotations.vault.io/namespace': { $exists: true } },
];

export const traefikClaims: FilterPredicate[] = [
  { 'metadata.annotations.traefik.io/ingress-route': { $exists: true } },
  { 'metadata.annotations.traefik.io/service': { $exists: true } },
  { 'metadata.annotations.traefik.io/host': { $exists: true } },
];
