import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { readFileSync } from 'node:fs'

/** As many as show whether memory grows. */
const ROUNDS = 15
const VECTORS = 1000
const LENGTH = 256

// A process of its own: what it holds is only what it did.
const children: ChildProcess[] = []
subscribe('child_process', (message) =>
  children.push((message as { process: ChildProcess }).process),
)
if (process.argv[2] === 'photos') await lookAtPhotos()
const ofChildren = children.reduce((sum, { pid }) => sum + heldBy(pid), 0)
const megabytes = process.memoryUsage.rss() / 2 ** 20 + ofChildren
process.stdout.write(String(megabytes), () => process.exit(0))

async function lookAtPhotos(): Promise<void> {
  const { someVision } = await import('../../support/some-vision.ts')
  const { someVectors } = await import('./some-vectors.ts')
  const vision = await someVision()
  await vision.put(someVectors(VECTORS, LENGTH))
  const photos = process.argv.slice(3).map((path) => readFileSync(path))
  for (let round = 0; round < ROUNDS; round++)
    for (const photo of photos) await vision.look(photo, { space: null, isOurs: () => false })
}

/** Megabytes that another process of ours holds, as Linux counts them, without the program of Node, which is there only once. */
function heldBy(pid: number | undefined): number {
  let mapped = ''
  let kilobytes = 0
  for (const line of readFileSync(`/proc/${pid}/smaps`, 'utf8').split('\n')) {
    mapped = /^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \S+\s*(.*)/.exec(line)?.[1] ?? mapped
    const resident = /^Rss:\s+(\d+) kB/.exec(line)?.[1]
    if (mapped !== process.execPath) kilobytes += Number(resident ?? 0)
  }
  return kilobytes / 1024
}
