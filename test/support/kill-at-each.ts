import type { DriverClient } from '../../src/sandbox/driver/client.ts'

/** How often the bot dies in one round: a bot that died already has to cope as well, and a round is long. */
const DEATHS = 3

/**
 * Plays rounds in which the bot dies at several of these places, one after the other, until it has died at each. Those that a
 * round did not come by are tried once more, each by itself. @returns how many it died at @throws Error that names them
 */
export async function killAtEach(
  driver: DriverClient,
  places: readonly string[],
  play: () => Promise<unknown>,
): Promise<number> {
  const rounds = Math.ceil(places.length / DEATHS)
  // Far from each other, so that the bot is back in between.
  const together = Array.from({ length: rounds }, (_, round) =>
    places.filter((_, at) => at % rounds === round),
  )
  const left = await playEach(driver, together, play)
  const never = await playEach(
    driver,
    left.map((place) => [place]),
    play,
  )
  return places.length - never.length
}

/** @returns the places that were not come by */
async function playEach(
  driver: DriverClient,
  rounds: readonly (readonly string[])[],
  play: () => Promise<unknown>,
): Promise<string[]> {
  const left: string[] = []
  for (const places of rounds) {
    await driver.failpoint(...places)
    try {
      await play()
    } catch (error) {
      throw new Error(`killed at ${places.join(' and ')}`, { cause: error })
    }
    left.push(...(await driver.failpoint()).left)
  }
  return left
}
