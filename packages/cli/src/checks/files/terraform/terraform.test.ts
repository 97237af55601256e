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

import { runOn, said } from '../../__testUtils__';
import { interpolations } from './findReferences';
import { terraformFormat } from './terraformFormat';
import { terraformReferences } from './terraformReferences';
import { terraformValidate } from './terraformValidate';

const VPC = {
  'terraform/modules/vpc/variables.tf': `variable "name" {
  type = string
}
variable "zones" {
  type    = number
  default = 3
}
`,
  'terraform/modules/vpc/main.tf': `resource "aws_vpc" "this" {
  cidr_block = var.name
}
output "id" {
  value = aws_vpc.this.id
}
`,
};

const network = (body: string) => ({
  ...VPC,
  'terraform/envs/dev/00-network/main.tf': body,
});

const NETWORK = `module "vpc" {
  source = "../../../modules/vpc"
  name   = "dev"
}
output "vpc_id" {
  value = module.vpc.id
}
`;

const STATE = `data "terraform_remote_state" "network" {
  backend = "s3"
  config  = { key = "dev/00-network.tfstate" }
}
`;

const cases: [string, Record<string, string>, string[]][] = [
  ['what resolves', network(NETWORK), []],
  [
    'an input that the module does not have, and one that it requires',
    network(NETWORK.replace('name  ', 'nmae  ')),
    [
      'terraform/envs/dev/00-network/main.tf module "vpc" is given nmae, which terraform/modules/vpc has no variable for',
      'terraform/envs/dev/00-network/main.tf module "vpc" is not given name, which terraform/modules/vpc requires',
    ],
  ],
  [
    'a module that is not there',
    network('module "vpc" {\n  source = "../../../modules/vcp"\n}\n'),
    [
      'terraform/envs/dev/00-network/main.tf module "vpc" takes ../../../modules/vcp, and there is no such folder',
    ],
  ],
  [
    'outputs, variables, locals and resources that are not there',
    network(`${NETWORK}
locals {
  tags = merge(var.tags, { Name = "x-\${local.nam}" })
  ids  = [for subnet_id in module.vpc.ids : subnet_id]
}
resource "aws_route" "this" {
  vpc   = aws_vpc.this.id
  zones = data.aws_availability_zones.this.names
}
`),
    [
      'terraform/envs/dev/00-network/main.tf:10 var.tags: terraform/envs/dev/00-network has no variable "tags"',
      'terraform/envs/dev/00-network/main.tf:10 local.nam: terraform/envs/dev/00-network has no local "nam"',
      'terraform/envs/dev/00-network/main.tf:11 module.vpc.ids: terraform/modules/vpc has no output "ids"',
      'terraform/envs/dev/00-network/main.tf:14 aws_vpc.this.id: terraform/envs/dev/00-network has no aws_vpc.this',
      'terraform/envs/dev/00-network/main.tf:15 data.aws_availability_zones.this.names: terraform/envs/dev/00-network has no data.aws_availability_zones.this',
    ],
  ],
  [
    'an output of another layer that is not there',
    {
      ...network(NETWORK),
      'terraform/envs/dev/20-compute/main.tf': `${STATE}
locals {
  vpc = data.terraform_remote_state.network.outputs.vpc
  id  = data.terraform_remote_state.network.outputs.vpc_id
}
`,
    },
    [
      'terraform/envs/dev/20-compute/main.tf:7 data.terraform_remote_state.network.outputs.vpc: terraform/envs/dev/00-network has no output "vpc"',
    ],
  ],
  [
    'a state of no layer',
    {
      'terraform/envs/dev/20-compute/main.tf': `${STATE.replaceAll(
        'network',
        'nowhere',
      )}
locals {
  id = data.terraform_remote_state.nowhere.outputs.id
}
`,
    },
    [
      'terraform/envs/dev/20-compute/main.tf:7 data.terraform_remote_state.nowhere does not name a layer of this tree',
    ],
  ],
  [
    'a key that platform.json does not have',
    {
      'terraform/envs/dev/platform.json': '{ "cluster": { "name": "dev" } }',
      'terraform/envs/dev/00-network/main.tf': `locals {
  platform = jsondecode(file("\${path.module}/../platform.json"))
  name     = local.platform.cluster.name
  cidr     = local.platform.cluster.cidr
}
`,
    },
    [
      'terraform/envs/dev/00-network/main.tf:4 local.platform.cluster.cidr: terraform/envs/dev/platform.json has no cidr',
    ],
  ],
];

describe('terraform/references', () => {
  it.each(cases)('%s', async (_, tree, expected) => {
    const { problems } = await runOn(terraformReferences, { tree });
    expect(said(problems)).toEqual(expected);
  });

  it('names what is not HCL', async () => {
    const { problems } = await runOn(terraformReferences, {
      tree: { 'terraform/a.tf': 'resource "x" {\n' },
    });
    expect(problems[0].what).toMatch(/^is not valid HCL/);
  });

  it('says that modules of a registry are not looked into', async () => {
    const { problems, notChecked } = await runOn(terraformReferences, {
      tree: network(
        'module "eks" {\n  source = "terraform-aws-modules/eks/aws"\n}\n',
      ),
    });
    expect(problems).toEqual([]);
    expect(notChecked[0].what).toMatch(/terraform-aws-modules\/eks\/aws/);
  });

  it('finds code inside texts inside code', () => {
    expect(interpolations('a-${b["${c}"]}-$${d}')).toEqual(['b["${c}"]']);
  });
});

const TREE = { 'terraform/envs/dev/main.tf': 'locals {}\n' };

describe('terraform/format and terraform/validate', () => {
  it('say what they could not look at', async () => {
    const format = await runOn(terraformFormat, { tree: TREE });
    expect(format.notChecked[0].why).toMatch(/neither terraform nor tofu/);
    const validate = await runOn(terraformValidate, { tree: TREE });
    expect(validate.notChecked.map(({ what }) => what)).toEqual([
      'validate of 1 layers',
      'tflint',
    ]);
  });

  it('name files that are not formatted, and what validate says', async () => {
    const tools = {
      online: true,
      find: (name: string) => (name === 'terraform' ? name : undefined),
      run: async (_: string, args: string[]) =>
        args[0] === 'fmt'
          ? {
              code: 3,
              stdout: '/nowhere/terraform/envs/dev/main.tf\n',
              stderr: '',
            }
          : {
              code: args[0] === 'init' ? 0 : 1,
              stdout: '',
              stderr: 'no such type',
            },
    };
    const format = await runOn(terraformFormat, {
      tree: TREE,
      context: { tools },
    });
    expect(said(format.problems)).toEqual([
      'terraform/envs/dev/main.tf is not formatted',
    ]);
    const validate = await runOn(terraformValidate, {
      tree: TREE,
      context: { tools },
    });
    expect(said(validate.problems)).toEqual([
      'terraform/envs/dev no such type',
    ]);
  });
});
