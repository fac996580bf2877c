import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createHardhatRuntimeEnvironment } from 'hardhat/hre'
import type { Pipeline } from './peer-list.ts'

const ROOT = join(import.meta.dirname, '../../..')
const SOURCES = join(import.meta.dirname, 'peers')
const BUILDS = join(ROOT, 'cache/peers')
const NOTHING = join(BUILDS, 'nothing')

/** The compiler comes from its package, by path: nothing is downloaded. */
const compiler = createRequire(import.meta.url).resolve('solc/soljson.js')

const minimal = { evmVersion: 'cancun', optimizer: { enabled: true, runs: 200 } }
const settings: Record<Pipeline, object> = {
  legacy: minimal,
  viaIR: { ...minimal, viaIR: true },
  // As in the foundry.toml of the release, but for the compiler, which was 0.8.23 there.
  product: { evmVersion: 'london', optimizer: { enabled: true, runs: 20 } },
}

/** Creation codes of the peers by contract name, compiled apart from our own contracts; a second run takes them from the cache. */
export async function compilePeers(pipeline: Pipeline): Promise<(contract: string) => string> {
  const isProduct = pipeline === 'product'
  const hre = await createHardhatRuntimeEnvironment(
    {
      paths: {
        sources: isProduct ? NOTHING : SOURCES,
        tests: NOTHING,
        cache: join(BUILDS, pipeline, 'cache'),
        artifacts: join(BUILDS, pipeline, 'artifacts'),
      },
      solidity: {
        version: '0.8.30',
        path: compiler,
        settings: settings[pipeline],
        npmFilesToBuild: isProduct ? ['@thirdweb-dev/contracts/prebuilts/drop/DropERC721.sol'] : [],
      },
    },
    {},
    ROOT,
  )
  await hre.tasks.getTask('build').run({ quiet: true, force: false })
  const codes = new Map<string, string>()
  for (const name of await hre.artifacts.getAllFullyQualifiedNames()) {
    const { contractName, bytecode } = await hre.artifacts.readArtifact(name)
    codes.set(contractName, bytecode)
  }
  return (contract) => {
    const code = codes.get(contract)
    if (code === undefined) throw new Error(`there is no peer ${contract}`)
    return code
  }
}
