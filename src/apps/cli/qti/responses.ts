import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Result, ok } from '../../../kernel/result.ts'
import type { ToldFault } from './documents.ts'

const Responses = z.record(z.string(), z.unknown())
export type Responses = z.infer<typeof Responses>

/** Reads a responses file; what stands in it is judged when an item takes it. */
export function readResponses(file: string): Result<Responses, ToldFault> {
  try {
    const parsed = Responses.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (parsed.success) return ok(parsed.data)
  } catch {
    // told below: missing and malformed files come to the same for the person at the keyboard
  }
  const refusal = {
    code: 'responses-unreadable',
    zh: `作答文件${file}不是JSON对象。`,
    en: `${file} does not hold a JSON object of responses.`,
  }
  return { ok: false, refusal }
}

/** The responses to one item of a package, by the first of its names that the file knows. */
export function responsesOf(all: Responses, names: readonly string[]): Responses {
  const name = names.find(n => Object.hasOwn(all, n))
  const parsed = Responses.safeParse(name === undefined ? {} : all[name])
  return parsed.success ? parsed.data : {}
}
