import { AbiCoder, getBytes } from 'ethers'
import { GOODS_ABI, type Goods, goodsFromTuple } from '../domain/goods.ts'
import { TERMS_ABI } from '../domain/terms.ts'

/** Texts as the bytes they are on chain: the ABI lays out both alike. */
const layout = [TERMS_ABI, GOODS_ABI.replaceAll('string', 'bytes'), 'uint256', 'bytes32']
/** A mark at the start of a text is a sign of it like any other. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * The goods in the data of a `Published` log. The contract takes any bytes as text, and a series once on chain can be bought:
 * bytes that are no UTF-8 show as U+FFFD. Such goods no longer hash to the series id, which is what the event says it is.
 */
export function goodsOfLog(data: string): Goods {
  const [, goods] = AbiCoder.defaultAbiCoder().decode(layout, data)
  const fields = [...(goods as Iterable<unknown>)]
  const texts = fields.slice(1, 7).map((bytes) => utf8.decode(getBytes(String(bytes))))
  return goodsFromTuple([fields[0], ...texts, ...fields.slice(7)])
}
