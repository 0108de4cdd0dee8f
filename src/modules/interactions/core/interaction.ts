import type { z } from 'zod'
import type { Dice } from '../../../kernel/dice.ts'
import type { Hundredths } from '../../../kernel/marks.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'
import type { InteractionType } from './interaction-type.ts'
import { type Score, noScore } from './score.ts'

/** A parsed JSON document of an item: content, key, response, rubric or public content. */
export type ItemDocument = Readonly<Record<string, unknown>>

/** Is there a response, and does it belong to the item? */
export type Answered = { readonly state: 'blank' } | { readonly state: 'answered' } | { readonly state: 'invalid'; readonly why: string }

export type ScoreFacts<C, K, R, U> = {
  readonly content: C
  readonly key: K
  readonly response: R
  readonly rubric: U
  readonly max: Hundredths
}

/** What a plug-in folder states about its type, fully typed. `interaction` turns it into the form others use. */
export type InteractionSpec<
  C extends ItemDocument,
  K extends ItemDocument,
  R extends ItemDocument,
  P extends ItemDocument,
  U extends ItemDocument,
> = {
  readonly type: InteractionType
  /** Newest version of the content; parsing raises older ones to it. */
  readonly version: number
  /** The counterpart in QTI 3. */
  readonly qti: string
  /** Does adding a right element never lower the score? */
  readonly monotone: boolean
  readonly Content: z.ZodType<C>
  readonly Key: z.ZodType<K>
  readonly Response: z.ZodType<R>
  readonly PublicContent: z.ZodType<P>
  readonly Rubric: z.ZodType<U>
  /** Undefined when the key fits the content; otherwise what is wrong with it. */
  readonly keyFault: (content: C, key: K) => string | undefined
  /** The response that earns full marks. */
  readonly keyResponse: (key: K) => R
  /** Takes the content alone, so that no key can pass through it. */
  readonly strip: (content: C) => P
  readonly shuffle: (content: P, dice: Dice) => P
  readonly answered: (content: P, response: R) => Answered
  readonly score: (facts: ScoreFacts<C, K, R, U>) => Score
}

/** A type as other modules use it: JSON in, JSON out, every document parsed on the way. */
export type Interaction = {
  readonly type: InteractionType
  readonly version: number
  readonly qti: string
  readonly monotone: boolean
  /** Newest version of the content, or `item-content-invalid`. */
  parseContent(value: unknown): Result<ItemDocument>
  /** The key, or `item-key-invalid`; the key must fit the content. */
  parseKey(content: unknown, key: unknown): Result<ItemDocument>
  /** What a candidate may receive, or `item-content-invalid`; unknown fields are refused, so a key cannot hide in it. */
  parsePublic(value: unknown): Result<ItemDocument>
  /** A well-formed response, or `response-invalid`. */
  parseResponse(value: unknown): Result<ItemDocument>
  keyResponse(content: unknown, key: unknown): ItemDocument
  strip(content: unknown): ItemDocument
  shuffle(publicContent: unknown, dice: Dice): ItemDocument
  /** `null` is blank; a malformed response is invalid. */
  answered(publicContent: unknown, response: unknown): Answered
  /** Never throws for a response; a blank or foreign one earns 0 with the reason. Content, key and rubric must be sound. */
  score(facts: {
    readonly content: unknown
    readonly key: unknown
    readonly response: unknown
    readonly rubric?: unknown
    readonly max: Hundredths
  }): Score
}

function faultsOf(error: z.ZodError): Refusal['fields'] {
  return error.issues.map(i => ({ path: i.path.join('.'), zh: `内容不符合题型要求：${i.message}`, en: i.message }))
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, code: string): Result<T> {
  const outcome = schema.safeParse(value)
  return outcome.success ? ok(outcome.data) : refuse(code, {}, faultsOf(outcome.error))
}

/** Closes a typed specification into the form that the registry holds. */
export function interaction<
  C extends ItemDocument,
  K extends ItemDocument,
  R extends ItemDocument,
  P extends ItemDocument,
  U extends ItemDocument,
>(spec: InteractionSpec<C, K, R, P, U>): Interaction {
  const keyOf = (content: C, value: unknown): Result<K> => {
    const key = parsed(spec.Key, value, 'item-key-invalid')
    const fault = key.ok ? spec.keyFault(content, key.value) : undefined
    return fault === undefined ? key : refuse('item-key-invalid', {}, [{ path: '', zh: `答案键与选项不符：${fault}`, en: fault }])
  }
  const soundKey = (content: C, value: unknown): K => {
    const key = keyOf(content, value)
    if (!key.ok) throw new Error(`unsound key for ${spec.type}: ${JSON.stringify(key.refusal.fields)}`)
    return key.value
  }
  const answered = (content: P, value: unknown): Answered => {
    if (value === null || value === undefined) return { state: 'blank' }
    const response = spec.Response.safeParse(value)
    return response.success ? spec.answered(content, response.data) : { state: 'invalid', why: 'malformed' }
  }
  return {
    type: spec.type,
    version: spec.version,
    qti: spec.qti,
    monotone: spec.monotone,
    parseContent: value => parsed(spec.Content, value, 'item-content-invalid'),
    parseKey: (content, key) => keyOf(spec.Content.parse(content), key),
    parsePublic: value => parsed(spec.PublicContent, value, 'item-content-invalid'),
    parseResponse: value => parsed(spec.Response, value, 'response-invalid'),
    keyResponse: (content, key) => spec.keyResponse(soundKey(spec.Content.parse(content), key)),
    strip: content => spec.strip(spec.Content.parse(content)),
    shuffle: (publicContent, dice) => spec.shuffle(spec.PublicContent.parse(publicContent), dice),
    answered: (publicContent, response) => answered(spec.PublicContent.parse(publicContent), response),
    score: facts => {
      const content = spec.Content.parse(facts.content)
      const key = soundKey(content, facts.key)
      const rubric = spec.Rubric.parse(facts.rubric ?? {})
      const state = answered(spec.strip(content), facts.response).state
      if (state === 'blank') return noScore(facts.max, 'unanswered', [{ code: 'unanswered', optionIds: [] }])
      if (state === 'invalid') return noScore(facts.max, 'invalid', [{ code: 'invalid', optionIds: [] }])
      return spec.score({ content, key, response: spec.Response.parse(facts.response), rubric, max: facts.max })
    },
  }
}
