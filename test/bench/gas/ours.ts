import type { GasByOperation } from './gas-result.ts'
import { moveScenes } from './move-scenes.ts'
import { redemptionScenes } from './redemption-scenes.ts'
import { saleScenes } from './sale-scenes.ts'
import { openScene, type Scene } from './scene.ts'

/**
 * Gas of `Rights` by operation, in the scenes that the peers play and in those that only ours has. Accounts, times, ids and
 * signatures are the same each time, so that the figures are.
 */
export async function measureOurs(): Promise<GasByOperation> {
  const found: GasByOperation = {}
  for (const play of [saleScenes, moveScenes, redemptionScenes]) {
    Object.assign(found, await onStage(play))
  }
  return found
}

async function onStage(play: (scene: Scene) => Promise<GasByOperation>): Promise<GasByOperation> {
  const scene = await openScene()
  try {
    return await play(scene)
  } finally {
    await scene.close()
  }
}
