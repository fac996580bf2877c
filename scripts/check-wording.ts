import { globSync, readFileSync } from 'node:fs'

/** What must stand nowhere in the sources: a Mini App (Telegram then admits no other chain), loose ends. */
const FORBIDDEN: readonly (readonly [string, RegExp, readonly string[]])[] = [
  [
    'a Mini App button',
    /\bweb_app\s*:|\.webApp\(|MainMiniApp/,
    ['src/!(sandbox)/**/*.ts', 'src/*.ts'],
  ],
  [
    'a loose end',
    /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck)/,
    ['{src,test,scripts}/**/*.ts', 'contracts/**/*.sol'],
  ],
  [
    'a `delete` of a transient variable, which this compiler gets wrong',
    /\bdelete _entered\b/,
    ['contracts/**/*.sol'],
  ],
  ['a skipped test', /\b(test|it|describe)\.(skip|only|todo)\(/, ['test/**/*.ts']],
]

let problems = 0
for (const [what, pattern, globs] of FORBIDDEN) {
  const files = globSync([...globs]).filter((file) => !/generated|check-wording/.test(file))
  if (files.length === 0) throw new Error(`no files for "${what}"`)
  for (const file of files) {
    for (const [number, line] of readFileSync(file, 'utf8').split('\n').entries()) {
      if (!pattern.test(line)) continue
      problems += 1
      process.stdout.write(`${file}:${number + 1}: ${what}: ${line.trim()}\n`)
    }
  }
}
if (problems > 0) process.exit(1)
