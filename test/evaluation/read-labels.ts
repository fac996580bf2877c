import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** What is wrong with what an evaluation was given, in words for whoever started it. */
export class EvaluationProblem extends Error {}

/** The rows of `labels.csv` in a folder of pictures, each with these columns; further ones are left out. @throws EvaluationProblem */
export function readLabels<Column extends string>(
  folder: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new EvaluationProblem(`There is no folder "${folder}".`)
  }
  const path = join(folder, 'labels.csv')
  if (!existsSync(path)) throw new EvaluationProblem(`There is no labels.csv in "${folder}".`)
  const rows = rowsOf(path)
  const given = Object.keys(rows[0] ?? {})
  for (const column of columns) {
    if (rows.length > 0 && !given.includes(column)) {
      throw new EvaluationProblem(`${path} has no column "${column}", only: ${given.join(', ')}.`)
    }
  }
  if (rows.length === 0) throw new EvaluationProblem(`${path} names no pictures.`)
  return rows.map((row) => {
    const entries = columns.map((column) => [column, row[column] ?? ''] as const)
    return Object.fromEntries(entries) as Record<Column, string>
  })
}

function rowsOf(path: string): Record<string, string>[] {
  try {
    return parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new EvaluationProblem(`${path} cannot be read: ${why}`, { cause: error })
  }
}
