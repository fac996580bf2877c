import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a process holds, in megabytes: at the end, and at most. */
export type Resident = { held: number; peak: number }

/** What looking at these photos adds to what a process holds: one that does it, less one that does nothing. */
export function residentMemory(photos: readonly Uint8Array[]): Resident {
  const folder = mkdtempSync(join(tmpdir(), 'photos-'))
  const paths = photos.map((photo, at) => {
    const path = join(folder, `${at}.jpg`)
    writeFileSync(path, photo)
    return path
  })
  const [idle, looking] = [child(['nothing']), child(['photos', ...paths])]
  rmSync(folder, { recursive: true })
  return { held: looking.held - idle.held, peak: looking.peak - idle.peak }
}

function child(args: readonly string[]): Resident {
  const script = join(import.meta.dirname, 'look-at-photos.ts')
  const options = { encoding: 'utf8' } as const
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], options)
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Resident
}
