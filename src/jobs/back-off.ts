/** When to try again after `attempts` failures: 1, 2, 4 … seconds, at most a minute; Unix milliseconds. */
export function backOff(now: number, attempts: number): number {
  return now + Math.min(60_000, 1000 * 2 ** attempts)
}
