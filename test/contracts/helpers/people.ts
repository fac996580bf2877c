import type { Account } from '../../../src/domain/ids.ts'
import type { World } from '../world.ts'

/** Those of the chain's accounts that the world itself has no name for. */
export function peopleOf(world: World) {
  const at = (place: number) => world.accounts[place] as Account
  return {
    arbiter: at(5),
    staff: at(6),
    attestor: at(7),
    contributor: at(8),
    relayer: at(9),
    friend: at(10),
  }
}
