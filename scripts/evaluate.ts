import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { EvaluationProblem } from '../test/evaluation/read-labels.ts'

/** What an evaluation found: for people, and for the file. */
type Found = { text: string; result: unknown }

/** An evaluation: the folders it is given by name, and how it is done with them. */
type Evaluation = {
  folders: readonly string[]
  run(folder: (name: string) => string): Promise<Found>
}

/** What can be evaluated. Each loads its own parts, so that a wrong name is answered at once. */
const evaluations: Record<string, Evaluation> = {
  codes: {
    folders: ['pictures'],
    run: async (folder) => {
      const { evaluateCodes } = await import('../test/evaluation/codes.ts')
      const { codesText } = await import('../test/evaluation/codes-text.ts')
      const result = await evaluateCodes(folder('pictures'))
      return { text: codesText(result), result }
    },
  },
  photos: {
    folders: ['catalogue', 'queries'],
    run: async (folder) => {
      const { evaluatePhotos } = await import('../test/evaluation/photos.ts')
      const { photosText } = await import('../test/evaluation/photos-text.ts')
      const result = await evaluatePhotos(folder('catalogue'), folder('queries'))
      return { text: photosText(result), result }
    },
  },
}

const name = process.argv[2] ?? ''
const evaluation = Object.hasOwn(evaluations, name) ? evaluations[name] : undefined
if (evaluation === undefined) {
  stop(name === '' ? 'Which evaluation?' : `There is no evaluation "${name}".`)
}
const given = readArguments(evaluation.folders)
const { text, result } = await evaluation.run((folder) => given[folder] ?? '').catch(explained)
process.stdout.write(`${text}\n`)
if (given['json'] !== undefined) {
  writeFileSync(given['json'], `${JSON.stringify(result, null, 2)}\n`)
}

function readArguments(folders: readonly string[]): Record<string, string | undefined> {
  try {
    const names = [...folders, 'json'].map((each) => [each, { type: 'string' as const }])
    const { values } = parseArgs({
      args: process.argv.slice(3),
      options: Object.fromEntries(names) as Record<string, { type: 'string' }>,
    })
    for (const folder of folders) if (values[folder] === undefined) stop(`--${folder} is missing.`)
    return values
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error))
  }
}

/** A folder that does not fit is said in one line; anything else is our own mistake, with its stack. */
function explained(error: unknown): never {
  if (!(error instanceof EvaluationProblem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

function stop(why: string): never {
  const uses = Object.entries(evaluations).map(([each, { folders }]) => {
    const options = folders.map((folder) => ` --${folder} DIR`).join('')
    return `  npm run evaluate -- ${each}${options} [--json FILE]\n`
  })
  process.stderr.write(`${why}\nUsage:\n${uses.join('')}`)
  process.exit(2)
}
