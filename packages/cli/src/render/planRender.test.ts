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

import { parse, parseAllDocuments } from 'yaml';
import { smallTree, smallTreeWith } from '../__testUtils__/smallTree';
import { changedTree, type Tree } from '../tree';
import { planRender } from './planRender';

function rendered(tree: Tree): Tree {
  return changedTree(tree, planRender(tree));
}

const documents = (tree: Tree, path: string) =>
  parseAllDocuments(tree.get(path) ?? '').map(one => one.toJS());

const LARGE = {
  'clusters[1]': {
    name: 'eks-dev',
    profile: 'dev',
    domain: 'platform.dev.acme.example',
    terraform: 'dev',
  },
  'environments[0].cluster': 'eks-dev',
};

describe('planRender', () => {
  it('changes nothing the second time', () => {
    const tree = rendered(smallTree());
    expect(planRender(tree)).toEqual({ write: new Map(), remove: [] });
  });

  it('merges the values of what is switched on below those of the cluster', () => {
    const tree = rendered(smallTree());
    const text = tree.get('clusters/in-cluster/argocd/values.yaml') ?? '';
    expect(text).toMatch(/^# Written by platform render from /);
    expect(parse(text)).toEqual({
      global: { domain: 'argocd.platform.acme.example' },
      configs: {
        params: { gateway: true, ports: [3] },
        cm: {
          url: 'https://argocd.platform.acme.example',
          accounts: '111122223333',
          'resource.customizations.ignoreDifferences.apps_Deployment':
            'jqPathExpressions:\n  - .spec.template.metadata.annotations.x\n',
        },
      },
    });
    expect(tree.has('clusters/in-cluster/traefik/values.yaml')).toBe(false);
  });

  it('puts the custom resources of a cluster together', () => {
    const tree = rendered(smallTree());
    expect(
      parse(tree.get('clusters/in-cluster/traefik/kustomization.yaml') ?? ''),
    ).toMatchObject({
      resources: ['../../../infrastructure/traefik/config/base', 'route.yaml'],
      components: ['../../../infrastructure/traefik/config/when/mesh-linkerd'],
      patches: [{ path: 'allowed.patch.yaml' }],
    });
    // The comment stays, and so does what is no fact of ours.
    expect(tree.get('clusters/in-cluster/traefik/route.yaml')).toContain(
      '# The dashboard.',
    );
    expect(tree.get('clusters/in-cluster/traefik/route.yaml')).toContain(
      'match: Host(`traefik.platform.acme.example`) && PathRegexp(`^/(?<name>.*)$${name}`)',
    );
    // A list is a list, and what has no value is left out.
    expect(
      parse(tree.get('clusters/in-cluster/traefik/allowed.patch.yaml') ?? '')
        .spec,
    ).toEqual({ ipAllowList: { sourceRange: ['10.0.0.0/8'] } });
  });

  it('uses the overlay of a profile, for each cluster its own', () => {
    const tree = rendered(smallTreeWith(LARGE));
    expect(
      parse(tree.get('clusters/eks-dev/traefik/kustomization.yaml') ?? '')
        .resources[0],
    ).toBe('../../../infrastructure/traefik/config/overlays/dev');
    const [set] = documents(
      tree,
      'applications/infrastructure-apps.yaml',
    ).filter(({ metadata }) => metadata.name === 'secrets-charts');
    expect(
      set.spec.generators[0].list.elements.map(
        ({ cluster, profile }: Record<string, string>) => [cluster, profile],
      ),
    ).toEqual([
      ['in-cluster', 'production'],
      ['eks-dev', 'dev'],
    ]);
  });

  it('makes a set per band and part that deletes nothing, and one for what Terraform hands over', () => {
    const sets = documents(
      rendered(smallTree()),
      'applications/infrastructure-apps.yaml',
    );
    expect(
      sets.map(({ metadata }) => [
        metadata.name,
        metadata.annotations['argocd.argoproj.io/sync-wave'],
      ]),
    ).toEqual([
      ['secrets-charts', '-20'],
      ['secrets-configs', '-15'],
      ['ingress-charts-traefik', '0'],
      ['ingress-configs', '5'],
      ['delivery-charts', '30'],
    ]);
    for (const { spec } of sets) {
      expect(spec).toMatchObject({
        goTemplate: true,
        goTemplateOptions: ['missingkey=error'],
        syncPolicy: {
          applicationsSync: 'create-update',
          preserveResourcesOnDeletion: true,
        },
        template: { spec: { project: 'platform' } },
      });
      expect(spec.template.metadata.finalizers).toBeUndefined();
    }
    expect(sets[2].spec.generators[0].matrix.generators[0]).toEqual({
      clusters: {
        selector: {
          matchLabels: {
            'argocd.argoproj.io/secret-type': 'cluster',
            environment: 'production',
          },
        },
      },
    });
    expect(sets[2].spec.template.spec.sources[0].helm.parameters).toEqual([
      {
        name: 'service.annotations.cert',
        value: '{{ index .metadata.annotations "acm-certificate-arn" }}',
      },
    ]);
  });

  it('allows add-ons what they need and no more', () => {
    const tree = rendered(smallTreeWith({ 'features.tls': 'cert-manager' }));
    const [project] = documents(tree, 'bootstrap/apps/projects/platform.yaml');
    // Argo CD knows an OCI registry without a scheme.
    expect(project.spec.sourceRepos).toContain('quay.io/jetstack/charts');
    expect(project.spec.destinations).toEqual(
      ['argocd', 'cert-manager', 'external-secrets', 'traefik'].map(
        namespace => ({ name: 'in-cluster', namespace }),
      ),
    );
    expect(project.spec.clusterResourceWhitelist).toContainEqual({
      group: 'external-secrets.io',
      kind: 'ClusterSecretStore',
    });
    expect(project.spec.clusterResourceWhitelist).not.toContainEqual(
      expect.objectContaining({ kind: 'Middleware' }),
    );
  });

  it('replaces marked values in every kind of file, and nothing else on their lines', () => {
    const tree = rendered(
      smallTreeWith({
        'repository.url': 'https://github.com/globex/platform.git',
        registry: 'registry.globex.io/x',
        'aws.region': 'us-east-1',
        'clusters[0].domain': 'platform.globex.io',
      }),
    );
    expect(tree.get('bootstrap/root.yaml')).toContain(
      '    repoURL: https://github.com/globex/platform.git # platform: ${repository.url}\n    targetRevision: main # platform',
    );
    expect(tree.get('terraform/global/ecr/main.tf')).toBe(
      'region  = "us-east-1" # platform: ${aws.region}\naccount = "111122223333" # platform: ${aws.accountId}\nnames   = ["dev", "staging", "production"] # platform: ${environments}\n',
    );
    expect(tree.get('.github/workflows/ci.yaml')).toBe(
      "env:\n  REGISTRY: 'registry.globex.io/x' # platform: ${registry}\n  URL: https://argocd.platform.globex.io/x # platform: https://${hosts.argocd}/x\n",
    );
  });

  it.each([
    ['linkerd', { 'linkerd.io/inject': 'enabled' }, 'privileged', undefined],
    ['istio', undefined, undefined, 'enabled'],
    ['none', undefined, undefined, undefined],
  ])(
    'lets the namespaces of workloads join the mesh: %s',
    (mesh, annotations, enforced, istio) => {
      const tree = rendered(smallTreeWith({ 'features.mesh': mesh }));
      const [{ spec }] = documents(tree, 'applications/workloads.yaml');
      const metadata = spec.template.spec.syncPolicy.managedNamespaceMetadata;
      expect(metadata.annotations).toEqual(annotations);
      expect(metadata.labels).toMatchObject({
        'pod-security.kubernetes.io/warn': 'restricted',
      });
      expect(metadata.labels['pod-security.kubernetes.io/enforce']).toBe(
        enforced,
      );
      expect(metadata.labels['istio-injection']).toBe(istio);
    },
  );

  it('knows the environment of a file, also of one that there is not yet', () => {
    const path = 'workloads/whoami/overlays/dev/route.yaml';
    const moved = smallTreeWith({ 'environments[0].domain': 'd.globex.io' });
    expect(rendered(moved).get(path)).toBe(
      'match: Host(`whoami.d.globex.io`) # platform: Host(`whoami.${environment.domain}`)\n',
    );
    const gone = smallTreeWith({
      'environments[0].name': 'qa',
      'workloads[0].environments': ['qa'],
    });
    expect(rendered(gone).get(path)).toContain(
      'match: Host(`whoami.dev.platform.acme.example`) #',
    );
  });

  it('reads values as Helm does, with merge keys', () => {
    const tree = smallTree().set(
      'infrastructure/traefik/values/when/mesh-linkerd.yaml',
      'one: &one { a: 1, b: 2 }\ntwo:\n  <<: *one\n  b: 3\n',
    );
    expect(
      parse(
        rendered(tree).get('clusters/in-cluster/traefik/values.yaml') ?? '',
      ),
    ).toEqual({ one: { a: 1, b: 2 }, two: { a: 1, b: 3 } });
  });

  it('leaves programs alone that only speak of markers', () => {
    const { write } = planRender(smallTree());
    expect(write.has('.github/scripts/bump.mjs')).toBe(false);
  });

  it('moves services to another repository, branch and cluster, every other byte as it was', () => {
    const tree = smallTreeWith({
      ...LARGE,
      'repository.url': 'https://github.com/globex/platform.git',
      'repository.branch': 'trunk',
      'features.mesh': 'none',
    });
    const path = 'applications/dev/welcome/application.yaml';
    expect(rendered(tree).get(path)).toBe(
      tree
        .get(path)
        ?.replace('acme/gitops-platform', 'globex/platform')
        .replace('targetRevision: main #', 'targetRevision: trunk #')
        .replace('name: in-cluster', 'name: eks-dev'),
    );
  });

  it.each([
    ['linkerd', 'linkerd.io/inject: enabled'],
    ['istio', 'istio-injection: enabled'],
  ])('lets services join %s', (mesh, member) => {
    const tree = smallTreeWith({ 'features.mesh': mesh });
    const path = 'applications/dev/welcome/application.yaml';
    const joined = rendered(tree).get(path) ?? '';
    expect(joined).toContain(member);

    const left = smallTreeWith({ 'features.mesh': 'none' });
    left.set(path, joined);
    expect(rendered(left).get(path)).not.toContain(member);
  });

  it('leaves a pinned chart where it is, and a chart that is not of this tree', () => {
    const path = 'applications/dev/welcome/application.yaml';
    const foreign = 'applications/dev/own/application.yaml';
    const tree = smallTreeWith({
      'repository.url': 'https://github.com/globex/platform.git',
    });
    const text = tree.get(path) ?? '';
    tree.set(path, text.replace('Revision: main', 'Revision: v1.2.3'));
    tree.set(foreign, text.replace('charts/my-microservice', 'charts/own'));
    const after = rendered(tree);
    expect(after.get(path)).toContain('github.com/globex/platform.git');
    expect(after.get(path)).toContain('targetRevision: v1.2.3');
    expect(after.get(foreign)).toContain('github.com/acme/gitops-platform');
  });

  it.each([
    ['bootstrap/a.sh', 'readonly NAME="a" # platform: ${organisation}'],
    ['bootstrap/a.sh', 'NAME=a run # platform: ${organisation}'],
    ['a.tf', '  "a", # platform: ${organisation}'],
    ['a.tf', 'name = "a", # platform: ${organisation}'],
    ['a.yaml', 'to: { name: a } # platform: ${organisation}'],
    ['a.yaml', 'text: | # platform: ${organisation}'],
    ['a.yaml', 'a: "b" c # platform: ${organisation}'],
  ])('does not tear up %s: %s', (path, line) => {
    const tree = smallTree().set(path, `first\n${line}\n`);
    expect(() => planRender(tree)).toThrow(
      `${path}:2: the marker would replace`,
    );
  });

  it('writes nothing into a program that would be a part of it', () => {
    const refuses = (line: string) =>
      expect(() =>
        planRender(
          smallTreeWith({ contact: '$(id)@globex.io' }).set(
            'bootstrap/a.sh',
            `${line} # platform: \${contact}\n`,
          ),
        ),
      ).toThrow('which means something else on this line');
    refuses('MAIL="a@b.c"');
    refuses('MAIL=a@b.c');
    const plain = smallTreeWith({ contact: '$(id)@globex.io' });
    plain.set('a.yaml', 'mail: a@b.c # platform: ${contact}\n');
    expect(rendered(plain).get('a.yaml')).toContain('mail: $(id)@globex.io #');
  });

  it('removes what it wrote for what is gone, and nothing of anybody else', () => {
    const before = rendered(smallTreeWith(LARGE));
    const edited = new Map([
      ...before,
      ['platform.yaml', smallTree().get('platform.yaml') ?? ''],
      ['bootstrap/apps/own.yaml', 'kind: ConfigMap\n'],
      ['clusters/eks-dev/own/values.yaml', 'own: true\n'],
    ]);
    const { remove } = planRender(edited);
    expect(remove).toContain('clusters/eks-dev/traefik/kustomization.yaml');
    expect(remove.every(path => before.has(path))).toBe(true);
    expect(
      remove.some(path => path.startsWith('applications/dev/welcome')),
    ).toBe(false);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'an unknown fact',
      {
        'infrastructure/argocd/cluster/values.yaml':
          'a: 1\nb: ${hosts.nobody}\n',
      },
      'infrastructure/argocd/cluster/values.yaml:2: b: there is no fact hosts.nobody; there are hosts.argocd,',
    ],
    [
      'a fact without a value inside of a text',
      {
        'infrastructure/argocd/cluster/values.yaml':
          "a: 'x ${cluster.certificateArn}'\n",
      },
      '${cluster.certificateArn} has no value in platform.yaml',
    ],
    [
      'an unknown fact in a marker',
      { 'a.tf': 'a = "b" # platform: ${aws.zone}\n' },
      'a.tf:1: there is no fact aws.zone; there are aws.accountId, aws.region',
    ],
    [
      'a condition that no switch has',
      { 'infrastructure/argocd/values/when/mesh-consul.yaml': 'a: 1\n' },
      'infrastructure/argocd/values/when/mesh-consul.yaml: mesh-consul is not <switch>-<option>',
    ],
    [
      'values that nobody reads',
      { 'infrastructure/argocd/values/prod.yaml': 'a: 1\n' },
      'infrastructure/argocd/values/prod.yaml: no cluster reads it',
    ],
    [
      'a need that is not on',
      {
        'infrastructure/x/addon.yaml':
          'name: x\ndescription: x\nnamespace: x\nband: portal\nneeds: [cert-manager]\n',
      },
      'infrastructure/x/addon.yaml: needs: cert-manager is not on in in-cluster',
    ],
    [
      'a namespace that is to be two things',
      {
        'infrastructure/x/addon.yaml':
          'name: x\ndescription: x\nnamespace: traefik\nband: portal\nprivileged: true\n',
      },
      'traefik is to be privileged here and restricted by traefik',
    ],
    [
      "a platform's namespace that services could write to",
      {
        'infrastructure/x/addon.yaml':
          'name: x\ndescription: x\nnamespace: tools-dev\nband: portal\n',
      },
      "services of dev may write to namespaces that end with -dev, and tools-dev is the platform's",
    ],
    [
      'an add-on that lies about its name, and one with unknown keys',
      {
        'infrastructure/x/addon.yaml':
          'name: y\ndescription: x\nnamespace: x\nband: portal\n',
        'infrastructure/z/addon.yaml':
          'name: z\ndescription: x\nnamespace: x\nband: late\nwave: 3\nwhen: { mesh: consul }\n',
      },
      "infrastructure/x/addon.yaml: name: found 'y', expected x",
    ],
  ])('refuses %s', (_, files, message) => {
    const tree = new Map([...smallTree(), ...Object.entries(files)]);
    expect(() => planRender(tree)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('refuses a tree without platform.yaml, and a platform that does not fit together', () => {
    expect(() => planRender(new Map())).toThrow(
      'There is no platform.yaml in this folder',
    );
    expect(() => planRender(smallTreeWith({ 'features.dns': 'none' }))).toThrow(
      'load-balancer-without-dns',
    );
  });
});
