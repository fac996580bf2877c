import { AbiCoder, keccak256 } from 'ethers'
import { type Goods, goodsHash } from './goods.ts'
import type { Account, SeriesId } from './ids.ts'
import { type Terms, termsHash } from './terms.ts'

/** All that a series id binds. */
export type SeriesTie = {
  chainId: number
  rights: Account
  issuer: Account
  terms: Terms
  goods: Goods
  /** 32 bytes, hex. */
  salt: string
}

/** The id that the contract gives a series: who has terms and goods data can check that the id stands for them. */
export function seriesId(tie: SeriesTie): SeriesId {
  const encoded = AbiCoder.defaultAbiCoder().encode(
    ['uint256', 'address', 'address', 'bytes32', 'bytes32', 'bytes32'],
    [tie.chainId, tie.rights, tie.issuer, termsHash(tie.terms), goodsHash(tie.goods), tie.salt],
  )
  return keccak256(encoded).slice(0, 50) as SeriesId
}
