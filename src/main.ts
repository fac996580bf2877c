import { spawn } from 'node:child_process'
import { flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { startApp } from './app.ts'
import { readConfig } from './config.ts'
import { maskSecrets } from './domain/mask-secrets.ts'
import { isListenerlessEmit } from './wallet/is-listenerless-emit.ts'

if (process.env['SCRIP_BOT_TOKEN'] === undefined) openSandbox()
else await openBot()

/** Without a token: a whole local world, in processes of its own. */
function openSandbox(): void {
  const entry = fileURLToPath(new URL('./sandbox/main.ts', import.meta.url))
  const sandbox = spawn(process.execPath, [entry, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => sandbox.kill(signal))
  sandbox.on('exit', (code) => process.exit(code ?? 1))
}

async function openBot(): Promise<void> {
  // WalletConnect throws this from a timer when an answer comes to a question of an earlier run; see docs/decisions/0005.
  process.on('uncaughtException', (error) => {
    if (isListenerlessEmit(error)) return
    console.error(maskSecrets(inspect(error)))
    process.exit(1)
  })
  const app = await startApp(readConfig(process.env))
  process.send?.({ type: 'ready', httpPort: app.httpPort })
  // Written now, because a bot may be killed; without NODE_COMPILE_CACHE it does nothing.
  flushCompileCache()
  const stop = () => void app.stop().finally(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
