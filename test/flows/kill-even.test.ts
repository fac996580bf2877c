import { killSuite } from '../support/kill-suite.ts'

killSuite(0, 2)
