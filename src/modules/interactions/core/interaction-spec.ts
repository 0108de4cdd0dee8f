import type { z } from 'zod'
import type { Dice } from '../../../kernel/dice.ts'
import type { Hundredths } from '../../../kernel/marks.ts'
import type { InteractionType, MarkedBy } from './interaction-type.ts'
import type { Score } from './score.ts'

/** A parsed JSON document of an item: content, key, response, rubric, evidence or public content. */
export type ItemDocument = Readonly<Record<string, unknown>>

/** Is there a response, and does it belong to the item? */
export type Answered = { readonly state: 'blank' } | { readonly state: 'answered' } | { readonly state: 'invalid'; readonly why: string }

export type ScoreFacts<C, K, R, U, E = null> = {
  readonly content: C
  readonly key: K
  readonly response: R
  readonly rubric: U
  readonly max: Hundredths
  /** Marks that a person or the laboratory gave; null where the machine finds them, and in a case while there are none. */
  readonly evidence: E
}

/** How the marks of a person or of the laboratory are read. */
export type EvidenceSpec<C, K, E> = {
  readonly Evidence: z.ZodType<E>
  /** Undefined when the evidence fits the key; otherwise what is wrong with it. */
  readonly fault: (content: C, key: K, evidence: E) => string | undefined
  /** The evidence that earns full marks. */
  readonly full: (content: C, key: K) => E
}

/** What a plug-in folder states about its type, fully typed. `interaction` turns it into the form others use. */
export type InteractionSpec<
  C extends ItemDocument,
  K extends ItemDocument,
  R extends ItemDocument,
  P extends ItemDocument,
  U extends ItemDocument,
  E extends ItemDocument | null = null,
> = {
  readonly type: InteractionType
  readonly markedBy: MarkedBy
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
  /** Reads a response exactly as `Response` does, where the schema is too slow; undefined for what it refuses. */
  readonly readResponse?: (value: unknown) => R | undefined
  readonly Rubric: z.ZodType<U>
  /** Null where the machine finds the marks. */
  readonly evidence: EvidenceSpec<C, K, NonNullable<E>> | null
  /** Undefined when the key fits the content; otherwise what is wrong with it. */
  readonly keyFault: (content: C, key: K) => string | undefined
  /** The response that earns full marks; null where only a file or a world could. */
  readonly keyResponse: (key: K, content: C) => R | null
  /** Takes the content alone, so that no key can pass through it. */
  readonly strip: (content: C) => P
  readonly shuffle: (content: P, dice: Dice) => P
  readonly answered: (content: P, response: R) => Answered
  readonly score: (facts: ScoreFacts<C, K, R, U, E>) => Score
}
