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

import { useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useLocation } from 'react-router-dom';
import type { FindingRemedy } from '@gitops-platform/backstage-plugin-gitops-common';
import { ExternalLink } from '../components/Link';
import { useEntityPage } from '../entity';
import styles from './Findings.module.css';
import { tabAddress } from './tabAddress';
import { templateAddress } from './templateAddress';
import { useTemplateRegistered } from './useTemplateRegistered';

/**
 * Props of {@link RemedyLink}.
 * @public
 */
export type RemedyLinkProps = { remedy: FindingRemedy };

/**
 * Leads to what mends something: a page elsewhere, a software template with its parameters filled in, or a tab of the
 * entity of this page.
 * @remarks
 * A template that is not registered in this Backstage is named without a link. Shown within an entity's page.
 * @public
 */
export function RemedyLink({ remedy }: RemedyLinkProps) {
  const { label, url, template, tab } = remedy;
  if (url) {
    return (
      <ExternalLink href={url} icon>
        {label}
      </ExternalLink>
    );
  }
  if (template) {
    return <TemplateLink {...remedy} template={template} />;
  }
  return tab ? (
    <TabLink {...remedy} tab={tab} />
  ) : (
    <span className={styles.plain}>{label}</span>
  );
}

function TemplateLink(remedy: FindingRemedy & { template: string }) {
  const { label, template, parameters } = remedy;
  return useTemplateRegistered(template) ? (
    <Link
      className={styles.remedy}
      href={templateAddress({ template, parameters })}
    >
      {label}
    </Link>
  ) : (
    <span className={styles.plain}>{label}</span>
  );
}

function TabLink(
  remedy: FindingRemedy & { tab: NonNullable<FindingRemedy['tab']> },
) {
  const { label, tab, application } = remedy;
  const page = useEntityPage(useEntity().entity);
  const { pathname } = useLocation();
  const href = page && tabAddress({ page, tab, application });
  // A link to where one is leads nowhere.
  return href && href !== pathname ? (
    <Link className={styles.remedy} href={href}>
      {label}
    </Link>
  ) : (
    <span className={styles.plain}>{label}</span>
  );
}
