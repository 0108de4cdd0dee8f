import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Package = z.object({ name: z.literal('highs'), version: z.string() })
const read: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.resolve('highs')), 'utf8'))

/** Name and version of the solver, for certificates. */
export const SOLVER_NAME = `HiGHS ${Package.parse(read).version}`
