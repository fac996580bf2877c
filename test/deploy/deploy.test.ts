import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Interface, JsonRpcProvider } from 'ethers'
import { deploymentSteps, lensAddress, rightsAddress } from '../../src/chain/deployment.ts'
import { rightsAbi } from '../../src/domain/generated/rights-abi.ts'
import { type FreshChain, openFreshChain } from './fresh-chain.ts'

/** The first of the local chain's well-known accounts; worth nothing anywhere. */
const KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'
const brand = { name: 'Meijiawu "Tea"', symbol: 'MJW' }

const chains: FreshChain[] = []
before(async () => {
  for (const id of [31_337, 31_337, 8453]) chains.push(await openFreshChain(id))
})
after(() => Promise.all(chains.map((chain) => chain.close())))

/** Runs the script as a person would. */
function deploy(chain: FreshChain, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['scripts/deploy.ts', ...args], {
    env: { ...process.env, SCRIP_RPC: chain.url, SCRIP_DEPLOYER_KEY: KEY, ...env },
  })
  let out = ''
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    out += String(chunk)
  })
  return new Promise<{ code: number | null; out: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, out }))
  })
}

const addressIn = (out: string) => /SCRIP_RIGHTS=(0x[0-9a-fA-F]{40})/.exec(out)?.[1]

type Places = Record<string, Record<string, { start: number }[]>>

function linkedWith(code: string, places: Places, libraries: Record<string, object>): string {
  let linked = code
  for (const [file, names] of Object.entries(places)) {
    for (const [name, holes] of Object.entries(names)) {
      const address = (libraries[file] as Record<string, string>)[name] ?? ''
      for (const { start } of holes) {
        const at = start * 2
        linked = linked.slice(0, at) + address.slice(2).toLowerCase() + linked.slice(at + 40)
      }
    }
  }
  return linked
}

async function nameAt(chain: FreshChain, address: string): Promise<string> {
  const provider = new JsonRpcProvider(chain.url)
  const abi = new Interface(rightsAbi)
  const data = abi.encodeFunctionData('name')
  const [name] = abi.decodeFunctionResult('name', await provider.call({ to: address, data }))
  provider.destroy()
  return name
}

test('two fresh chains get one address, and a second run does nothing', async () => {
  const [first, second] = chains as [FreshChain, FreshChain]

  const made = await deploy(first, ['local'])
  const other = await deploy(second, ['local'])
  const again = await deploy(first, ['local'])

  assert.deepEqual([made.code, other.code, again.code], [0, 0, 0], made.out + other.out + again.out)
  assert.equal(addressIn(made.out), rightsAddress())
  assert.equal(addressIn(other.out), rightsAddress())
  assert.match(made.out, new RegExp(`RightsLens +${lensAddress()}  made`))
  assert.equal(made.out.match(/ made/g)?.length, 4)
  assert.equal(again.out.match(/ was there/g)?.length, 4)
  assert.equal(await nameAt(second, rightsAddress()), 'Scrip')
  for (const { out } of [made, other, again]) assert.ok(!out.includes(KEY.slice(2, 20)))
})

test('a chain of another number gets the same address', async () => {
  const { code, out } = await deploy(chains[2] as FreshChain, ['base'])
  assert.equal(code, 0, out)
  assert.equal(addressIn(out), rightsAddress())
  assert.match(out, /SCRIP_CHAIN_ID=8453/)
})

test('a brand gets its own instance, by the same code', async () => {
  const args = ['local', '--name', brand.name, '--symbol', brand.symbol]

  const { code, out } = await deploy(chains[1] as FreshChain, args)

  assert.equal(code, 0, out)
  const at = addressIn(out)
  assert.equal(at, rightsAddress(brand))
  assert.notEqual(at, rightsAddress())
  assert.equal(await nameAt(chains[1] as FreshChain, String(at)), brand.name)
})

test('the bundle compiles to what stands on the chain', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scrip-bundle-'))
  const { code, out } = await deploy(chains[0] as FreshChain, ['local', '--bundle', folder])
  assert.equal(code, 0, out)
  const page = JSON.parse(readFileSync(join(folder, 'verification.json'), 'utf8'))
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string }
  const { contract, input, constructorArguments, compiler, libraries } = page.Rights
  const [source, name] = contract.split(':')

  const given = JSON.parse(readFileSync(join(folder, input), 'utf8'))
  // What is asked for changes no byte of it; all else that the input asks for is not compared here.
  given.settings.outputSelection = { [source]: { [name]: ['evm.bytecode'] } }
  const output = JSON.parse(solc.compile(JSON.stringify(given)))

  const { object, linkReferences } = output.contracts[source][name].evm.bytecode
  const compiled = linkedWith(object, linkReferences, libraries)
  const step = deploymentSteps().at(-1)
  assert.equal(step?.name, 'Rights')
  assert.ok(step?.factoryInput.endsWith(compiled + constructorArguments))
  assert.match(compiler, /^v0\.8\.30\+commit/)
})

test('the wrong chain, a bad key and an unknown name are refused before anything is sent', async () => {
  const [chain] = chains as [FreshChain]
  const wrongChain = await deploy(chain, ['polygon'])
  assert.equal(wrongChain.code, 2)
  assert.match(wrongChain.out, /on chain 31337, not on Polygon.*Nothing was sent/)
  const badKey = await deploy(chain, ['local'], { SCRIP_DEPLOYER_KEY: `${KEY}00` })
  assert.equal(badKey.code, 2)
  assert.ok(!badKey.out.includes(KEY.slice(2, 20)))
  const unknown = await deploy(chain, ['mars'])
  assert.match(unknown.out, /no "mars"[\s\S]*base-sepolia/)
  const halfBrand = await deploy(chain, ['local', '--name', 'Tea'])
  assert.match(halfBrand.out, /a name and a symbol/)
})

test('an account without money is told so, and nothing is half done that another run would not finish', async () => {
  const poor = `0x${'77'.repeat(32)}`
  const chain = await openFreshChain()
  const failed = await deploy(chain, ['local'], { SCRIP_DEPLOYER_KEY: poor })
  assert.equal(failed.code, 1)
  assert.match(failed.out, /Failed: .*(fund|balance|afford)/i)
  const { code } = await deploy(chain, ['local'])
  assert.equal(code, 0)
  await chain.close()
})
