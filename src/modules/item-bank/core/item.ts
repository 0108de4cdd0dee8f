import { z } from 'zod'
import type { Brand } from '../../../kernel/brand.ts'
import { type Hundredths, marks } from '../../../kernel/marks.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { INTERACTION_NAMES, type InteractionType, type ItemDocument } from '../../interactions/contract.ts'
import type { VersionState } from './versions/states.ts'

export type ItemId = Brand<string, 'ItemId'>
export type ItemVersionId = Brand<string, 'ItemVersionId'>

/** The interactions with usual marks, of which forms are drawn by counts, in the order in which they stand on a paper. */
export const THEORY_TYPES = ['single-choice', 'multiple-choice', 'true-false'] as const satisfies readonly InteractionType[]
export type TheoryType = (typeof THEORY_TYPES)[number]

export function isTheoryType(type: InteractionType): type is TheoryType {
  return THEORY_TYPES.some(one => one === type)
}

/** What the interactions are called on a paper. */
export const TYPE_NAMES: Readonly<Record<InteractionType, { readonly zh: string; readonly en: string }>> = INTERACTION_NAMES

/** Usual marks of one item: single choice and true/false 1 mark, multiple choice 2 marks. Items of other types state their own. */
export const MARKS_OF_TYPE: Readonly<Record<TheoryType, Hundredths>> = {
  'single-choice': marks(1),
  'multiple-choice': marks(2),
  'true-false': marks(1),
}

/** Importance of what an item asks (重要程度): X core, Y general, Z auxiliary elements of the specification table. */
export const IMPORTANCES = ['X', 'Y', 'Z'] as const
export const Importance = z.enum(IMPORTANCES)
export type Importance = z.infer<typeof Importance>

/** What is known of an item version without opening its content: enough to choose it, not enough to respond to it. */
export type BankItem = {
  readonly itemId: ItemId
  readonly itemVersionId: ItemVersionId
  /** The author's number, such as `L4-EC-001`. */
  readonly code: string
  readonly version: number
  readonly state: VersionState
  readonly type: InteractionType
  readonly marks: Hundredths
  readonly editionId: string
  readonly level: string
  /** Path in the weight table, from the top. */
  readonly area: readonly string[]
  /** 1 easy … 5 hard, as the writer judged. */
  readonly difficulty: number
  readonly importance: Importance
  /** Codes of the home placing's assessment points, the first one leading; none where no specification table is used yet. */
  readonly points: readonly string[]
  /** Time an average candidate needs; null where nobody has estimated it. */
  readonly seconds: number | null
  /** The shared stimulus it stands with, or null. */
  readonly stimulusVersionId: string | null
  readonly writer: string
  readonly reviewer: string
  /** How often the item was put into a form, over all its versions. */
  readonly exposure: number
  /** When it was last put into a form or quiz; null when never. */
  readonly lastUsedAt: Instant | null
}

/** Content, key and rubric of a version; the key holds the explanation too, and all stay on the server. */
export type ItemSecret = {
  readonly content: ItemDocument
  readonly key: ItemDocument
  /** How marks are given where it is not the usual way of the type. */
  readonly rubric?: ItemDocument
}

/** An item as an author's file states it, checked and ready to be entered. */
export type ItemDraft = Pick<
  BankItem,
  'code' | 'type' | 'marks' | 'editionId' | 'level' | 'area' | 'difficulty' | 'importance' | 'points' | 'seconds' | 'writer' | 'reviewer'
> &
  ItemSecret & {
    /** Law, standard or stated fact on which the item rests. */
    readonly source: string | null
    /** Codes of items that must not stand in the same form. */
    readonly enemies: readonly string[]
    /** Ids of the pictures it shows. */
    readonly media: readonly string[]
  }
