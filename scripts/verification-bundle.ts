import { readFileSync } from 'node:fs'
import { AbiCoder } from 'ethers'
import hre from 'hardhat'
import { type Brand, type DeploymentStep, deploymentSteps } from '../src/chain/deployment.ts'

type Artifact = { buildInfoId?: string; inputSourceName?: string }

/**
 * What an explorer needs to check that the code on chain is this code: the compiler's input for each contract, and one page
 * that says what goes where. The libraries are linked after compiling, so they are named there and not in the input, whose
 * settings are part of the code's own fingerprint. File name → content.
 */
export async function verificationBundle(brand: Brand): Promise<Map<string, string>> {
  await hre.tasks.getTask('build').run({ quiet: true, force: false })
  const steps = deploymentSteps(brand)
  const files = new Map<string, string>()
  const contracts: Record<string, unknown> = {}
  for (const step of steps) {
    const { input, source, compiler } = await inputOf(step)
    files.set(`${step.name}.input.json`, `${JSON.stringify(input)}\n`)
    contracts[step.name] = {
      address: step.address,
      contract: `${source}:${step.name}`,
      compiler,
      input: `${step.name}.input.json`,
      libraries: step.name === 'Rights' ? await librariesOf(steps) : {},
      constructorArguments: step.name === 'Rights' ? argumentsOf(brand) : '',
    }
  }
  files.set('verification.json', `${JSON.stringify(contracts, null, 2)}\n`)
  return files
}

async function inputOf({ name }: DeploymentStep) {
  const artifact = (await hre.artifacts.readArtifact(name)) as Artifact
  const path = await hre.artifacts.getBuildInfoPath(artifact.buildInfoId ?? '')
  if (path === undefined || artifact.inputSourceName === undefined) {
    throw new Error(`${name} was not compiled`)
  }
  const { input, solcLongVersion } = JSON.parse(readFileSync(path, 'utf8')) as {
    input: unknown
    solcLongVersion: string
  }
  return { input, source: artifact.inputSourceName, compiler: `v${solcLongVersion}` }
}

async function librariesOf(steps: readonly DeploymentStep[]) {
  const libraries: Record<string, Record<string, string>> = {}
  for (const { name, address } of steps) {
    if (name !== 'Metadata' && name !== 'Publications') continue
    const { inputSourceName = '' } = (await hre.artifacts.readArtifact(name)) as Artifact
    libraries[inputSourceName] = { [name]: address }
  }
  return libraries
}

function argumentsOf({ name, symbol }: Brand): string {
  return AbiCoder.defaultAbiCoder().encode(['string', 'string'], [name, symbol]).slice(2)
}
