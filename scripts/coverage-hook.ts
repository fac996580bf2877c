import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'

/**
 * Loaded before each contract test by coverage.ts: gives the test's world the contracts with marks, on a chain where they
 * have room, and writes down which marks were passed.
 */
const folder = process.env['COVERAGE_FOLDER'] ?? ''

const chain = (real: string) => `
import { createHardhatRuntimeEnvironment as create } from ${JSON.stringify(real)}
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'

export async function createHardhatRuntimeEnvironment(config) {
  const roomy = { allowUnlimitedContractSize: true, hardfork: 'prague', blockGasLimit: 2_000_000_000 }
  const chain = { type: 'edr-simulated', ...config.networks?.default, ...roomy }
  const hre = await create({ ...config, networks: { default: chain } }, { coverage: true })
  process.on('exit', () => {
    const file = ${JSON.stringify(join(folder, 'hit'))} + '/' + randomUUID() + '.json'
    writeFileSync(file, JSON.stringify([...hre._coverage.data.keys()]))
  })
  return hre
}
`

const CHAIN = 'coverage:chain?'

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const isWorlds = context.parentURL?.endsWith('/test/contracts/world.ts') ?? false
    if (specifier !== 'hardhat/hre' || !isWorlds) return found
    return { url: CHAIN + found.url, format: 'module', shortCircuit: true }
  },
  load(url, context, next) {
    if (url.startsWith(CHAIN)) {
      return { format: 'module', source: chain(url.slice(CHAIN.length)), shortCircuit: true }
    }
    if (url.endsWith('/src/chain/generated/rights.ts')) {
      const source = readFileSync(join(folder, 'rights.mjs'), 'utf8')
      return { format: 'module', source, shortCircuit: true }
    }
    const loaded = next(url, context)
    if (!url.endsWith('/src/chain/deployment.ts')) return loaded
    // Marks make the code larger than chains accept.
    const source = String(loaded.source).replace('> 49_152', '> 1_000_000')
    return { ...loaded, source }
  },
})
