import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/** What a bench found: for people, and for the file. */
type Found = { table: string[][]; result: unknown }

/** What can be measured. Each loads its own parts, so that a wrong name is answered at once. */
const benches: Record<string, () => Promise<Found>> = {
  gas: async () => {
    const { gasBench } = await import('../test/bench/gas/gas-bench.ts')
    const { gasTable } = await import('../test/bench/gas/gas-table.ts')
    const result = await gasBench()
    return { table: gasTable(result), result }
  },
  photos: async () => {
    const { photosBench } = await import('../test/bench/photos/photos-bench.ts')
    const { photosTable } = await import('../test/bench/photos/photos-table.ts')
    const result = await photosBench()
    return { table: photosTable(result), result }
  },
}

const { name, file } = readArguments()
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (bench === undefined) stop(name === '' ? 'Which bench?' : `There is no bench "${name}".`)

const { table, result } = await bench()
process.stdout.write(`${inColumns(table)}\n`)
if (file !== undefined) writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)

function readArguments(): { name: string; file: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'string' } },
      allowPositionals: true,
    })
    if (positionals.length > 1) stop('One bench at a time.')
    return { name: positionals[0] ?? '', file: values.json }
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error))
  }
}

function stop(why: string): never {
  const names = Object.keys(benches).sort().join(', ')
  process.stderr.write(`${why}\nUsage: npm run bench -- NAME [--json FILE]\nNames: ${names}\n`)
  process.exit(2)
}

function inColumns(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  )
  const line = (row: string[]) =>
    row.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    )
  return rows.map((row) => line(row).join('   ')).join('\n')
}
