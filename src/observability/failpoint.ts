import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Failpoint } from '../domain/failpoint.ts'

/** What production runs: nothing happens anywhere. */
const noFailpoint: Failpoint = () => {}

/**
 * For tests of crashes: kills the process at each place that the file `at` in the folder names (nothing is flushed, nothing
 * is closed), once at each, and notes every place it passes in `log`, so that a test knows which places a run really has. Without a
 * folder nothing happens.
 */
export function createFailpoint(folder: string | null): Failpoint {
  if (folder === null) return noFailpoint
  const at = join(folder, 'at')
  const log = join(folder, 'log')
  return (place) => {
    appendFileSync(log, `${place}\n`)
    const places = readFileSync(at, 'utf8').split('\n')
    if (!places.includes(place)) return
    writeFileSync(at, places.filter((each) => each !== place).join('\n'))
    process.kill(process.pid, 'SIGKILL')
  }
}
