import { spawn } from 'node:child_process'

/** The README's promise: the address is printed within a minute after the install. */
const MOST_MS = 60_000

const started = Date.now()
const child = spawn('npm', ['start'], {
  env: { ...process.env, SCRIP_SANDBOX_PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
})
const fail = (why: string) => {
  process.stderr.write(`${why}\n`)
  stop()
  process.exit(1)
}
const stop = () => {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
}
const timer = setTimeout(() => fail('npm start printed no address within a minute'), MOST_MS)
child.once('exit', () => fail('npm start ended by itself'))

let printed = ''
child.stdout.on('data', (chunk) => {
  printed += String(chunk)
  const url = /Scrip is open at (http:\S+)/.exec(printed)?.[1]
  if (url === undefined) return
  clearTimeout(timer)
  child.removeAllListeners('exit')
  child.stdout.removeAllListeners('data')
  void fetch(url).then(async (response) => {
    if (!response.ok || !(await response.text()).includes('<title>')) fail(`${url} shows no page`)
    process.stdout.write(
      `the address was printed after ${Math.round((Date.now() - started) / 100) / 10} s\n`,
    )
    stop()
    process.exit(0)
  })
})
