/** What is in a photo: the texts of the QR codes in it, and the picture as we would keep it. */
export type ReadPhoto = {
  codes: string[]
  /** JPEG, upright, at most 1280 pixels wide and high, without anything the camera wrote beside the picture. */
  picture: Uint8Array
}

/** Looks into photos. They come from strangers: whatever they hold, reading them ends, with a bounded use of memory. */
export type PhotoReader = {
  /** @throws AppError PHOTO_UNREADABLE, PHOTO_TOO_LARGE */
  read(bytes: Uint8Array): Promise<ReadPhoto>
}
