import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { compileCache } from './compile-cache.ts'

/** A process of the sandbox that has said it is ready. */
export type Child = {
  process: ChildProcess
  ready: Record<string, unknown>
  stop(): Promise<void>
  kill(): Promise<void>
}

const READY_MS = 60_000

/**
 * Starts a program of the sandbox and waits for its word: an IPC message or a line of JSON. Everything else it prints goes
 * to `onLine`. It dies with us.
 */
export function startChild(input: {
  name: string
  entry: URL
  env: Record<string, string>
  onLine: (line: string) => void
  onExit: (code: number | null, signal: NodeJS.Signals | null) => void
}): Promise<Child> {
  const { name, entry, env, onLine, onExit } = input
  const child = spawn(process.execPath, [entry.pathname], {
    env: { ...compileCache, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    cwd: new URL('../../..', import.meta.url),
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      onExit(code, signal)
      resolve()
    })
  })
  const end = (signal: NodeJS.Signals) => async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }

  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} did not start in time`)), READY_MS)
    const ready = (said: Record<string, unknown>) => {
      clearTimeout(timer)
      resolve({ process: child, ready: said, stop: end('SIGTERM'), kill: end('SIGKILL') })
    }
    child.once('message', (message) => ready(message as Record<string, unknown>))
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue
      createInterface({ input: stream }).on('line', (line) => {
        const said = readyLine(line)
        if (said === null) onLine(line)
        else ready(said)
      })
    }
    void exited.then(() => {
      clearTimeout(timer)
      reject(new Error(`${name} stopped before it was ready`))
    })
  })
}

function readyLine(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{"ready":') && !line.startsWith('{"type":"ready"')) return null
  return JSON.parse(line) as Record<string, unknown>
}
