import { appendFileSync } from 'node:fs'
import type { Failpoint } from '../domain/failpoint.ts'

/** What production runs: nothing happens anywhere. */
export const noFailpoint: Failpoint = () => {}

/**
 * For tests of crashes: kills the process the first time `at` is reached (nothing is flushed, nothing is closed), and notes
 * every place it came by in `file`, so that a test knows which places a run really has.
 */
export function createFailpoint(options: { at: string | null; file: string | null }): Failpoint {
  return (place) => {
    if (options.file !== null) appendFileSync(options.file, `${place}\n`)
    if (place === options.at) process.kill(process.pid, 'SIGKILL')
  }
}
