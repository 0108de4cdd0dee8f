import type { Json } from '../../core/world/canonical.ts'

/** Work that an app asks of the machine: plain data in, plain data out. */
export type Effect = (input: Json) => Json
