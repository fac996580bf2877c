import { spawnSync } from 'node:child_process'

/** Every check, in the order in which they fail fastest. All run, so that one look shows everything. */
const checks: readonly (readonly [string, string])[] = [
  ['format and lint', 'biome check --error-on-warnings .'],
  ['types', 'tsc --noEmit -p .'],
  ['promises', 'oxlint --type-aware --deny-warnings'],
  ['imports', 'node scripts/check-imports.ts'],
  ['dead code', 'knip --no-config-hints'],
  ['contracts', "solhint --max-warnings 0 'contracts/**/*.sol'"],
  ['licences', 'node scripts/check-licences.ts'],
  ['wording', 'node scripts/check-wording.ts'],
]

const failed = checks.filter(([name, command]) => {
  const run = spawnSync(command, { shell: true, encoding: 'utf8' })
  const isFine = run.status === 0
  process.stdout.write(`${isFine ? 'ok    ' : 'FAILED'} ${name}\n`)
  if (!isFine) process.stdout.write(`${run.stdout}${run.stderr}\n`)
  return !isFine
})
if (failed.length > 0) process.exit(1)
