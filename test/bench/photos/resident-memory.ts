import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Settings of glibc's allocator under which a large buffer that was freed goes back to the system at once. */
export const GIVING_BACK = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '1000000',
  MALLOC_TRIM_THRESHOLD_: '100000',
}

/** Megabytes that looking at these photos adds to what a process holds: one that does it, less one that does nothing. */
export function residentMemory(
  photos: readonly Uint8Array[],
  env: Record<string, string> = {},
): number {
  const folder = mkdtempSync(join(tmpdir(), 'photos-'))
  const paths = photos.map((photo, at) => {
    const path = join(folder, `${at}.jpg`)
    writeFileSync(path, photo)
    return path
  })
  const [idle, looking] = [child(['nothing'], env), child(['photos', ...paths], env)] as const
  rmSync(folder, { recursive: true })
  return looking - idle
}

function child(args: readonly string[], env: Record<string, string>): number {
  const script = join(import.meta.dirname, 'look-at-photos.ts')
  const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], options)
  if (status !== 0) throw new Error(stderr)
  return Number(stdout)
}
