import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { id as hashOf } from 'ethers'
import { presets, presetTerms } from '../../src/domain/preset-terms.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { createWorld, type World } from './world.ts'

let world: World
before(async () => {
  world = await createWorld()
})
after(() => world.close())

for (const preset of presets) {
  test(`the contract takes the preset ${preset}, with and without an arbiter`, async () => {
    const today = Math.floor((await world.now()) / DAY_SECONDS)
    const given = { price: 5000n, supply: 3, currency: null, today }
    for (const more of [{}, { arbiter: world.stranger }]) {
      const terms = presetTerms(preset, { ...given, ...more })
      const salt = hashOf(preset + JSON.stringify(more))
      const { series } = await world.publish({ terms, salt })
      const { status } = await world.buy(series, terms)
      assert.equal(status, 1)
    }
  })
}
