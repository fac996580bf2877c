import { getCreate2Address, keccak256, ZeroHash } from 'ethers'
import { FACTORY } from '../src/chain/factory.ts'

/** Where the compiler left holes: file → library → places in bytes. */
export type Links = Readonly<Record<string, Readonly<Record<string, readonly { start: number }[]>>>>

/**
 * Code with the libraries' addresses where the compiler left holes. They stand where the canonical factory puts them.
 *
 * @param libraries name → creation code
 * @throws Error for a library that is not among them
 */
export function linkLibraries(
  { bytecode, linkReferences }: { bytecode: string; linkReferences: Links },
  libraries: Readonly<Record<string, string>>,
): string {
  let code = bytecode
  for (const [name, holes] of Object.values(linkReferences).flatMap((each) =>
    Object.entries(each),
  )) {
    const library = libraries[name]
    if (library === undefined) throw new Error(`no library ${name}`)
    const address = getCreate2Address(FACTORY, ZeroHash, keccak256(library)).slice(2).toLowerCase()
    for (const { start } of holes) {
      code = code.slice(0, 2 + start * 2) + address + code.slice(42 + start * 2)
    }
  }
  return code
}
