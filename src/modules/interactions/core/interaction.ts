import type { z } from 'zod'
import type { Dice } from '../../../kernel/dice.ts'
import type { Hundredths } from '../../../kernel/marks.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Answered, InteractionSpec, ItemDocument } from './interaction-spec.ts'
import type { InteractionType, MarkedBy } from './interaction-type.ts'
import { type Score, noScore, pendingScore } from './score.ts'

/** What is scored against; content, key and rubric must be sound. `rubric` is the usual one of the type when it is left out. */
export type Scoring = { readonly content: unknown; readonly key: unknown; readonly rubric?: unknown; readonly max: Hundredths }

/** Scores one response after another against the same key. `evidence` holds the marks of a person or the laboratory, if there are any. */
export type Scorer = (response: unknown, evidence?: unknown) => Score

/** A type as other modules use it: JSON in, JSON out, every document parsed on the way. */
export type Interaction = {
  readonly type: InteractionType
  /** Who finds the marks. Scores of others than the machine are `pending` until there is evidence. */
  readonly markedBy: MarkedBy
  readonly version: number
  readonly qti: string
  readonly monotone: boolean
  /** Newest version of the content, or `item-content-invalid`. */
  parseContent(value: unknown): Result<ItemDocument>
  /** The key, or `item-key-invalid`; the key must fit the content. */
  parseKey(content: unknown, key: unknown): Result<ItemDocument>
  /** The rubric completed, or `item-rubric-invalid`. */
  parseRubric(value: unknown): Result<ItemDocument>
  /** What a candidate may receive, or `item-content-invalid`; unknown fields are refused, so a key cannot hide in it. */
  parsePublic(value: unknown): Result<ItemDocument>
  /** A well-formed response, or `response-invalid`. */
  parseResponse(value: unknown): Result<ItemDocument>
  /** The marks of a person or the laboratory, or `evidence-invalid`; they must fit the key. Types that the machine marks have none. */
  parseEvidence(facts: { readonly content: unknown; readonly key: unknown }, evidence: unknown): Result<ItemDocument>
  /** The response that earns full marks; null where only a file or a world could. */
  keyResponse(content: unknown, key: unknown): ItemDocument | null
  /** The evidence that earns full marks; null where the machine finds them. */
  fullEvidence(content: unknown, key: unknown): ItemDocument | null
  strip(content: unknown): ItemDocument
  shuffle(publicContent: unknown, dice: Dice): ItemDocument
  /** `null` is blank; a malformed response is invalid. */
  answered(publicContent: unknown, response: unknown): Answered
  /** Never throws for a response; a blank or foreign one earns 0 with the reason, without waiting for anybody. */
  score(facts: Scoring & { readonly response: unknown; readonly evidence?: unknown }): Score
  /** The same as `score` with the documents parsed once; for papers and statistics. */
  compile(facts: Scoring): Scorer
}

/** Closes a typed specification into the form that the registry holds. */
export function interaction<
  C extends ItemDocument,
  K extends ItemDocument,
  R extends ItemDocument,
  P extends ItemDocument,
  U extends ItemDocument,
  E extends ItemDocument | null = null,
>(spec: InteractionSpec<C, K, R, P, U, E>): Interaction {
  const sound = soundDocuments(spec)
  const compile = (facts: Scoring) => scorerOf(spec, sound, facts)
  return {
    type: spec.type,
    markedBy: spec.markedBy,
    version: spec.version,
    qti: spec.qti,
    monotone: spec.monotone,
    parseContent: value => parsed(spec.Content, value, 'item-content-invalid'),
    parseKey: (content, key) => keyOf(spec, spec.Content.parse(content), key),
    parseRubric: value => parsed(spec.Rubric, value, 'item-rubric-invalid'),
    parsePublic: value => parsed(spec.PublicContent, value, 'item-content-invalid'),
    parseResponse: value => parsed(spec.Response, value, 'response-invalid'),
    parseEvidence: (facts, evidence) => {
      const content = spec.Content.parse(facts.content)
      return evidenceOf(spec, { content, key: sound.key(content, facts.key) }, evidence)
    },
    keyResponse: (value, key) => {
      const content = spec.Content.parse(value)
      return spec.keyResponse(sound.key(content, key), content)
    },
    fullEvidence: (value, key) => {
      const content = spec.Content.parse(value)
      return spec.evidence?.full(content, sound.key(content, key)) ?? null
    },
    strip: content => spec.strip(spec.Content.parse(content)),
    shuffle: (publicContent, dice) => spec.shuffle(spec.PublicContent.parse(publicContent), dice),
    answered: (publicContent, response) => {
      if (response === null || response === undefined) return { state: 'blank' }
      const given = spec.Response.safeParse(response)
      return given.success ? spec.answered(spec.PublicContent.parse(publicContent), given.data) : { state: 'invalid', why: 'malformed' }
    },
    score: facts => compile(facts)(facts.response, facts.evidence),
    compile,
  }
}

