/**
 * A named place at which a crash must do no harm: before and after each commit and each call to the outside. In
 * production it does nothing; the tests kill the process there and look whether the restart ends well.
 */
export type Failpoint = (place: string) => void
