import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { createChainReader } from '../../../src/chain/create-chain-reader.ts'
import type { Account } from '../../../src/domain/ids.ts'

test('the chain process says where it is, mines by itself and ends with its parent', async () => {
  const child = fork(resolve(import.meta.dirname, '../../../src/sandbox/chain/main.ts'), {
    env: { ...process.env, SCRIP_CHAIN_PORT: '0', SCRIP_CHAIN_BLOCK_MS: '20' },
    silent: true,
  })
  const [ready] = (await once(child, 'message')) as [{ type: string; url: string; rights: Account }]
  assert.equal(ready.type, 'ready')

  const reader = createChainReader({ rpcUrl: ready.url, chainId: 31337, rights: ready.rights })
  const { number } = await reader.head()
  while ((await reader.head()).number < number + 2);

  const exited = once(child, 'exit')
  child.disconnect()
  assert.deepEqual(await exited, [0, null])
})
