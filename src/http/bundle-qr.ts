import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const REQUIRE = /require\('([^']+)'\)/g

/**
 * The `qrcode` package's encoder as one script for a browser: it sets `globalThis.createQr(text)`, which gives
 * `{ size, data }`, one byte a module. Built from the installed package when the server starts, so no copy of it is kept.
 */
export function bundleQr(): string {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('qrcode/lib/core/qrcode.js')
  const sources = new Map<string, string>()
  const visit = (file: string): void => {
    if (sources.has(file)) return
    sources.set(file, '')
    const own = createRequire(file)
    const source = readFileSync(file, 'utf8').replace(REQUIRE, (_, name: string) => {
      const target = own.resolve(name)
      visit(target)
      return `require(${nameOf(target)})`
    })
    sources.set(file, source)
  }
  // Names in the script are numbers: a path of the machine it was made on is nobody's business.
  const names = new Map<string, number>()
  const nameOf = (file: string): number => {
    const known = names.get(file) ?? names.size
    names.set(file, known)
    return known
  }
  visit(entry)
  const modules = [...sources].map(
    ([file, source]) => `${nameOf(file)}: function (module, exports, require) {\n${source}\n}`,
  )
  return `(() => {
'use strict'
const modules = {${modules.join(',\n')}}
const loaded = {}
const require = (name) => {
  if (loaded[name] === undefined) {
    const module = { exports: {} }
    loaded[name] = module
    modules[name](module, module.exports, require)
  }
  return loaded[name].exports
}
globalThis.createQr = (text) => {
  const { modules } = require(${nameOf(entry)}).create(text, { errorCorrectionLevel: 'L' })
  return { size: modules.size, data: modules.data }
}
})()`
}
