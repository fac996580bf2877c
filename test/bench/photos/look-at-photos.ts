/** As many as show whether memory grows. */
const ROUNDS = 15
const VECTORS = 1000
const LENGTH = 256

// A process of its own: what it holds is only what it did.
if (process.argv[2] === 'photos') await lookAtPhotos()
const megabytes = process.memoryUsage.rss() / 2 ** 20
process.stdout.write(String(megabytes), () => process.exit(0))

async function lookAtPhotos(): Promise<void> {
  const { readFileSync } = await import('node:fs')
  const { someVision } = await import('../../support/some-vision.ts')
  const { someVectors } = await import('./some-vectors.ts')
  const vision = await someVision()
  await vision.put(someVectors(VECTORS, LENGTH))
  const photos = process.argv.slice(3).map((path) => readFileSync(path))
  for (let round = 0; round < ROUNDS; round++)
    for (const photo of photos) await vision.look(photo, { space: null, isOurs: () => false })
}
