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
