/** How a request goes wrong: answered with an error, never answered, or the connection cut. */
export type FaultKind = 'error' | 'timeout' | 'drop'

/** A fault that the next requests of a method meet. */
export type Fault = {
  /** A JSON-RPC method, or * for any. */
  method: string
  times: number
  kind: FaultKind
  /** The request is carried out and only its answer is lost. */
  late?: boolean
}

/** Faults that wait for their requests. */
export type Faults = {
  add(fault: Fault): void
  /** The fault that this request meets, used up by one. */
  take(method: string): Fault | null
  clear(): void
}

/** Starts without faults. */
export function createFaults(): Faults {
  let waiting: Fault[] = []
  return {
    add(fault) {
      waiting.push({ ...fault })
    },
    take(method) {
      const met = waiting.find((each) => each.method === method || each.method === '*')
      if (met === undefined) return null
      met.times -= 1
      waiting = waiting.filter(({ times }) => times > 0)
      return met
    },
    clear() {
      waiting = []
    },
  }
}
