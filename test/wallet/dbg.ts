import { createRelay } from '../../src/sandbox/relay/relay.ts'
import { startLocalChain } from './local-chain.ts'
import { startWallets } from './wallets-process.ts'
import { startWalletBot, accountOf } from './wallet-bot.ts'
const t = Date.now(); const say = (...a: unknown[]) => console.log(Date.now() - t, ...a)
const relay = await createRelay()
const chain = await startLocalChain()
const wallets = await startWallets({ WALLETS_RELAY_URL: relay.url, WALLETS_RPC_URL: chain.url })
const bot = await startWalletBot({ relayUrl: relay.url, relayTimeoutMs: 300 })
const account = await wallets.create('Mia')
const { uri } = await bot.wallet.connect('a1')
await wallets.open('Mia', uri)
await wallets.decide('Mia', await wallets.prompt('Mia', 'session'), 'approve')
const { session } = await bot.next('session-settled')
await relay.off(); say('off')
const r = (globalThis as any).sdkdbg?.core.relayer
const st = () => ({ connected: r.connected, connecting: r.connecting, exp: r.transportExplicitlyClosed, att: r.connectionAttemptInProgress, rec: r.reconnectInProgress, ready: r.provider?.connection?.socket?.readyState, reg: r.provider?.connection?.registering })
await bot.wallet.connect('b').catch((e) => say(e.code, e.cause?.message))
const q = { prompt: 'd:1' as any, topic: session.topic, chainId: 31337, question: { type: 'sign-message' as const, account: accountOf(session), text: 'x' }, expiresAt: Math.floor(Date.now()/1000)+300 }
await bot.wallet.ask(q).catch((e) => say(e.code, e.cause?.message, st()))
await relay.on(); say('on')
for (let i = 0; i < 60; i++) { const x = await bot.wallet.ask(q).catch((e) => e.code + e.cause?.message); if (typeof x !== 'string') { say(x); break } ; if (i % 5 === 0) say(x, st(), relay.clients()) ; }
const p = await wallets.prompt('Mia', 'sign'); say(p)
process.exit()
