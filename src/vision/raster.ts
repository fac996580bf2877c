/** A picture as bare pixels, row by row: red, green and blue, one byte each. */
export type Raster = { data: Uint8Array<ArrayBuffer>; width: number; height: number }
