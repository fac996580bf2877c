import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { JsonRpcProvider, Wallet } from 'ethers'
import { deployRights } from '../src/chain/deploy-rights.ts'
import { type Brand, sharedBrand } from '../src/chain/deployment.ts'
import { type KnownChainName, knownChains } from '../src/chain/known-chains.ts'
import { deployingChain, lacksCancun } from './deploying-chain.ts'
import { verificationBundle } from './verification-bundle.ts'

const USAGE = `Usage: npm run deploy -- CHAIN [--name NAME --symbol SYMBOL] [--bundle FOLDER]
CHAIN: ${Object.keys(knownChains).join(', ')}
SCRIP_RPC is the address of a node, SCRIP_DEPLOYER_KEY the key of an account that pays. Its account gets no power over anything.
With a name and a symbol: an instance of a brand's own, by the same code. With a folder: what explorers need to verify it.`

const { chainName, brand, bundle } = readArguments()
const chain = knownChains[chainName]
const { SCRIP_RPC: rpc, SCRIP_DEPLOYER_KEY: key } = process.env
if (rpc === undefined || key === undefined)
  stop('SCRIP_RPC and SCRIP_DEPLOYER_KEY are both needed.')
if (!/^0x[0-9a-fA-F]{64}$/.test(key)) stop('SCRIP_DEPLOYER_KEY is not a key: 0x and 64 hex digits.')

const provider = new JsonRpcProvider(rpc, undefined, { staticNetwork: false, cacheTimeout: -1 })
try {
  const { chainId } = await provider.getNetwork()
  if (Number(chainId) !== chain.id) {
    stop(`The node is on chain ${chainId}, not on ${chain.name} (${chain.id}). Nothing was sent.`)
  }
  if (await lacksCancun(provider)) {
    stop(`${chain.name} does not know the instructions of Cancun yet. Nothing was sent.`)
  }
  const done = await deployRights(deployingChain(provider, new Wallet(key, provider)), brand)
  for (const { name, address, outcome } of done) {
    const where = chain.explorer === null ? '' : `  ${chain.explorer}/address/${address}`
    process.stdout.write(`${name.padEnd(12)} ${address}  ${outcome}${where}\n`)
  }
  const at = done.at(-1)?.address
  process.stdout.write(`\nSCRIP_CHAIN_ID=${chain.id}\nSCRIP_CHAIN_NAME=${chain.name}\n`)
  process.stdout.write(`SCRIP_NATIVE_SYMBOL=${chain.nativeSymbol}\nSCRIP_RIGHTS=${at}\n`)
  process.stdout.write(`SCRIP_FINAL_DEPTH=${chain.finalDepth}\n`)
  process.stdout.write(`SCRIP_START_BLOCK=${await provider.getBlockNumber()}\n`)
  if (bundle !== undefined) await writeBundle(bundle)
} catch (error) {
  // A node's words may repeat the request, never the key: it does not leave this process.
  stop(`Failed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`, 1)
} finally {
  provider.destroy()
}

async function writeBundle(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of await verificationBundle(brand)) {
    writeFileSync(join(folder, name), text)
  }
  process.stdout.write(`\nFor explorers: ${folder}\n`)
}

function readArguments(): { chainName: KnownChainName; brand: Brand; bundle: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      options: {
        name: { type: 'string' },
        symbol: { type: 'string' },
        bundle: { type: 'string' },
      },
      allowPositionals: true,
    })
    const [name = ''] = positionals
    if (!Object.hasOwn(knownChains, name)) stop(`Which chain? There is no "${name}".`)
    const { name: title, symbol } = values
    if ((title === undefined) !== (symbol === undefined)) stop('A brand has a name and a symbol.')
    const brand =
      title === undefined || symbol === undefined ? sharedBrand : { name: title, symbol }
    return { chainName: name as KnownChainName, brand, bundle: values.bundle }
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error))
  }
}

function stop(why: string, code = 2): never {
  process.stderr.write(`${why}\n${code === 2 ? `${USAGE}\n` : ''}`)
  process.exit(code)
}
