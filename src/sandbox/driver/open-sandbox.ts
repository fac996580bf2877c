import { type ChildProcess, fork } from 'node:child_process'
import { compileCache } from '../world/compile-cache.ts'
import { createDriverClient, type DriverClient } from './client.ts'

/** A sandbox in processes of its own, and the only way into it. */
export type Sandbox = { driver: DriverClient; group: number; url: string; close(): Promise<void> }

/** Opens a sandbox as `npm start` does, on a free port; `environment` is what its processes get, `onLine` hears them. */
export function openSandbox(
  environment: Record<string, string | undefined>,
  onLine: (line: string) => void = () => {},
): Promise<Sandbox> {
  const entry = new URL('../main.ts', import.meta.url)
  const child = fork(entry, {
    env: { ...compileCache, ...environment, SCRIP_SANDBOX_PORT: '0' },
    silent: true,
  })
  const lines: string[] = []
  child.stdout?.on('data', (text) => lines.push(String(text)))
  child.stderr?.on('data', (text) => {
    lines.push(String(text))
    onLine(String(text))
  })
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the sandbox did not open:\n${lines.join('')}`)))
    child.once('message', (message) => {
      const { url, group } = message as { url: string; group: number }
      resolve({ driver: createDriverClient(url), group, url, close: () => end(child) })
    })
  })
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
