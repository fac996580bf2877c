import { parseArgs } from 'node:util'
import { openSandbox } from '../driver/open-sandbox.ts'
import { play } from './play.ts'
import { createStage } from './stage.ts'

const { values } = parseArgs({ options: { trace: { type: 'string' } } })
const print = (line: string) => process.stdout.write(`${line}\n`)
const environment = values.trace === undefined ? {} : { SCRIP_TRACE: values.trace }

print('Opening a sandbox of its own…')
const sandbox = await openSandbox({ ...process.env, ...environment })
let failure: unknown = null
try {
  await play(
    createStage({ driver: sandbox.driver, url: sandbox.url, folder: 'demo', print }),
    sandbox,
  )
  const refused = await refusedCalls()
  if (refused.length > 0) throw new Error(`the Bot API refused: ${refused.join('; ')}`)
  print('\n  Nothing surprised us. The pictures are in demo/.\n')
} catch (error) {
  failure = error
}
await sandbox.close()
if (failure !== null) {
  process.stderr.write(
    `\n  A surprise: ${failure instanceof Error ? failure.message : String(failure)}\n`,
  )
  process.exit(1)
}

/** Calls of the bot that the Bot API did not accept, in its words. */
async function refusedCalls(): Promise<string[]> {
  const { exchanges } = await sandbox.driver.wire()
  return exchanges.flatMap(({ method, response }) => {
    const answer = response as { ok?: boolean; description?: string } | undefined
    return answer?.ok === false ? [`${String(method)}: ${answer.description ?? ''}`] : []
  })
}
