import { HDNodeWallet, id, Mnemonic } from 'ethers'

/** The key of a person: the same name under the same mnemonic is always the same account. */
export function keyOf(person: string, mnemonic: string): HDNodeWallet {
  const index = Number(BigInt(id(person)) % 0x7fff_ffffn)
  return HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(mnemonic), `m/44'/60'/0'/0/${index}`)
}
