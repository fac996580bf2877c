/** Photos that people sent, to fetch. */
export type PhotoSource = {
  /**
   * The bytes as they were sent, at most 20 MB.
   * @throws AppError PHOTO_TOO_LARGE, PHOTO_UNREADABLE when it cannot be had any more, TELEGRAM_UNREACHABLE
   */
  fetch(fileId: string): Promise<Uint8Array>
}
