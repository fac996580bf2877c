/** The side of the square that the model sees, in pixels. */
export const INPUT_SIDE = 240
