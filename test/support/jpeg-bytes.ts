/** What a lying or broken camera writes into the EXIF of a JPEG. */
export type ExifLies = {
  orientation: number
  /** How wide and high it says the picture is. */
  width: number
  height: number
  /** Where the thumbnail is said to be, and how large. */
  thumbnail: { at: number; size: number }
  /** How many entries it says it has. */
  entries?: number
}

/** A JPEG with this EXIF in place of whatever it had none of. */
export function withExif(jpeg: Buffer, lies: ExifLies): Buffer {
  const { orientation, width, height, thumbnail } = lies
  const first = [entry(0x0100, 4, width), entry(0x0101, 4, height), entry(0x0112, 3, orientation)]
  const second = [entry(0x0201, 4, thumbnail.at), entry(0x0202, 4, thumbnail.size)]
  const count = (number: number) => Buffer.from([number & 0xff, number >> 8])
  const next = Buffer.alloc(4)
  next.writeUInt32LE(8 + 2 + 12 * first.length + 4)
  const tiff = Buffer.concat([
    Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    count(lies.entries ?? first.length),
    ...first,
    next,
    count(second.length),
    ...second,
    Buffer.alloc(4),
  ])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

function entry(tag: number, type: number, value: number): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt16LE(tag, 0)
  bytes.writeUInt16LE(type, 2)
  bytes.writeUInt32LE(1, 4)
  if (type === 3) bytes.writeUInt16LE(value, 8)
  else bytes.writeUInt32LE(value, 8)
  return bytes
}
