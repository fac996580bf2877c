import { spawnSync } from 'node:child_process'

/** Everything in the repository that a program writes, from what it is made of. */
const generators = [
  'generate-client.ts',
  'generate-taxonomy.ts',
  'generate-reference.ts',
  'generate-performance.ts',
  'generate-contract-table.ts',
]

for (const script of generators) {
  const { status } = spawnSync(process.execPath, [`scripts/${script}`], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
