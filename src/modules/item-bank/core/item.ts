import { z } from 'zod'
import type { Brand } from '../../../kernel/brand.ts'
import { type Hundredths, marks } from '../../../kernel/marks.ts'
import { INTERACTION_NAMES, type InteractionType, type ItemDocument } from '../../interactions/contract.ts'

export type ItemId = Brand<string, 'ItemId'>
export type ItemVersionId = Brand<string, 'ItemVersionId'>

/** The interactions a theory paper is made of, in the order in which they stand on it. */
export const THEORY_TYPES = ['single-choice', 'multiple-choice', 'true-false'] as const satisfies readonly InteractionType[]
export type TheoryType = (typeof THEORY_TYPES)[number]

/** What the interactions are called on a paper. */
export const TYPE_NAMES: Readonly<Record<TheoryType, { readonly zh: string; readonly en: string }>> = INTERACTION_NAMES

/** Marks of one item by its interaction: single choice and true/false 1 mark, multiple choice 2 marks. */
export const MARKS_OF_TYPE: Readonly<Record<TheoryType, Hundredths>> = {
  'single-choice': marks(1),
  'multiple-choice': marks(2),
  'true-false': marks(1),
}

/** Importance of what an item asks (重要程度): X core, Y general, Z auxiliary elements of the specification table. */
export const IMPORTANCES = ['X', 'Y', 'Z'] as const
export const Importance = z.enum(IMPORTANCES)
export type Importance = z.infer<typeof Importance>

/** operational ──a newer version──▶ retired. Only an operational version is drawn into forms. */
export const VERSION_STATES = ['operational', 'retired'] as const
export type VersionState = (typeof VERSION_STATES)[number]

/** What is known of an item version without opening its content: enough to choose it, not enough to respond to it. */
export type BankItem = {
  readonly itemId: ItemId
  readonly itemVersionId: ItemVersionId
  /** The author's number, such as `L4-EC-001`. */
  readonly code: string
  readonly version: number
  readonly state: VersionState
  readonly type: TheoryType
  readonly marks: Hundredths
  readonly editionId: string
  readonly level: string
  /** Path in the weight table, from the top. */
  readonly area: readonly string[]
  /** 1 easy … 5 hard, as the writer judged. */
  readonly difficulty: number
  readonly importance: Importance
  readonly writer: string
  readonly reviewer: string
  /** How often the item was put into a form, over all its versions. */
  readonly exposure: number
}

/** Content and key of a version; the key holds the explanation too, and both stay on the server. */
export type ItemSecret = { readonly content: ItemDocument; readonly key: ItemDocument }

/** An item as an author's file states it, checked and ready to be entered. */
export type ItemDraft = Pick<
  BankItem,
  'code' | 'type' | 'marks' | 'editionId' | 'level' | 'area' | 'difficulty' | 'importance' | 'writer' | 'reviewer'
> &
  ItemSecret
