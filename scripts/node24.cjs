// npm under an old Node skips optional binaries whose engines ask for a newer one,
// so the install repeats once under the Node 24 that the `node` package has just brought.
// npm's own Node is read from the user agent: inside npm scripts `node` is already 24.
const { spawnSync } = require('node:child_process')
const npmNode = Number(/node\/v(\d+)/.exec(process.env.npm_config_user_agent ?? '')?.[1] ?? 0)
if (npmNode === 0 || npmNode >= 22 || process.env.SCRIP_SECOND_PASS) process.exit(0)
const again = process.env.npm_command === 'ci' ? 'ci' : 'install'
const second = spawnSync(process.execPath, [process.env.npm_execpath, again], {
  stdio: 'inherit',
  env: { ...process.env, SCRIP_SECOND_PASS: '1' },
})
process.exit(second.status ?? 1)
