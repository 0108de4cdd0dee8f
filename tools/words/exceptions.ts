import { z } from 'zod'
import { indexOfParts } from './glossary.ts'

const Reasoned = { word: z.string(), reason: z.string().min(20) }
const ExceptionsSchema = z.strictObject({
  /** Folders in which another world's words hold. */
  places: z.array(z.strictObject({ path: z.string(), reason: z.string().min(20) })),
  /** Words with a second, legitimate sense everywhere. */
  everywhere: z.array(z.strictObject(Reasoned)),
  /** Words to be avoided in some modules only, because the wrong sense exists only there. */
  avoidedOnlyIn: z.array(z.strictObject({ ...Reasoned, modules: z.array(z.string()).min(1) })),
  /** Words with a second sense in some modules. */
  allowedIn: z.array(z.strictObject({ ...Reasoned, modules: z.array(z.string()).min(1) })),
  /** Compounds in which a word is right. */
  phrases: z.array(z.strictObject({ ...Reasoned, phrases: z.array(z.string()).min(1) })),
})

/** Avoided words which the product uses in another sense, each with its reason. */
export type Exceptions = z.infer<typeof ExceptionsSchema>

export function parseExceptions(json: string): Exceptions {
  return ExceptionsSchema.parse(JSON.parse(json))
}

/** Is this avoided word refused in this module at all? */
export function isRefusedIn(exceptions: Exceptions, word: string, module: string): boolean {
  const only = exceptions.avoidedOnlyIn.find(e => e.word === word)
  if (only) return only.modules.includes(module)
  return !exceptions.everywhere.some(e => e.word === word) && !exceptions.allowedIn.some(e => e.word === word && e.modules.includes(module))
}

/** The parts of a name with the allowed compounds of a word taken out. */
export function withoutPhrases(exceptions: Exceptions, word: string, parts: readonly string[]): string[] {
  const rest = [...parts]
  for (const phrase of exceptions.phrases.filter(e => e.word === word).flatMap(e => e.phrases)) {
    const wanted = phrase.split(' ')
    for (let at = indexOfParts(rest, wanted); at >= 0; at = indexOfParts(rest, wanted)) rest.splice(at, wanted.length, '')
  }
  return rest
}
