import { exec } from 'node:child_process'

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

const AT_ONCE = 2
const MOST_BYTES = 64 * 2 ** 20

/** Runs one check to its end; whether it failed. */
function run([name, command]: readonly [string, string]): Promise<boolean> {
  return new Promise((resolve) => {
    exec(command, { maxBuffer: MOST_BYTES }, (error, stdout, stderr) => {
      process.stdout.write(`${error === null ? 'ok    ' : 'FAILED'} ${name}\n`)
      if (error !== null) process.stdout.write(`${stdout}${stderr}\n`)
      resolve(error !== null)
    })
  })
}

const waiting = [...checks]
let hasFailed = false
const work = async () => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (await run(next)) hasFailed = true
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work))
if (hasFailed) process.exitCode = 1
