import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Names = z.array(z.string())
const HouseSchema = z.strictObject({
  modules: z.record(z.string(), Names),
  apps: z.record(z.string(), z.strictObject({ mounts: z.union([z.literal('all'), Names]), doors: Names, outside: Names })),
  rooms: z.record(z.string(), z.strictObject({ own: Names, doors: Names, outside: Names })),
  plugins: z.record(z.string(), z.string()),
  areas: z.record(z.string(), Names),
  pure: Names,
  purePackages: Names,
})

/** The one table of who may know whom. */
export type House = z.infer<typeof HouseSchema>

export function readHouse(root: string): House {
  return HouseSchema.parse(JSON.parse(readFileSync(join(root, 'house.json'), 'utf8')))
}
