import { flushCompileCache } from 'node:module'
import { createChainProcess } from './create-chain-process.ts'

const { SCRIP_CHAIN_PORT, SCRIP_CHAIN_TOKEN, SCRIP_CHAIN_BLOCK_MS } = process.env

const chain = await createChainProcess({
  port: Number(SCRIP_CHAIN_PORT ?? 0),
  token: SCRIP_CHAIN_TOKEN ?? '',
  blockEveryMs: Number(SCRIP_CHAIN_BLOCK_MS ?? 2000),
  onError: (thrown) => console.error('no block could be mined', thrown),
})

const ready = { type: 'ready', url: chain.url, ...chain.stage }
console.log(JSON.stringify(ready))
process.send?.(ready)
flushCompileCache()

const stop = () => {
  chain.close().then(
    () => process.exit(0),
    () => process.exit(1),
  )
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
// Nobody is left to use the chain once its parent is gone.
process.once('disconnect', stop)
