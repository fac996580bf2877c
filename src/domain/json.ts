/** JSON with `bigint`: written as `{"$bigint":"12"}`, so that money never passes through a float. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'bigint' ? { $bigint: each.toString() } : each,
  )
}

/** Reads what {@link toJson} wrote. The caller names the type it stored. @throws SyntaxError */
export function fromJson<T>(text: string): T {
  return JSON.parse(text, (_key, each: unknown) => {
    if (typeof each !== 'object' || each === null || !('$bigint' in each)) return each
    return BigInt(String(each.$bigint))
  }) as T
}