/** A key or evidence that does not fit its item is a bug: it throws, and nobody is marked by it. */
type Sound<C, K, E> = {
  readonly key: (content: C, value: unknown) => K
  readonly evidence: (facts: { readonly content: C; readonly key: K }, value: unknown) => E
}

function soundDocuments<
  C extends ItemDocument,
  K extends ItemDocument,
  R extends ItemDocument,
  P extends ItemDocument,
  U extends ItemDocument,
  E extends ItemDocument | null,
>(spec: InteractionSpec<C, K, R, P, U, E>): Sound<C, K, NonNullable<E>> {
  const valueOf = <T>(outcome: Result<T>, what: string): T => {
    if (!outcome.ok) throw new Error(`unsound ${what} for ${spec.type}: ${JSON.stringify(outcome.refusal.fields)}`)
    return outcome.value
  }
  return {
    key: (content, value) => valueOf(keyOf(spec, content, value), 'key'),
    evidence: (facts, value) => valueOf(evidenceOf(spec, facts, value), 'evidence'),
  }
}

function scorerOf<
  C extends ItemDocument,
  K extends ItemDocument,
  R extends ItemDocument,
  P extends ItemDocument,
  U extends ItemDocument,
  E extends ItemDocument | null,
>(spec: InteractionSpec<C, K, R, P, U, E>, sound: Sound<C, K, NonNullable<E>>, facts: Scoring): Scorer {
  const { max } = facts
  const content = spec.Content.parse(facts.content)
  const key = sound.key(content, facts.key)
  const rubric = spec.Rubric.parse(facts.rubric ?? {})
  const shown = spec.strip(content)
  const unanswered = noScore(max, 'unanswered', [{ code: 'unanswered', optionIds: [] }])
  const invalid = noScore(max, 'invalid', [{ code: 'invalid', optionIds: [] }])
  const readResponse = spec.readResponse ?? ((value: unknown) => spec.Response.safeParse(value).data)
  return (value, given) => {
    if (value === null || value === undefined) return unanswered
    const response = readResponse(value)
    if (response === undefined) return invalid
    const { state } = spec.answered(shown, response)
    if (state !== 'answered') return state === 'blank' ? unanswered : invalid
    const evidence = given === null || given === undefined ? null : sound.evidence({ content, key }, given)
    if (evidence === null && spec.markedBy === 'person') return pendingScore(max, 'needs-person')
    if (evidence === null && spec.markedBy === 'laboratory') return pendingScore(max, 'needs-laboratory')
    // null only where E allows it: types of the machine, and cases, whose parts wait on their own
    return spec.score({ content, key, response, rubric, max, evidence: evidence as E })
  }
}

function faultsOf(error: z.ZodError): Refusal['fields'] {
  return error.issues.map(i => ({ path: i.path.join('.'), zh: `内容不符合题型要求：${i.message}`, en: i.message }))
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, code: string): Result<T> {
  const outcome = schema.safeParse(value)
  return outcome.success ? ok(outcome.data) : refuse(code, {}, faultsOf(outcome.error))
}

function keyOf<C, K>(
  spec: { readonly Key: z.ZodType<K>; readonly keyFault: (content: C, key: K) => string | undefined },
  content: C,
  value: unknown,
): Result<K> {
  const key = parsed(spec.Key, value, 'item-key-invalid')
  const fault = key.ok ? spec.keyFault(content, key.value) : undefined
  return fault === undefined ? key : refuse('item-key-invalid', {}, [{ path: '', zh: `答案键与试题不符：${fault}`, en: fault }])
}

function evidenceOf<C, K, E>(
  spec: {
    readonly evidence: {
      readonly Evidence: z.ZodType<E>
      readonly fault: (content: C, key: K, evidence: E) => string | undefined
    } | null
  },
  { content, key }: { readonly content: C; readonly key: K },
  value: unknown,
): Result<E> {
  if (spec.evidence === null)
    return refuse('evidence-invalid', {}, [{ path: '', zh: '本题型由机器评分', en: 'the machine marks this type' }])
  const evidence = parsed(spec.evidence.Evidence, value, 'evidence-invalid')
  const fault = evidence.ok ? spec.evidence.fault(content, key, evidence.value) : undefined
  return fault === undefined ? evidence : refuse('evidence-invalid', {}, [{ path: '', zh: `评分与评分标准不符：${fault}`, en: fault }])
}
