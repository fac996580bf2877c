import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { quantile } from '../../evaluation/latency.ts'

const ROUNDS = 5

/** Milliseconds until the photo terminal is there, in a fresh process: the middle of a few. */
export function startUp(): number {
  const script = join(import.meta.dirname, 'start-vision.ts')
  const times = Array.from({ length: ROUNDS }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return Number(stdout)
  })
  return quantile(times, 0.5)
}
