import type { rightsErrorNames } from '../../../src/domain/generated/rights-abi.ts'

/** The name of a custom error of `Rights`. */
export type RightsErrorName = (typeof rightsErrorNames)[number]
