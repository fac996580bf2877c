import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { dataLength } from 'ethers'
import { generateClient } from '../../scripts/generate-client.ts'
import { deploymentSteps } from '../../src/chain/deployment.ts'
import { createWorld } from './world.ts'

test('the generated client is what the contracts compile to', async () => {
  for (const [path, text] of await generateClient()) {
    const committed = await readFile(resolve(import.meta.dirname, '../..', path), 'utf8')
    assert.ok(committed === text, `${path} is stale: run node scripts/generate-client.ts`)
  }
})

test('every contract fits into the size that chains accept, and into one creation', async () => {
  const world = await createWorld()
  for (const { name, address, factoryInput } of deploymentSteps()) {
    const code: string = await world.ask('eth_getCode', [address, 'latest'])
    assert.ok(dataLength(code) > 0 && dataLength(code) <= 24_576, `${name}: ${dataLength(code)}`)
    assert.ok(dataLength(factoryInput) - 32 <= 49_152, name)
  }
  await world.close()
})
