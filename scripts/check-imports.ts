import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'

// With another TypeScript, or without swc, the tool sees nothing and passes: fewer modules than this is a failure.
const LEAST_MODULES = 150

const options = await extractConfig(
  fileURLToPath(new URL('../.dependency-cruiser.cjs', import.meta.url)),
)
const { output } = await cruise(['src', 'test'], {
  ...options,
  ruleSet: options,
  validate: true,
  outputType: 'err',
})
const { output: raw } = await cruise(['src', 'test'], { ...options, outputType: 'json' })
const { modules } = JSON.parse(String(raw)) as { modules: { source: string }[] }
const own = modules.filter(({ source }) => !source.includes('node_modules'))
const text = String(output)
process.stdout.write(`${text}${own.length} modules looked at\n`)
if (own.length < LEAST_MODULES) {
  process.stderr.write(`only ${own.length} modules were found: the parser does not see the code\n`)
  process.exit(1)
}
if (/error /.test(text)) process.exit(1)
