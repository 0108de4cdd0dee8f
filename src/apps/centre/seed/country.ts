import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isLocalDate, localDate } from '../../../kernel/local-date.ts'

const day = z.string().refine(isLocalDate).transform(localDate)
const role = z.enum([
  'teacher',
  'institution-manager',
  'registrar',
  'provincial-officer',
  'national-officer',
  'item-writer',
  'item-reviewer',
  'site-manager',
  'site-engineer',
  'invigilator',
  'assessor',
  'chief-assessor',
  'external-verifier',
  'auditor',
])
const Duty = z.tuple([role, z.enum(['nation', 'province', 'institution', 'site']), z.string()])
const Country = z.strictObject({
  note: z.string(),
  provinces: z.array(z.strictObject({ code: z.string().regex(/^\d{2}$/), name: z.string() })),
  institutions: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{8}$/),
      name: z.string(),
      province: z.string(),
      address: z.string(),
      scopes: z.array(z.enum(['training', 'assessment'])),
      levels: z.array(z.string()),
      from: day,
      until: day,
      rooms: z.array(z.strictObject({ number: z.number().int(), name: z.string(), rows: z.number().int(), columns: z.number().int() })),
    }),
  ),
  staff: z.array(
    z.strictObject({ persona: z.string(), name: z.string(), sex: z.enum(['male', 'female']), birth: day, duties: z.array(Duty) }),
  ),
})

/** The seed country as written in `data/seed/country.json`. */
export type Country = z.output<typeof Country>
export type Duty = z.output<typeof Duty>

export function readCountry(): Country {
  return Country.parse(JSON.parse(readFileSync(new URL('../../../../data/seed/country.json', import.meta.url), 'utf8')))
}
